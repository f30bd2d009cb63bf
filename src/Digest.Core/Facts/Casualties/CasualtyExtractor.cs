using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads the casualty reports of an article: every clause that says people were killed, wounded, captured or are missing.</summary>
public static class CasualtyExtractor
{
    public static ImmutableArray<CasualtyReport> Extract(Document document, ImmutableArray<Statement> statements, ImmutableArray<EventReport> events)
    {
        var reports = ImmutableArray.CreateBuilder<CasualtyReport>();
        foreach (var sentence in document.Sentences)
        {
            if (!MayTell(sentence))
                continue;
            foreach (var mention in HarmReader.Read(sentence))
                reports.Add(ReportOf(document, mention, statements));
        }

        return reports.ToImmutable();
    }

    // Most sentences tell of no harm; those are not parsed.
    private static bool MayTell(Sentence sentence)
    {
        foreach (var token in sentence.Tokens)
        {
            if (HarmLexicon.Verb(token.Lemma) is not null || HarmLexicon.Noun(token) is not null || HarmLexicon.State(token) is not null ||
                token.Lower is "toll" or "lives" or "life" or "lost" or "loss" or "shot" or "gunned" or "injuries" or "wounds" or "hostage" or "victims" or "fallen" or "buried" or "treated" or "number" or "tally" or "burns" or "hold" or "held")
                return true;
        }

        return false;
    }

    private static CasualtyReport ReportOf(Document document, HarmMention mention, ImmutableArray<Statement> statements)
    {
        var span = mention.Span;
        return new CasualtyReport(new Provenance(document.Article.Id, span, span.In(document.Text)), mention.Effect, mention.Count.Count)
        {
            Vague = mention.Count.Vague,
            Victims = Victims(document, mention),
            Status = mention.Status,
            IsPartial = mention.IsPartial,
            IsHeadline = mention.Sentence.IsHeadline,
        };
    }

    private static string? Victims(Document document, HarmMention mention)
    {
        var (first, end) = (mention.Count.NounFirst, mention.Count.NounEnd);
        return first < end ? mention.Sentence.SpanOf(first, end).In(document.Text) : null;
    }
}
