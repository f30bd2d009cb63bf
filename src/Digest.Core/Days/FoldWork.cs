using System.Collections.Immutable;
using Digest.Facts;

namespace Digest.Days;

/// <summary>
/// The working of a fold, kept from one set of uploads to the next: it is moved to another set by what differs, and the day it gives is that of the set it stands at, whichever way it came.
/// Each stage keeps its index over the articles and tells the next what changed: copies link articles, pairs of units make stories, events told in passing find theirs, and a story is built anew
/// only where something of it changed. For one thread at a time.
/// </summary>
internal sealed class FoldWork
{
    private readonly DateOnly date;
    private readonly List<Join>? joins;
    private readonly Uploads uploads = new();
    private readonly Dictionary<string, HeldArticle> held = new(StringComparer.Ordinal);
    private readonly ArticleOrder articles = new();
    private readonly HashSet<StoryGroup> groups = [];
    private readonly Places places = new();
    private readonly CopyIndex copies = new();
    private readonly StoryIndex pairs;
    private readonly StoryEvents events;
    private readonly UniqueIds unique = new();
    private int enriched;
    private int changes;

    /// <param name="joins">Takes the reasons for what was found to be one; then only one move may be made. Null where nobody asks for them.</param>
    public FoldWork(DateOnly date, List<Join>? joins = null)
    {
        (this.date, this.joins) = (date, joins);
        (pairs, events) = (new(places), new(places));
    }

    /// <summary>So many articles have come and gone that starting afresh costs less than what their traces take.</summary>
    public bool IsWorn => changes > 1000 + (4 * articles.Count);

    /// <summary>The stories at the set it stands at, in the order of their first units.</summary>
    public IEnumerable<StoryGroup> Stories => groups.OrderBy(group => group.Nodes[0].Place);

    /// <summary>The day that the uploads make. The same facts given twice are one.</summary>
    public Day MoveTo(IEnumerable<ArticleFacts> target)
    {
        using var runs = new RunStore();
        var (gone, come) = Exchange(target, runs);
        changes += gone.Count;
        var numbers = articles.Exchange(gone, come);
        StoryNode[] nodesGone = [.. gone.SelectMany(article => article.Nodes)], nodesCome = [.. come.SelectMany(article => article.Nodes)];
        HashSet<StoryNode> asked = [];
        Parallel.Invoke(Side.BySide(come.Length), () => Link(gone, come), () =>
        {
            pairs.Reorder(articles.Moved.SelectMany(article => article.Nodes));
            asked = pairs.Hold(nodesGone, nodesCome);
            // Linking takes longer; what building the stories will ask of each unit is read meanwhile.
            foreach (var node in nodesCome)
                node.Unit.Prepare(places);
        });
        asked.UnionWith(copies.TakeChanged().SelectMany(article => article.Nodes));
        Group(nodesGone, nodesCome, asked);
        Build(numbers);
        joins?.AddRange(articles.All.SelectMany(a => a.Copies.Where(c => c.Key.Index > a.Index).Select(c => new Join(JoinKind.Copy, a.Article.Article.Name, c.Key.Article.Article.Name, c.Value.Reason))));
        return new(date, articles.Sources(), Ranking.Of([.. unique.Of(Stories).Select(named => (named.Story, named.Group.Measure))]))
        {
            Names = enriched == 0 ? null : NameIndexer.Of(ImmutableArray.Create(articles.Articles, 0, articles.Count)),
        };
    }

