namespace Digest.Tests.Measuring;

/// <summary>How far two wordings agree, as the public scorer counts it.</summary>
internal static class Words
{
    private static readonly HashSet<string> Small = new(["the", "a", "an", "of", "for", "and", "in", "on", "at", "to", "by", "from", "s", "his", "her", "its", "their", "who", "that", "mr", "mrs", "ms", "dr", "gen", "maj", "lt", "col"], StringComparer.Ordinal);

    internal static double F1(string a, string b)
    {
        var (left, right) = (Of(a), Of(b));
        var both = left.GroupBy(w => w, StringComparer.Ordinal).Sum(g => Math.Min(g.Count(), right.Count(w => w == g.Key)));
        return both == 0 ? 0 : 2.0 * both / (left.Count + right.Count);
    }

    /// <summary>At least half of the shorter name's words that count are in the other.</summary>
    internal static bool SameName(string a, string b)
    {
        var (left, right) = (Of(a).Where(w => !Small.Contains(w)).ToHashSet(StringComparer.Ordinal), Of(b).Where(w => !Small.Contains(w)).ToHashSet(StringComparer.Ordinal));
        return left.Count == 0 || right.Count == 0 ? Of(a).SequenceEqual(Of(b), StringComparer.Ordinal) : 2 * left.Intersect(right, StringComparer.Ordinal).Count() >= Math.Min(left.Count, right.Count);
    }

    private static List<string> Of(string text) =>
        [.. new string([.. text.ToLowerInvariant().Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
