using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// What the article as a whole says of its figures: one that it later replaces ("the toll rose to 14"; "not nine") is superseded, one that somebody disputes
/// ("the army denies the figure") is denied. Rival figures of different claimants stand side by side untouched.
/// </summary>
internal static class FigureStandings
{
    /// <summary>How many sentences behind a figure it may be denied without being repeated.</summary>
    private const int DenialReach = 2;

    /// <summary>How many figures before a new toll it may replace, or a denial mean; an article has a few dozen.</summary>
    private const int Reach = 300;

    internal static ImmutableArray<CasualtyReport> Settle(Document document, ImmutableArray<CasualtyReport> reports)
    {
        var settled = reports.ToArray();
        var sentences = Array.ConvertAll(settled, r => document.SentenceAt(r.Provenance.Span.Start));
        foreach (var sentence in document.Sentences)
        {
            Deny(document, sentence, settled, sentences);
            Replace(sentence, settled, sentences);
        }

        return [.. settled];
    }

    // The first report of a sentence or of one behind it.
    private static int FirstOf(int[] sentences, int sentence)
    {
        var (low, high) = (0, sentences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle] < sentence)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // "The group claims to have killed 60 soldiers. The army denies the figure." / "… a figure the command dismissed as false" / "dismissed the claim of 60 dead soldiers"
    private static void Deny(Document document, Sentence sentence, CasualtyReport[] reports, int[] sentences)
    {
        foreach (var clause in sentence.Clauses)
        {
            var called = CallsFalse(sentence, clause);
            if (!called && clause.Lemma is not ("deny" or "dismiss" or "reject" or "refute" or "dispute" or "contradict") || clause.Verb.IsNegated)
                continue;
            var target = clause.IsPassive || clause.Kind == ClauseKind.Relative ? clause.Subject : clause.Object;
            var head = target is { } t ? sentence.Tokens[sentence.Chunks[t.First].Head].Lower : null;
            head = Disputed(sentence, clause) ?? head;
            if (clause.Kind == ClauseKind.Relative && clause.Object is { } o && head is null or not ("figure" or "claim" or "toll" or "number" or "count"))
                head = sentence.Tokens[sentence.Chunks[o.First].Head].Lower;
            if (head is not ("figure" or "figures" or "claim" or "claims" or "toll" or "number" or "numbers" or "count" or "it" or "this" or "that" or "report" or "reports" or "accusation"))
                continue;
            var denier = clause.Subject is { } s && sentence.Tokens[sentence.Chunks[s.First].Head].Pos != PartOfSpeech.Pronoun && s != target ? Words(document, sentence, s) : null;
            var number = NumberIn(sentence, clause);
            var start = sentence.Tokens[clause.Verb.First].Span.Start;
            bool MayBeMeant(CasualtyReport r) => r.Provenance.Span.Start < start && r is { Status: FigureStatus.Current, IsPartial: false, IsBackground: false, Count.IsNumbered: true } && !IsAdmitted(r);
            var last = FirstOf(sentences, sentence.Index + 1) - 1;
            if (last < 0)
                continue;
            if (number is { } n)
            {
                for (var i = last; i >= Math.Max(0, last - Reach); i--)
                {
                    if (MayBeMeant(reports[i]) && (reports[i].Count.Min == n || reports[i].Count.Max == n))
                        reports[i] = reports[i] with { Status = FigureStatus.Denied, DeniedBy = denier };
                }

                continue;
            }

            // "killed 60 soldiers and captured five. The army denied the figure": the first of the sentence; "denied the claim": all of it.
            var nearest = Array.FindLastIndex(reports, last, Math.Min(last + 1, Reach), r => MayBeMeant(r) && r.Claimant is not null);
            if (nearest < 0 || sentence.Index - sentences[nearest] > DenialReach)
                continue;
            var said = Enumerable.Range(FirstOf(sentences, sentences[nearest]), nearest - FirstOf(sentences, sentences[nearest]) + 1).Where(i => MayBeMeant(reports[i]) && reports[i].Claimant?.Speaker == reports[nearest].Claimant?.Speaker);
            foreach (var i in head is "figure" or "toll" or "number" or "count" ? said.Take(1) : said)
                reports[i] = reports[i] with { Status = FigureStatus.Denied, DeniedBy = denier };
        }
    }

