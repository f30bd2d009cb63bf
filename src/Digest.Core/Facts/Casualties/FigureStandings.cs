using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// What the article as a whole says of its figures: one that it later replaces ("the toll rose to 14"; "not nine") is superseded, one that somebody disputes
/// ("the army denies the figure") is denied. Rival figures of different claimants stand side by side untouched.
/// </summary>
internal static class FigureStandings
{
    internal static ImmutableArray<CasualtyReport> Settle(Document document, ImmutableArray<CasualtyReport> reports)
    {
        var settled = reports.ToArray();
        foreach (var sentence in document.Sentences)
        {
            Deny(document, sentence, settled);
            Replace(sentence, settled);
        }

        return [.. settled];
    }

    // "The group claims to have killed 60 soldiers. The army denies the figure." / "… a figure the command dismissed as false" / "dismissed the claim of 60 dead soldiers"
    private static void Deny(Document document, Sentence sentence, CasualtyReport[] reports)
    {
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Lemma is not ("deny" or "dismiss" or "reject" or "refute" or "dispute") || clause.Verb.IsNegated)
                continue;
            var target = clause.IsPassive || clause.Kind == ClauseKind.Relative ? clause.Subject : clause.Object;
            var head = target is { } t ? sentence.Tokens[sentence.Chunks[t.First].Head].Lower : null;
            if (clause.Kind == ClauseKind.Relative && clause.Object is { } o && head is null or not ("figure" or "claim" or "toll" or "number" or "count"))
                head = sentence.Tokens[sentence.Chunks[o.First].Head].Lower;
            if (head is not ("figure" or "figures" or "claim" or "claims" or "toll" or "number" or "numbers" or "count" or "it" or "this" or "that" or "report" or "reports" or "accusation"))
                continue;
            var denier = clause.Subject is { } s && sentence.Tokens[sentence.Chunks[s.First].Head].Pos != PartOfSpeech.Pronoun && s != target ? Words(document, sentence, s) : null;
            var number = NumberIn(sentence, clause);
            var start = sentence.Tokens[clause.Verb.First].Span.Start;
            for (var i = reports.Length - 1; i >= 0; i--)
            {
                var report = reports[i];
                if (report.Provenance.Span.Start >= start || report.Status != FigureStatus.Current || report.IsPartial || report.IsBackground || !report.Count.IsNumbered)
                    continue;
                if (number is { } n ? report.Count.Min == n || report.Count.Max == n : SentencesBetween(document, report.Provenance.Span, sentence) <= 1 && report.Claimant is not null)
                {
                    reports[i] = report with { Status = FigureStatus.Denied, DeniedBy = denier };
                    if (number is null)
                        break;
                }
            }
        }
    }

    // "the toll rose to 14": what the same claimant, or nobody, gave before is replaced.
    private static void Replace(Sentence sentence, CasualtyReport[] reports)
    {
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Lemma is not ("rise" or "climb" or "grow" or "increase" or "reach" or "bring" or "take" or "jump"))
                continue;
            var toll = clause.Lemma is "bring" or "take" ? clause.Object : clause.Subject;
            if (toll is not { } phrase || sentence.Tokens[sentence.Chunks[phrase.First].Head].Lower is not ("toll" or "number" or "count"))
                continue;
            var now = reports.FirstOrDefault(r => sentence.Span.Contains(r.Provenance.Span) && r.Provenance.Span.Start >= sentence.Tokens[sentence.Chunks[phrase.First].First].Span.Start && r.Count.IsExact && !r.IsPartial);
            if (now is null)
                continue;
            for (var i = 0; i < reports.Length; i++)
            {
                var old = reports[i];
                var sameVoice = old.Claimant is { } a && now.Claimant is { } b && Names.Entities.Same(a.Speaker, b.Speaker);
                if (old != now && old.Effect == now.Effect && sameVoice && old.Status == FigureStatus.Current && !old.IsPartial && !old.IsBackground && !old.IsCumulative && !old.IsHeadline && old.Count.Max < now.Count.Min)
                    reports[i] = old with { Status = FigureStatus.Superseded };
            }
        }
    }

    private static int? NumberIn(Sentence sentence, Clause clause)
    {
        for (var k = clause.Verb.End; k < sentence.Tokens.Length; k++)
        {
            if (sentence.Tokens[k].Pos is PartOfSpeech.Comma or PartOfSpeech.OpenQuote)
                return null;
            if (NumberReader.At(sentence.Tokens, k) is { } number)
                return number.Low;
        }

        return null;
    }

    private static int SentencesBetween(Document document, TextSpan span, Sentence later)
    {
        var earlier = document.Sentences.LastOrDefault(s => s.Span.Start <= span.Start);
        return earlier is null ? int.MaxValue : later.Index - earlier.Index;
    }

    private static string Words(Document document, Sentence sentence, Phrase phrase)
    {
        var chunk = sentence.Chunks[phrase.First];
        return sentence.SpanOf(chunk.First, chunk.End).In(document.Text);
    }
}
