using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Who answers for a stretch of an article: whoever is said to have said it.</summary>
public static class Attributions
{
    /// <summary>The innermost statement whose content holds the stretch; null where the article says it in its own voice.</summary>
    public static Statement? Covering(ImmutableArray<Statement> statements, TextSpan span)
    {
        Statement? best = null;
        foreach (var statement in statements)
        {
            if (statement.ContentSpans.Any(c => c.Contains(span)) && (best is null || Reach(statement) < Reach(best)))
                best = statement;
        }

        return best;
    }

    /// <summary>
    /// The attribution that an unattributed sentence carries on from the sentence before it in its paragraph ("Police said a bomb went off. Two people were hurt."):
    /// only where all of that sentence was attributed to one speaker. Its cue is empty. Null otherwise.
    /// </summary>
    public static Attribution? CarriedInto(Document document, ImmutableArray<Statement> statements, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(document);
        var at = IndexOf(document, span);
        if (at <= 0 || statements.Any(s => s.Provenance.Span.Overlaps(document.Sentences[at].Span)))
            return null;
        for (var i = at - 1; i >= 0 && document.Sentences[i].BlockIndex == document.Sentences[at].BlockIndex; i--)
        {
            var sentence = document.Sentences[i].Span;
            var here = statements.Where(s => s.Provenance.Span.Overlaps(sentence)).ToList();
            if (here.Count == 0)
                continue;
            var speakers = here.Select(s => s.Attribution.Speaker).Distinct(StringComparer.Ordinal).Count();
            var said = here.SelectMany(s => s.ContentSpans).Aggregate((a, b) => a.Hull(b)).Hull(here[0].Provenance.Span);
            return speakers == 1 && 2 * Math.Min(said.Length, sentence.Length) > sentence.Length ? here[^1].Attribution with { Cue = "" } : null;
        }

        return null;
    }

    private static int Reach(Statement statement) => statement.ContentSpans.Sum(c => c.Length);

    private static int IndexOf(Document document, TextSpan span)
    {
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            if (document.Sentences[i].Span.Contains(span.Start))
                return i;
        }

        return -1;
    }
}
