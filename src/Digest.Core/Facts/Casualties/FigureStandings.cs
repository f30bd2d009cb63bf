using System.Collections.Frozen;
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

    internal static ImmutableArray<CasualtyReport> Settle(Document document, Attributions attributions, ImmutableArray<CasualtyReport> reports)
    {
        var settled = reports.ToArray();
        var sentences = Array.ConvertAll(settled, r => document.SentenceAt(r.Provenance.Span.Start));
        foreach (var sentence in document.Sentences)
        {
            Deny(document, attributions, sentence, settled, sentences);
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
    private static void Deny(Document document, Attributions attributions, Sentence sentence, CasualtyReport[] reports, int[] sentences)
    {
        CallFalse(sentence, reports, sentences);
        if (IsFlatDenial(sentence))
        {
            var flat = FirstOf(sentences, sentence.Index) - 1;
            if (flat >= 0 && sentence.Index - sentences[flat] == 1 && IsDeniable(reports[flat]))
                reports[flat] = reports[flat] with { Status = FigureStatus.Denied, DeniedBy = null };
        }

        if (BareDenial(sentence) is { } bare)
        {
            var denied = LastBefore(sentence, sentence.Tokens[0].Span.Start, reports, sentences);
            if (denied >= 0)
                reports[denied] = reports[denied] with { Status = FigureStatus.Denied, DeniedBy = attributions.Covering(bare)?.Attribution.Speaker };
        }

        foreach (var clause in sentence.Clauses)
        {
            var called = CallsFalse(sentence, clause);
            if (!called && !Denials.Contains(clause.Lemma) || clause.Verb.IsNegated)
                continue;
            var target = clause.IsPassive || clause.Kind == ClauseKind.Relative ? clause.Subject : clause.Object;
            var head = target is { } t ? sentence.Tokens[sentence.Chunks[t.First].Head].Lower : null;
            head = Disputed(sentence, clause) ?? head;
            // "called the group's figure propaganda": what is called so stands right before it.
            if (called && head is not null && FalseWords.Contains(head))
                head = sentence.Tokens.Skip(clause.Verb.End).Take(FalseWithin).FirstOrDefault(t => IsSaid(t.Lower))?.Lower ?? head;
            if (clause.Kind == ClauseKind.Relative && clause.Object is { } o && head is null or not ("figure" or "claim" or "toll" or "number" or "count"))
                head = sentence.Tokens[sentence.Chunks[o.First].Head].Lower;
            if (head is not ("figure" or "figures" or "claim" or "claims" or "toll" or "number" or "numbers" or "count" or "it" or "this" or "that" or "report" or "reports"))
                continue;
            var denier = clause.Subject is { } s && sentence.Tokens[sentence.Chunks[s.First].Head].Pos != PartOfSpeech.Pronoun && s != target ? Words(document, sentence, s) : null;
            var number = NumberIn(sentence, clause);
            var start = sentence.Tokens[clause.Verb.First].Span.Start;
            bool MayBeMeant(CasualtyReport r) => r.Provenance.Span.Start < start && IsDeniable(r);
            var last = FirstOf(sentences, sentence.Index + 1) - 1;
            if (last < 0)
                continue;
            // "denied reports that 100 soldiers had died", "debunked the claim of 60 dead": the figure stands behind what is denied.
            if (target is { } what && DenyBehind(sentence, clause, what, reports, sentences, denier) && number is null)
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
            var nearest = LastBefore(sentence, start, reports, sentences, Denied(document, sentence, clause, attributions));
            if (nearest < 0 || (head is not ("figure" or "figures" or "toll" or "number" or "numbers" or "count") && IsOther(document, sentence, head, reports[nearest].Provenance.Span.Start, start, sentences[nearest])))
                continue;
            var (first, teller) = (FirstOf(sentences, sentences[nearest]), reports[nearest].Claimant?.Speaker);
            var said = Enumerable.Range(first, FirstOf(sentences, sentences[nearest] + 1) - first).Where(i => reports[i].Claimant?.Speaker == teller && (MayBeMeant(reports[i]) || (reports[i].IsPartial && MayBeMeant(reports[i] with { IsPartial = false }))));
            foreach (var i in head is "figure" or "toll" or "number" or "count" ? said.Where(i => !reports[i].IsPartial).Take(1).ToArray() : [.. said])
                reports[i] = reports[i] with { Status = FigureStatus.Denied, DeniedBy = denier };
        }
    }

    // "21 people died, it said, and accused the group of aiming at civilians, a claim the group denied": what is denied is what it was accused of, or what the sentence before says.
    private static bool IsOther(Document document, Sentence sentence, string head, int figure, int denial, int figureSentence) =>
        (head is "it" or "this" or "that" && sentence.Index - figureSentence > 1)
        || document.Sentences.Skip(figureSentence).Take(sentence.Index - figureSentence + 1).Any(s => s.Tokens.Any(t => t.Span.Start > figure && t.Span.Start < denial && t.IsVerb && Accusing.Contains(t.Lemma)));

    private static bool DenyBehind(Sentence sentence, Clause clause, Phrase target, CasualtyReport[] reports, int[] sentences, string? denier)
    {
        var end = sentence.Chunks[target.Last].End;
        if (clause.IsPassive || clause.Kind == ClauseKind.Relative || target.First < clause.VerbChunk || end >= sentence.Tokens.Length)
            return false;
        // What is denied goes on to the next comma; "reports in the press that …" has a place of its own.
        var stop = sentence.Tokens.Skip(end).FirstOrDefault(t => t.Pos is PartOfSpeech.Comma || t.Lower is ";" or ":")?.Span.Start ?? sentence.Span.End;
        if (!sentence.Tokens.Skip(end).TakeWhile(t => t.Span.Start < stop).Any(t => t.Lower is "that" or "of"))
            return false;
        var any = false;
        for (var i = FirstOf(sentences, sentence.Index); i < FirstOf(sentences, sentence.Index + 1); i++)
        {
            if (!reports[i].Count.IsNumbered || reports[i].Provenance.Span.Start < sentence.Tokens[end].Span.Start || reports[i].Provenance.Span.Start >= stop)
                continue;
            var claimant = reports[i].Claimant is { } own && denier is not null && Names.Entities.Same(own.Speaker, denier) ? null : reports[i].Claimant;
            (reports[i], any) = (reports[i] with { Status = FigureStatus.Denied, DeniedBy = denier, Claimant = claimant }, true);
        }

        return any;
    }

    private static bool IsDeniable(CasualtyReport report) => report is { Status: FigureStatus.Current, IsPartial: false, IsBackground: false, Count.IsNumbered: true } && !IsAdmitted(report);

    // The last figure before a place that somebody states, near enough to be meant; -1 where there is none.
    private static int LastBefore(Sentence sentence, int start, CasualtyReport[] reports, int[] sentences, Predicate<CasualtyReport>? meant = null)
    {
        var last = FirstOf(sentences, sentence.Index + 1) - 1;
        var nearest = last < 0 ? -1 : Array.FindLastIndex(reports, last, Math.Min(last + 1, Reach), r => r.Provenance.Span.Start < start && IsDeniable(r) && r.Claimant is not null && (meant is null || meant(r)));
        return nearest >= 0 && sentence.Index - sentences[nearest] <= DenialReach ? nearest : -1;
    }

    // "It called the monitor's figure fiction": the figure of whoever owns it, and never the denier's own.
    private static Predicate<CasualtyReport> Denied(Document document, Sentence sentence, Clause clause, Attributions attributions)
    {
        var owner = sentence.Tokens.Skip(clause.Verb.End).Take(FalseWithin).TakeWhile(t => t.Pos != PartOfSpeech.PossessiveMarker && t.Pos != PartOfSpeech.Comma).LastOrDefault();
        var owned = owner is { IsNominal: true } && sentence.Tokens.FirstOrDefault(t => t.Span.Start >= owner.Span.End) is { Pos: PartOfSpeech.PossessiveMarker };
        var denier = clause.Subject is { } s ? sentence.Head(s.First).Pos == PartOfSpeech.Pronoun ? attributions.SpokenBefore(sentence)?.Speaker : Words(document, sentence, s) : null;
        return r => r.Claimant is { } claimant && (denier is null || !Names.Entities.Same(claimant.Speaker, denier)) && (!owned || claimant.Speaker.Contains(owner!.Text, StringComparison.OrdinalIgnoreCase));
    }

    // "The story of nine dead civilians is a fabrication": who says so denies the figure, and whose it is the sentence does not say.
    private static void CallFalse(Sentence sentence, CasualtyReport[] reports, int[] sentences)
    {
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Lemma != "be" || clause.Verb.IsNegated || clause.Subject is not { } subject || !IsSaid(sentence.Tokens[sentence.Chunks[subject.First].Head].Lower) || !IsCalledFalse(sentence, clause))
                continue;
            var said = new TextSpan(sentence.Tokens[sentence.Chunks[subject.First].First].Span.Start, sentence.Tokens[clause.Verb.First].Span.Start);
            for (var i = FirstOf(sentences, sentence.Index); i < FirstOf(sentences, sentence.Index + 1); i++)
            {
                if (said.Contains(reports[i].Provenance.Span.Start))
                    reports[i] = reports[i] with { Status = FigureStatus.Denied, DeniedBy = reports[i].Claimant?.Speaker, Claimant = null };
            }
        }
    }

    private static bool IsSaid(string noun) =>
        noun is "story" or "stories" or "tale" or "claim" or "claims" or "figure" or "figures" or "number" or "toll" or "report" or "reports" or "allegation" or "allegations" or "talk" or "assertion" or "rumour" or "rumours" or "rumor" or "rumors";

    // "That is not so.", "This is untrue.", "It is not true."
    private static bool IsFlatDenial(Sentence sentence)
    {
        const int Longest = 6;
        var words = sentence.Tokens.Where(t => t.IsWord).Select(t => t.Lower).ToArray();
        return words.Length is > 2 and <= Longest && words[0] is "that" or "this" or "it" && words[1] is "is" or "was" &&
            (words[2] is "not" ? words[^1] is "so" or "true" or "correct" or "right" or "case" : FalseWords.Contains(words[^1]) && words[2..^1].All(w => w is "a" or "an" or "simply" or "pure" or "plain" or "entirely"));
    }

    // « Fanciful figures », "Lies": words in marks that say no more than that something is not so.
    private static TextSpan? BareDenial(Sentence sentence)
    {
        const int Longest = 6;
        var tokens = sentence.Tokens;
        var close = 1;
        while (close < Math.Min(tokens.Length, Longest) && tokens[close].Pos != PartOfSpeech.CloseQuote)
            close++;
        if (tokens[0].Pos != PartOfSpeech.OpenQuote || close >= Math.Min(tokens.Length, Longest) || tokens[1..close].Any(t => t.IsVerb && !FalseWords.Contains(t.Lower) && !IsSaid(t.Lower) && t.Lemma != "be"))
            return null;
        var words = tokens[1..close].Where(t => t.IsWord).Select(t => t.Lower).ToArray();
        return Array.Exists(words, FalseWords.Contains) && Array.TrueForAll(words, w => FalseWords.Contains(w) || IsSaid(w) || w is "a" or "an" or "the" or "pure" or "these" or "all" or "are" or "is" or "it" or "such" or "and" or "numbers") ? tokens[1].Span.Hull(tokens[close - 1].Span) : null;
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
        return IsCalledFalse(sentence, clause);
    }

    private static readonly FrozenSet<string> FalseWords = WordList.Read("Facts/Casualties/falsehoods.words.txt");

    /// <summary>"deny", "debunk": verbs that take back what was said.</summary>
    internal static readonly FrozenSet<string> Denials = WordList.Read("Facts/Casualties/denials.words.txt");

    /// <summary>"accuse", "blame": what they bring against somebody is denied as a deed, whatever figure stood before.</summary>
    private static readonly FrozenSet<string> Accusing = WordList.Read("Facts/Casualties/accusing.words.txt");

    // One of them behind the verb, in its own clause and not negated.
    private static bool IsCalledFalse(Sentence sentence, Clause clause)
    {
        for (var k = clause.Verb.End; k < Math.Min(sentence.Tokens.Length, clause.Verb.End + FalseWithin); k++)
        {
            if (sentence.Tokens[k].Pos == PartOfSpeech.Negation)
                return false;
            if (FalseWords.Contains(sentence.Tokens[k].Lower))
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
            // What has died since a truce counts the day's dead in and replaces nothing.
            if (now is null or { IsCumulative: true })
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
            if (sentence.Tokens[k].Pos is PartOfSpeech.Comma or PartOfSpeech.OpenQuote or PartOfSpeech.Punctuation)
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
