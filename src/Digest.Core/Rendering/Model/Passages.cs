using System.Collections.Immutable;
using Digest.Days;
using Digest.Text;

namespace Digest.Rendering.Model;

/// <summary>The passages that an edition cites: their anchors, and the excerpts that show them in their surroundings.</summary>
internal sealed class Passages
{
    private const int Context = 160;
    private const int LongestWord = 40;

    private readonly Dictionary<int, Cited> _cited = [];
    private readonly IReadOnlyDictionary<int, string> _texts;

    /// <param name="texts">The article's text by source number.</param>
    public Passages(IEnumerable<Citation> citations, IReadOnlyDictionary<int, string> texts)
    {
        _texts = texts;
        var spans = new Dictionary<int, HashSet<TextSpan>>();
        foreach (var citation in citations)
        {
            if (!spans.TryGetValue(citation.SourceNumber, out var own))
                spans.Add(citation.SourceNumber, own = []);
            own.Add(citation.Provenance.Span);
        }
        foreach (var (source, own) in spans)
        {
            var sorted = own.Order().ToImmutableArray();
            _cited.Add(source, new(sorted, [.. sorted.Select((_, index) => new Cite(source, FormattableString.Invariant($"p{source}-{index + 1}")))]));
        }
    }

    /// <summary>An article's cited passages in their order, and for each the cite that leads to it.</summary>
    private sealed record Cited(ImmutableArray<TextSpan> Spans, ImmutableArray<Cite> Cites);

    /// <summary>One cite for each source, to the first of its passages given.</summary>
    public ImmutableArray<Cite> Cites(ImmutableArray<Citation> citations)
    {
        if (citations.Length == 1)
            return [Cite(citations[0])];
        var first = new SortedDictionary<int, Citation>();
        foreach (var citation in citations)
        {
            if (!first.TryGetValue(citation.SourceNumber, out var before) || citation.Provenance.Span.CompareTo(before.Provenance.Span) < 0)
                first[citation.SourceNumber] = citation;
        }
        return [.. first.Values.Select(Cite)];
    }

    public string Anchor(Citation citation) => Cite(citation).Anchor;

    private Cite Cite(Citation citation)
    {
        var cited = _cited[citation.SourceNumber];
        return cited.Cites[cited.Spans.BinarySearch(citation.Provenance.Span)];
    }

    public ImmutableArray<Excerpt> Excerpts(int source)
    {
        if (!_cited.TryGetValue(source, out var cited))
            return [];
        var (text, spans) = (_texts[source], cited.Spans);
        var windows = new List<TextSpan>();
        foreach (var span in spans)
        {
            var window = new TextSpan(WordStart(text, span.Start - Context), WordEnd(text, span.End + Context));
            if (windows.Count > 0 && window.Start <= windows[^1].End)
                windows[^1] = windows[^1].Hull(window);
            else
                windows.Add(window);
        }
        return [.. windows.Select(window => Excerpt(text, window, cited))];
    }

    private static Excerpt Excerpt(string text, TextSpan window, Cited cited)
    {
        // The window's own passages stand together, for they are sorted by where they begin.
        var from = 0;
        while (cited.Spans[from].Start < window.Start)
            from++;
        var to = from;
        var edges = new SortedSet<int> { window.Start, window.End };
        for (; to < cited.Spans.Length && cited.Spans[to].Start < window.End; to++)
        {
            edges.Add(cited.Spans[to].Start);
            edges.Add(cited.Spans[to].End);
        }
        var parts = ImmutableArray.CreateBuilder<ExcerptPart>(edges.Count - 1);
        var (start, reach) = (-1, window.Start);
        foreach (var end in edges)
        {
            if (start >= 0)
            {
                var anchors = ImmutableArray<string>.Empty;
                for (; from < to && cited.Spans[from].Start == start; from++)
                {
                    anchors = anchors.Add(cited.Cites[from].Anchor);
                    reach = Math.Max(reach, cited.Spans[from].End);
                }
                // A passage that began here or before and reaches past the next edge covers this part whole: its ends are edges too.
                var part = new TextSpan(start, end);
                parts.Add(new(part.In(text), part, anchors, reach >= end));
            }
            start = end;
        }
        return new(window.Start > 0, parts.MoveToImmutable(), window.End < text.Length);
    }

    // A cut falls between words; in a text without spaces it falls anywhere but within a surrogate pair.
    private static int WordStart(string text, int at)
    {
        at = Math.Max(0, at);
        for (var steps = 0; at > 0 && !(char.IsWhiteSpace(text[at - 1]) || (steps >= LongestWord && !char.IsLowSurrogate(text[at]))); steps++)
            at--;
        return at;
    }

    private static int WordEnd(string text, int at)
    {
        at = Math.Min(text.Length, at);
        for (var steps = 0; at < text.Length && !(char.IsWhiteSpace(text[at]) || (steps >= LongestWord && !char.IsLowSurrogate(text[at]))); steps++)
            at++;
        return at;
    }
}
