using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// Drops what an article only repeats: a figure in its headline, or one it gives without a source, where its text says who states that
/// figure. What the text nowhere attributes stays.
/// </summary>
internal static class RepeatedFigures
{
    public static List<Told<CasualtyReport>> Drop(IEnumerable<Told<CasualtyReport>> harm, IReadOnlyList<DayArticle> articles)
    {
        var all = InOrder.Of([.. harm], static h => (h.ArticleIndex, h.Fact.Provenance.Span));
        var kept = new List<Told<CasualtyReport>>(all.Count);
        for (int from = 0, to; from < all.Count; from = to)
        {
            var index = all[from].ArticleIndex;
            for (to = from + 1; to < all.Count && all[to].ArticleIndex == index;)
                to++;
            var told = new CasualtyReport[to - from];
            for (var i = 0; i < told.Length; i++)
                told[i] = all[from + i].Fact;
            Drop(index, told, articles[index], kept);
        }

        return kept;
    }

    private static void Drop(int index, CasualtyReport[] told, DayArticle article, List<Told<CasualtyReport>> kept)
    {
        // A figure alone replaces no other.
        var steps = told.Length == 1 ? [] : Array.FindAll(told, f => IsTransfer(f, told) || IsIncrement(f, told, article));
        foreach (var fact in told)
        {
            if (!IsRepeated(fact, told, article))
                kept.Add(new(index, Replaced(fact, told, steps)));
        }
    }

    /// <summary>The figures, those replaced that a correction takes back: "Corrects number of injured to six, not nine" speaks of the nine in the outlet's earlier copy.</summary>
    public static IEnumerable<Told<CasualtyReport>> Corrected(IReadOnlyCollection<Told<CasualtyReport>> harm, IReadOnlyList<DayArticle> articles)
    {
        var wrong = harm.Where(h => h.Fact.Status == FigureStatus.Superseded && IsOfTheOutlet(h.Fact, articles[h.ArticleIndex])).Select(h => (articles[h.ArticleIndex].Line, h.ArticleIndex, h.Fact.Effect, h.Fact.Count)).ToArray();
        return wrong.Length == 0 ? harm : harm.Select(h => h.Fact.Status == FigureStatus.Current && Array.Exists(wrong, w => w.Line == articles[h.ArticleIndex].Line && w.ArticleIndex != h.ArticleIndex && w.Effect == h.Fact.Effect && w.Count == h.Fact.Count)
            ? h with { Fact = h.Fact with { Status = FigureStatus.Superseded } }
            : h);
    }

    private static bool IsRepeated(CasualtyReport fact, CasualtyReport[] told, DayArticle article)
    {
        if (IsOfTheOutlet(fact, article) || IsTransfer(fact, told) || IsIncrement(fact, told, article) || DescribesItsWhole(fact, told, article) || IsOfSubhead(fact, told, article))
            return true;
        // What is told only to be denied is nobody else's figure.
        if ((!fact.IsHeadline && fact.Claimant is not null) || fact.Status == FigureStatus.Denied)
            return false;
        return Array.Exists(told, other => !ReferenceEquals(other, fact) && other.Effect == fact.Effect && !other.IsHeadline && (other.Claimant is not null || fact.IsHeadline) && Covers(other, fact))
            || (fact.IsHeadline && IsTotalOf(fact, told, article))
            || (fact.IsHeadline && fact.Claimant is null && Array.Exists(told, other => other.IsHeadline && other.Claimant is null && other.Effect == fact.Effect && other.Count == fact.Count
                && other.IsPartial == fact.IsPartial && other.Provenance.Span < fact.Provenance.Span));
    }

    // A correction's notice speaks of the outlet's own error: "(Corrects to show 12 were killed, not 21)". Nobody claimed the 21.
    private static bool IsOfTheOutlet(CasualtyReport fact, DayArticle article) =>
        Sentences.BlockAt(article.Article, fact.Provenance.Span.Start) is >= 0 and var block && article.Article.Blocks[block].Kind == BlockKind.CorrectionNotice;

    // "One of the wounded died, bringing the toll to five": the death is why the toll is five, and not a figure beside it.
    private static bool IsTransfer(CasualtyReport fact, CasualtyReport[] told) =>
        fact is { IsPartial: true, Effect: HarmEffect.Killed, Victims: { } victims } && Words.Of(victims).Any(w => w is "wounded" or "injured") && Grows(told, fact.Count.Min);

    private static bool Grows(CasualtyReport[] told, int? from) => Array.Exists(told, other => other is { IsPartial: false, Effect: HarmEffect.Killed } && other.Count.Min > from);

