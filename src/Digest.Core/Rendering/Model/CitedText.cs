using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Rendering.Model;

/// <summary>An article's text and the passages cited from it, in their order, each with the cite that leads to it.</summary>
internal sealed record CitedText(string Text, ImmutableArray<TextSpan> Passages, ImmutableArray<Cite> Cites)
{
    private const int Context = 160;
    private const int LongestWord = 40;

    public Cite this[TextSpan passage] => Cites[Passages.BinarySearch(passage)];

    /// <summary>The passages in their surroundings; those whose surroundings meet stand in one excerpt.</summary>
    public ImmutableArray<Excerpt> Excerpts()
    {
        var excerpts = ImmutableArray.CreateBuilder<Excerpt>();
        for (int from = 0, to; from < Passages.Length; from = to)
        {
            var window = Surroundings(Passages[from]);
            for (to = from + 1; to < Passages.Length && Surroundings(Passages[to]) is var next && next.Start <= window.End; to++)
                window = window.Hull(next);
            excerpts.Add(Excerpt(window, from, to));
        }

        return excerpts.DrainToImmutable();
    }

    private Excerpt Excerpt(TextSpan window, int from, int to)
    {
        var edges = new List<int>(2 * (to - from + 1)) { window.Start, window.End };
        foreach (var passage in Passages.AsSpan()[from..to])
        {
            edges.Add(passage.Start);
            edges.Add(passage.End);
        }

        edges.Sort();
        var parts = ImmutableArray.CreateBuilder<ExcerptPart>(edges.Count - 1);
        var (start, reach) = (window.Start, window.Start);
        foreach (var end in edges)
        {
            if (end == start)
                continue;
            var anchors = ImmutableArray<string>.Empty;
            for (; from < to && Passages[from].Start == start; from++)
            {
                anchors = anchors.Add(Cites[from].Anchor);
                reach = Math.Max(reach, Passages[from].End);
            }

            // A passage that began here or before and reaches past the next edge covers this part whole: its ends are edges too.
            var part = new TextSpan(start, end);
            parts.Add(new(part.In(Text), part, anchors, reach >= end));
            start = end;
        }

        return new(window.Start > 0, parts.DrainToImmutable(), window.End < Text.Length);
    }

    private TextSpan Surroundings(TextSpan passage) => new(WordStart(passage.Start - Context), WordEnd(passage.End + Context));

    // A cut falls between words; in a text without spaces it falls anywhere but within a surrogate pair.
    private int WordStart(int at)
    {
        at = Math.Max(0, at);
        for (var steps = 0; at > 0 && !(char.IsWhiteSpace(Text[at - 1]) || (steps >= LongestWord && !char.IsLowSurrogate(Text[at]))); steps++)
            at--;
        return at;
    }

    private int WordEnd(int at)
    {
        at = Math.Min(Text.Length, at);
        for (var steps = 0; at < Text.Length && !(char.IsWhiteSpace(Text[at]) || (steps >= LongestWord && !char.IsLowSurrogate(Text[at]))); steps++)
            at++;
        return at;
    }
}
