using System.Collections.Immutable;
using System.Globalization;
using Digest.Days;
using Digest.Text;

namespace Digest.Rendering.Model;

/// <summary>The passages that an edition cites, by the number of their source, and the cites that lead to them.</summary>
internal sealed class Passages
{
    private readonly Dictionary<int, CitedText> _cited = [];

    /// <param name="texts">The article's text by source number.</param>
    public Passages(IEnumerable<Citation> citations, IReadOnlyDictionary<int, string> texts)
    {
        var spans = new Dictionary<int, List<TextSpan>>();
        foreach (var citation in citations)
        {
            if (!spans.TryGetValue(citation.SourceNumber, out var own))
                spans.Add(citation.SourceNumber, own = []);
            own.Add(citation.Provenance.Span);
        }

        foreach (var (source, own) in spans)
        {
            own.Sort();
            var (passages, cites) = (ImmutableArray.CreateBuilder<TextSpan>(own.Count), ImmutableArray.CreateBuilder<Cite>(own.Count));
            foreach (var span in own)
            {
                if (passages.Count > 0 && span == passages[^1])
                    continue;
                passages.Add(span);
                cites.Add(new(source, string.Create(CultureInfo.InvariantCulture, $"p{source}-{passages.Count}")));
            }

            _cited.Add(source, new(texts[source], passages.DrainToImmutable(), cites.DrainToImmutable()));
        }
    }

    /// <summary>Null where nothing is cited from it.</summary>
    public CitedText? Of(int source) => _cited.GetValueOrDefault(source);

    /// <summary>One cite for each source, to the first of its passages given.</summary>
    public ImmutableArray<Cite> Cites(ImmutableArray<Citation> citations)
    {
        var cites = ImmutableArray.CreateBuilder<Cite>(citations.Length);
        foreach (var citation in citations.Sort(BySourceAndPlace))
        {
            if (cites.Count == 0 || cites[^1].Number != citation.SourceNumber)
                cites.Add(_cited[citation.SourceNumber][citation.Provenance.Span]);
        }

        return cites.DrainToImmutable();
    }

    private static int BySourceAndPlace(Citation one, Citation other) => one.SourceNumber != other.SourceNumber
        ? one.SourceNumber.CompareTo(other.SourceNumber)
        : one.Provenance.Span.CompareTo(other.Provenance.Span);
}
