using System.Globalization;
using System.Text;
using Digest.Facts;
using Digest.News;
using Digest.Tests.Measuring;
using Xunit.Abstractions;
using Words = Digest.Tests.Measuring.Words;

namespace Digest.Tests.Facts;

/// <summary>
/// Short articles of our own from other wars and of other kinds of attack (<c>gold/events-blind.txt</c>), with the attacks that people read in them, set down before the program read
/// them. docs/accuracy.md has what the first run gave; the floors hold what is reached now. Pairing and agreement are those of the evaluation's scorer.
/// </summary>
public class EventBlindTests(ITestOutputHelper output)
{
    private sealed record Wanted(string Words, string[] Types, string?[] Actors, string?[] Targets, string?[] Places, string?[] Dates);

    [Fact]
    public void AttacksAreReadAsPeopleReadThem()
    {
        var events = new Tally();
        var right = new SortedDictionary<string, (int Right, int Of)>(StringComparer.Ordinal);
        foreach (var (name, text, wanted) in Articles())
        {
            var got = FactExtractor.Extract(ArticleReader.FromText(name, text)).Events;
            var (pairs, missed, extra) = Pairing.Of(wanted, got, (w, g) => Agreement(w, g, text));
            events.Add(pairs.Count, missed.Count, extra.Count);
            foreach (var (w, g) in pairs)
            {
                Count("actor", w.Actors, g.Actor, w);
                Count("target", w.Targets, g.Target, w);
                Count("place", w.Places, g.Place, w);
                Count("date", w.Dates, Iso(g.Date), w);
            }

            foreach (var w in missed)
                output.WriteLine($"{name} MISSED {w.Words}");
            foreach (var g in extra)
                output.WriteLine($"{name} EXTRA  {g.Type}: {g.Provenance.Evidence}");

            void Count(string part, string?[] allowed, string? value, Wanted w)
            {
                var isRight = IsAny(allowed, value);
                var (before, of) = right.GetValueOrDefault(part);
                right[part] = (before + (isRight ? 1 : 0), of + 1);
                if (!isRight)
                    output.WriteLine($"{name} {part} {value ?? "-"} for {string.Join('/', allowed.Select(a => a ?? "-"))}: {w.Words}");
            }
        }

        output.WriteLine($"events {events}; {string.Join(", ", right.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key} {(double)r.Value.Right / r.Value.Of:0.000}")))}");
        Assert.True(events.F1 >= 0.5);
    }

    private static double? Agreement(Wanted wanted, EventReport got, string text)
    {
        var start = text.IndexOf(wanted.Words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"“{wanted.Words}” does not stand in its article.");
        var isType = wanted.Types.Any(t => Family(t) == Family(got.Type));
        if (!got.Provenance.Span.Overlaps(new(start, start + wanted.Words.Length)) || (!isType && got.Type != EventType.Attack && !wanted.Types.Contains("attack", StringComparer.Ordinal)))
            return null;
        return (isType ? 1 : 0) + (IsAny(wanted.Actors, got.Actor) ? 1 : 0) + (IsAny(wanted.Targets, got.Target) ? 1 : 0) + (IsAny(wanted.Places, got.Place) ? 1 : 0) + (IsAny(wanted.Dates, Iso(got.Date)) ? 1 : 0);
    }

    private static bool IsAny(string?[] allowed, string? value) => allowed.Any(a => a is null ? value is null : value is not null && (a == value || Words.SameName(a, value)));

    private static string Family(string type) => type is "missile attack" or "rocket attack" ? "missile" : type;

    private static string Family(EventType type) => type switch
    {
        EventType.AirStrike => "air strike",
        EventType.MissileAttack or EventType.RocketAttack => "missile",
        EventType.DroneAttack => "drone attack",
        _ => type.ToString().ToLowerInvariant(),
    };

    private static string? Iso(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, string Text, List<Wanted> Events)> Articles()
    {
        foreach (var piece in File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "gold", "events-blind.txt")).ReplaceLineEndings("\n").Split("\n=== ")[1..])
        {
            var lines = piece.Split('\n');
            var text = new StringBuilder();
            foreach (var line in lines.Skip(1).TakeWhile(l => !l.StartsWith("> ", StringComparison.Ordinal)))
                text.Append(line).Append('\n');
            yield return (lines[0].Split(' ')[0], text.ToString(), [.. lines.Where(l => l.StartsWith("> ", StringComparison.Ordinal)).Select(Read)]);
        }
    }

    private static Wanted Read(string line)
    {
        var cells = line[2..].Split(" | ");
        return new(cells[0], cells[1].Split('/'), Values(cells[2]), Values(cells[3]), Values(cells[4]), Values(cells[5].Replace(" background", "", StringComparison.Ordinal)));
    }

    private static string?[] Values(string cell) => [.. cell.Split('/').Select(v => v.Trim() == "-" ? null : v.Trim())];
}