    // "Two more bodies were recovered" between ten dead and twelve: the step from one toll to the next is no figure beside them.
    private static bool IsIncrement(CasualtyReport fact, CasualtyReport[] told, DayArticle article)
    {
        if (fact is not { Effect: HarmEffect.Killed, Count: { Min: { } step, IsExact: true }, IsHeadline: false } || Victims.NamesSomeone(fact.Victims))
            return false;
        var sentence = Sentences.Around(article.Article, fact.Provenance.Span);
        if (!Words.Stand(article.Article.Text, sentence, "more", "another", "further") && !(fact.IsPartial && Words.Stand(article.Article.Text, sentence, "succumbed")))
            return false;
        return AreApart(told, fact, step);
    }

    // Two tolls of which one is as much greater than the other as the step is.
    private static bool AreApart(CasualtyReport[] told, CasualtyReport fact, int step)
    {
        var tolls = Tolls(told).Where(o => !ReferenceEquals(o, fact) && o.Count.Min > step).Select(o => o.Count.Min!.Value).ToHashSet();
        return tolls.Any(t => tolls.Contains(t + step));
    }

    private static IEnumerable<CasualtyReport> Tolls(CasualtyReport[] told) => told.Where(o => o is { Effect: HarmEffect.Killed, IsPartial: false, IsCumulative: false, Count.Min: not null });

    // "Four were killed … One of the wounded later died, bringing the toll to five": the article itself shows that four has been replaced.
    private static CasualtyReport Replaced(CasualtyReport fact, CasualtyReport[] told, CasualtyReport[] steps) =>
        steps.Length > 0 && fact is { Effect: HarmEffect.Killed, IsPartial: false, IsCumulative: false, IsHeadline: false, Status: FigureStatus.Current, Count.Min: { } toll } && IsReplaced(fact, told, steps, toll)
            ? fact with { Status = FigureStatus.Superseded }
            : fact;

    private static bool IsReplaced(CasualtyReport fact, CasualtyReport[] told, CasualtyReport[] steps, int toll) =>
        Array.Exists(steps, s => s.Count.Min is { } step && s.Provenance.Span.Start > fact.Provenance.Span.Start && Tolls(told).Any(t => t.Count.Min == toll + step && t.Provenance.Span.Start > fact.Provenance.Span.Start));

    // "27 are being treated, some of them with burns": says of the source's own figure what they were like, and gives none.
    private static bool DescribesItsWhole(CasualtyReport fact, CasualtyReport[] told, DayArticle article)
    {
        if (!fact.IsPartial || fact.Count.IsNumbered)
            return false;
        var sentence = Sentences.Around(article.Article, fact.Provenance.Span);
        return fact.IsHeadline || Array.Exists(told, o => !o.IsPartial && o.Count.IsNumbered && o.Claimant?.Speaker == fact.Claimant?.Speaker && sentence.Overlaps(o.Provenance.Span));
    }

    // The heading over an entry or a section says in short what the section tells.
    private static bool IsOfSubhead(CasualtyReport fact, CasualtyReport[] told, DayArticle article)
    {
        var blocks = article.Article.Blocks;
        var head = Sentences.BlockAt(article.Article, fact.Provenance.Span.Start);
        if (head < 0 || blocks[head].Kind != BlockKind.Subhead)
            return false;
        var end = head + 1;
        while (end < blocks.Length && blocks[end].Kind != BlockKind.Subhead)
            end++;
        var section = new TextSpan(blocks[head].Span.End, blocks[end - 1].Span.End);
        return Array.Exists(told, o => o.Effect == fact.Effect && section.Contains(o.Provenance.Span.Start) && (o.Count == fact.Count || !fact.Count.IsNumbered));
    }

    private static bool Covers(CasualtyReport body, CasualtyReport fact)
    {
        if (!fact.Count.IsNumbered)
            return fact.Vague is null && (fact.IsHeadline || body.Count.IsNumbered) && fact.IsPartial == body.IsPartial;
        if (fact.IsPartial != body.IsPartial && !(fact.IsHeadline || fact.Claimant is null))
            return false;
        // A headline's figure of three or more is the text's, however each describes the people.
        return (body.Count.Min ?? body.Count.Max) == (fact.Count.Min ?? fact.Count.Max)
            && (Victims.MayBeOne(body.Victims, fact.Victims) || (fact.IsHeadline && fact.Count.Min > 2 && body.IsPartial == fact.IsPartial));
    }

    // "Drone attack wounds four" over "wounding three soldiers and a contractor, an official said": the headline adds up what one sentence gives
    // from one source. The sum is only recognised; what is shown are the figures.
    private static bool IsTotalOf(CasualtyReport headline, CasualtyReport[] told, DayArticle article)
    {
        return headline.Count.Min is { } total && told
            .Where(f => !f.IsHeadline && f.Effect == headline.Effect && !f.IsPartial && f.Claimant is not null && f.Status == FigureStatus.Current && f.Count.Min is not null)
            .GroupBy(f => (Sentences.Around(article.Article, f.Provenance.Span).Start, f.Claimant!.Speaker))
            .Any(g => g.Count() > 1 && g.Sum(f => f.Count.Min!.Value) == total);
    }
}
