using System.Collections.Immutable;
using Digest.Days;
using Digest.Text;

namespace Digest.Rendering.Model;

/// <summary>The passages that an edition cites: their anchors, and the excerpts that show them in their surroundings.</summary>
internal sealed class Passages
{
    private const int Context = 160;
    private const int LongestWord = 40;

    private readonly SortedDictionary<int, ImmutableArray<TextSpan>> _spans;
    private readonly IReadOnlyDictionary<int, string> _texts;

    /// <param name="texts">The article's text by source number.</param>
    public Passages(IEnumerable<Citation> citations, IReadOnlyDictionary<int, string> texts)
    {
        _texts = texts;
        _spans = new(citations.GroupBy(citation => citation.SourceNumber).ToDictionary(
            group => group.Key, group => group.Select(citation => citation.Provenance.Span).Distinct().Order().ToImmutableArray()));
    }

    /// <summary>One cite for each source, to the first of its passages given.</summary>
    public ImmutableArray<Cite> Cites(IEnumerable<Citation> citations) =>
        [.. citations.OrderBy(c => c.SourceNumber).ThenBy(c => c.Provenance.Span).DistinctBy(c => c.SourceNumber).Select(c => new Cite(c.SourceNumber, Anchor(c)))];

    public string Anchor(Citation citation) =>
        FormattableString.Invariant($"p{citation.SourceNumber}-{_spans[citation.SourceNumber].BinarySearch(citation.Provenance.Span) + 1}");

    public ImmutableArray<Excerpt> Excerpts(int source)
    {
        if (!_spans.TryGetValue(source, out var spans))
            return [];
        var text = _texts[source];
        var windows = new List<TextSpan>();
        foreach (var span in spans)
        {
            var window = new TextSpan(WordStart(text, span.Start - Context), WordEnd(text, span.End + Context));
            if (windows.Count > 0 && window.Start <= windows[^1].End)
                windows[^1] = windows[^1].Hull(window);
            else
                windows.Add(window);
        }
        return [.. windows.Select(window => Excerpt(source, text, window, spans))];
    }

    private static Excerpt Excerpt(int source, string text, TextSpan window, ImmutableArray<TextSpan> spans)
    {
        var edges = new SortedSet<int> { window.Start, window.End };
        foreach (var span in spans.Where(window.Contains))
        {
            edges.Add(span.Start);
            edges.Add(span.End);
        }
        var parts = edges.Zip(edges.Skip(1), (start, end) => new TextSpan(start, end)).Select(part => new ExcerptPart(
            part.In(text),
            part,
            [.. spans.Select((span, index) => (span, index)).Where(s => s.span.Start == part.Start).Select(s => FormattableString.Invariant($"p{source}-{s.index + 1}"))],
            spans.Any(span => span.Contains(part))));
        return new(window.Start > 0, [.. parts], window.End < text.Length);
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
