using System.Globalization;

namespace Digest.Days;

/// <summary>How much two units have in common.</summary>
/// <param name="Words">The cosine of their openings' words, each weighted by how few of the day's units have it (idf). 0 is nothing, 1 all.</param>
/// <param name="Names">The share of the names of the unit with fewer that the other has too, weighted in the same way; 0 where they share hardly any.</param>
internal readonly record struct StoryLikeness(double Words, double Names)
{
    /// <summary>Both measures in one: the openings' likeness, and half the names'.</summary>
    public double Both => Words + (0.5 * Names);

    /// <summary>The words the two openings share, rarest first, for an explanation.</summary>
    public static IEnumerable<string> SharedWords(StoryNode a, StoryNode b, Terms terms)
    {
        var shared = a.Unit.Stems.Zip(a.Words).IntersectBy(b.Unit.Stems, stem => stem.First).ToDictionary(stem => stem.First, stem => stem.Second);
        var found = new Dictionary<int, string>();
        foreach (var word in Days.Words.Of(a.Unit.Source.Text[a.Unit.Span.Start..a.Unit.Span.End]))
        {
            if (shared.TryGetValue(Days.Words.Hash(Days.Words.Stem(word)), out var term))
                found.TryAdd(term, word);
        }

        return found.OrderBy(w => terms.Units(w.Key)).ThenBy(w => w.Value, StringComparer.Ordinal).Select(w => w.Value);
    }

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