    /// <summary>Takes in what is new and lets go what is no more, text by text.</summary>
    private (List<HeldArticle> Gone, HeldArticle[] Come) Exchange(IEnumerable<ArticleFacts> target, RunStore runs)
    {
        var gone = new List<HeldArticle>();
        var come = new List<DayArticle>();
        foreach (var id in uploads.MoveTo(target).Order(StringComparer.Ordinal))
        {
            if (held.Remove(id, out var former))
                gone.Add(former);
            if (uploads.Of(id) is { Count: > 0 } same)
                come.Add(DayArticles.OneOf(same, joins));
        }

        var read = Each(come.Count, i => Read(come[i], runs));
        held.EnsureCapacity(held.Count + read.Length);
        foreach (var article in read)
            held[article.Article.Id] = article;
        Array.Sort(read, (a, b) => DayArticles.Compare(a.Article, b.Article));
        enriched += read.Count(IsEnriched) - gone.Count(IsEnriched);
        return (gone, read);

        static bool IsEnriched(HeldArticle article) => article.Article.Facts.Enrichment is not null;
    }

    private HeldArticle Read(DayArticle article, RunStore runs)
    {
        var read = new HeldArticle(article, article.Read(runs));
        read.Nodes = [.. StoryUnits.Of(article, places).Select(unit => new StoryNode(unit, read))];
        return read;
    }

    /// <summary>Links articles by the copy they share, and lines of reporting by these links.</summary>
    private void Link(List<HeldArticle> gone, HeldArticle[] come)
    {
        foreach (var article in gone)
            copies.Remove(article);
        copies.Reorder(articles.Moved);
        copies.Add(come);
        var relined = SharedCopy.Line(come.Concat(copies.Changed));
        articles.Line(relined);
        // Which articles of a story are of one line is part of the story.
        foreach (var group in relined.SelectMany(article => article.Nodes).SelectMany(node => node.Passing.Select(told => told.Home).Prepend(node.Group)).OfType<StoryGroup>())
            group.IsChanged = true;
    }

    private void Group(StoryNode[] gone, StoryNode[] come, HashSet<StoryNode> asked)
    {
        var touched = pairs.Compare([.. asked.OrderBy(node => node.Place)]);
        StoryIndex.Forget(gone, touched);
        touched.UnionWith(come);
        touched.ExceptWith(gone);
        foreach (var node in gone)
            events.Remove(node);
        foreach (var node in come)
            events.Add(node);
        var (former, made) = StoryGroups.Regroup(touched.OrderBy(node => node.Place), pairs.Terms, places, joins);
        former.UnionWith(gone.Select(node => node.Group!));
        groups.ExceptWith(former);
        groups.UnionWith(made);
        events.Settle(former, made);
    }

    private void Build(int[]? numbers)
    {
        StoryGroup[] moved = numbers is null ? [] : [.. groups.Where(group => group is { IsChanged: false, Built: not null })];
        Each(moved.Length, i => moved[i].Built = Renumbering.Of(moved[i].Built!, numbers!));
        // The largest first, so that no thread still has one when the others are done; where reasons are asked for, as the stories stand.
        var changed = groups.Where(group => group.IsChanged).OrderByDescending(group => joins is null ? group.Nodes.Length : 0).ThenBy(group => group.Nodes[0].Place).ToArray();
        Each(changed.Length, i =>
        {
            Build(changed[i]);
            return changed[i];
        });
        foreach (var group in changed)
            unique.Take(group);
    }

    private void Build(StoryGroup group)
    {
        var draft = new StoryDraft(group);
        EventMerger.Merge(draft, articles.Articles, places, joins);
        StoryHarm.Assign(draft, places);
        group.IsChanged = false;
        group.Built = null;
        if (draft.Merged.Count == 0 && group.Units.All(unit => unit.IsItem))
            return;
        var story = StoryBuilder.Build(draft, articles.Articles, places, joins);
        group.Measure = Ranking.MeasureOf(story, articles.Articles);
        group.Built = story with { RankReason = Ranking.Reason(group.Measure) };
    }

    // On more threads where there is much to do, but for the reasons, which are kept in one order.
    private T[] Each<T>(int count, Func<int, T> work)
    {
        var done = new T[count];
        if (count < Side.Many || joins is not null)
        {
            for (var i = 0; i < count; i++)
                done[i] = work(i);
        }
        else
        {
            Parallel.For(0, count, i => done[i] = work(i));
        }

        return done;
    }
}
