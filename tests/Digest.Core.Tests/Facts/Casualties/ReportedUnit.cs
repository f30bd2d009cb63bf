using System.Globalization;
using Digest.Facts;

namespace Digest.Tests.Facts.Casualties;

/// <summary>One casualty unit that a person read in a short report, as a line of <c>Reports/README.md</c> writes it.</summary>
internal sealed record ReportedUnit(HarmEffect Effect, CountRange Count, string Marks, string Evidence, string?[] Victims, string?[] Claimants, DateOnly?[] Dates)
{
    /// <exception cref="FormatException">The line is not of the form; says which.</exception>
    internal static ReportedUnit Parse(string line, DateOnly date)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != 5)
            throw new FormatException($"'{line}' has {cells.Length} cells instead of five.");
        var head = cells[0].Split(' ');
        var effect = head[0][0] switch { 'k' => HarmEffect.Killed, 'w' => HarmEffect.Wounded, 'm' => HarmEffect.Missing, 'c' => HarmEffect.Captured, _ => throw new FormatException($"'{line}' begins with no effect.") };
        return new(effect, CountOf(head[0][1..]), string.Concat(head.Skip(1)), cells[1], Fair(cells[2]), Fair(cells[3]), cells[4].Length == 0 ? [date, null] : [.. Fair(cells[4]).Select(d => d is null ? (DateOnly?)null : DateOnly.Parse(d, CultureInfo.InvariantCulture))]);
    }

    internal FigureStatus Status => Marks.Contains('s', StringComparison.Ordinal) ? FigureStatus.Superseded : Marks.Contains('d', StringComparison.Ordinal) ? FigureStatus.Denied : FigureStatus.Current;

    /// <summary>Whether a report of the program tells the same: in this passage, of this harm, with this number.</summary>
    internal bool IsToldBy(CasualtyReport report, string text)
    {
        var start = text.IndexOf(Evidence, StringComparison.Ordinal);
        var span = report.Provenance.Span;
        return report.Effect == Effect && start >= 0 && span.Start < start + Evidence.Length && start < span.End && report.Count.Max == Count.Max &&
            // "more than 40" may be read as 41 and more.
            (report.Count.Min == Count.Min || (Count is { Min: { } least, Max: null } && report.Count.Min == least + 1));
    }

    internal static bool SameName(string?[] fair, string? read) => fair.Any(f => f is null || read is null ? f == read : Words(f) is var a && Words(read) is var b && 2 * a.Intersect(b).Count() >= Math.Min(a.Count, b.Count));

    private static HashSet<string> Words(string name) =>
        [.. name.ToLowerInvariant().Replace('’', '\'').Replace("'s", "", StringComparison.Ordinal).Split([' ', ',', '.', '-', '\''], StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("the" or "a" or "an" or "of" or "for" or "and" or "in" or "on" or "at" or "s" or "his" or "her" or "its" or "their" or "mr" or "dr" or "gen" or "lt" or "col"))];

    private static string?[] Fair(string cell) => [.. (cell.Length == 0 ? "~" : cell).Split('/').Select(a => a == "~" ? null : a)];

    private static CountRange CountOf(string count)
    {
        if (count == "?")
            return default;
        var dash = count.IndexOf('-', StringComparison.Ordinal);
        int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
        return dash < 0 ? CountRange.Exactly(Number(count)) : dash == 0 ? CountRange.UpTo(Number(count[1..])) : dash == count.Length - 1 ? CountRange.AtLeast(Number(count[..dash])) : CountRange.Between(Number(count[..dash]), Number(count[(dash + 1)..]));
    }
}