    // "a figure that the command dismissed as false", "a claim the army denied": what is disputed stands before the clause.
    private static string? Disputed(Sentence sentence, Clause clause)
    {
        const int Back = 8;
        for (var k = clause.Verb.First - 1; k > Math.Max(0, clause.Verb.First - Back); k--)
        {
            if (sentence.Tokens[k].Lower is "figure" or "claim" or "toll" or "number" or "count" && k > 1 && sentence.Tokens[k - 1].Lower == "a" && sentence.Tokens[k - 2].Pos is PartOfSpeech.Comma or PartOfSpeech.Punctuation)
                return sentence.Tokens[k].Lower;
        }

        return null;
    }

    // What a side admits of itself is not what the other side denies.
    private static bool IsAdmitted(CasualtyReport report) =>
        report.Claimant?.Cue is { } cue && (cue.StartsWith("admit", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("acknowledg", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("conced", StringComparison.OrdinalIgnoreCase));

    // "called that number a fabrication", "described the toll as exaggerated"
    private static bool CallsFalse(Sentence sentence, Clause clause)
    {
        if (clause.Lemma is not ("call" or "describe" or "brand" or "label" or "term") || clause.IsPassive)
            return false;
        for (var k = clause.Verb.End; k < Math.Min(sentence.Tokens.Length, clause.Verb.End + FalseWithin); k++)
        {
            if (sentence.Tokens[k].Lower is "fabrication" or "fabricated" or "false" or "lie" or "lies" or "exaggerated" or "exaggeration" or "baseless" or "untrue" or "invented" or "fake" or "propaganda" or "fanciful" or "fairytale")
                return true;
        }

        return false;
    }

    private const int FalseWithin = 12;

    // "the toll rose to 14": what the same claimant, or nobody, gave before is replaced.
    private static void Replace(Sentence sentence, CasualtyReport[] reports, int[] sentences)
    {
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Lemma is not ("rise" or "climb" or "grow" or "increase" or "reach" or "bring" or "take" or "jump"))
                continue;
            var toll = clause.Lemma is "bring" or "take" ? clause.Object : clause.Subject;
            if (toll is not { } phrase || sentence.Tokens[sentence.Chunks[phrase.First].Head].Lower is not ("toll" or "number" or "count"))
                continue;
            var (first, end) = (FirstOf(sentences, sentence.Index), FirstOf(sentences, sentence.Index + 1));
            var now = reports[first..end].FirstOrDefault(r => r.Provenance.Span.Start >= sentence.Tokens[sentence.Chunks[phrase.First].First].Span.Start && r.Count.IsExact && !r.IsPartial);
            if (now is null)
                continue;
            for (var i = Math.Max(0, first - Reach); i < first; i++)
            {
                var old = reports[i];
                var sameVoice = old.Claimant is { } a && now.Claimant is { } b && Names.Entities.Same(a.Speaker, b.Speaker);
                if (old != now && old.Effect == now.Effect && sameVoice && old.Status == FigureStatus.Current && !old.IsPartial && !old.IsBackground && !old.IsCumulative && !old.IsHeadline && IsTotal(old) && old.Count.Max < now.Count.Min)
                    reports[i] = old with { Status = FigureStatus.Superseded };
            }
        }
    }

    // One death, or "two more", adds to a toll and is not replaced by it.
    private static bool IsTotal(CasualtyReport report) =>
        report.Count.Max > 1 && !report.Provenance.Evidence.Split(' ').Any(w => w is "more" or "another" or "additional" or "further" or "other" or "others" or "including" or "among");

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

    private static string Words(Document document, Sentence sentence, Phrase phrase)
    {
        var chunk = sentence.Chunks[phrase.First];
        return sentence.SpanOf(chunk.First, chunk.End).In(document.Text);
    }
}
