using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly Dictionary<ArticleFacts, int> uploads = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, List<ArticleFacts>> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeldArticle> held = new(StringComparer.Ordinal);
    private readonly List<HeldArticle> articles = [];
    private DayArticle[] dayArticles = [];
    private readonly HashSet<StoryGroup> groups = [];
    private readonly Places places = new();
    private readonly CopyIndex copies = new();
    private readonly StoryIndex pairs;
    private readonly StoryEvents events;
    private readonly UniqueIds unique = new();
    private int move;
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
        var (gone, come) = Exchange(target);
        changes += gone.Count;
        var numbers = Number(gone, come);
        StoryNode[] nodesGone = [.. gone.SelectMany(article => article.Nodes)], nodesCome = [.. come.SelectMany(article => article.Nodes)];
        HashSet<StoryNode> asked = [];
        Parallel.Invoke(Side.BySide(come.Length), () => Link(gone, come), () => asked = pairs.Hold(nodesGone, nodesCome));
        asked.UnionWith(copies.TakeChanged().SelectMany(article => article.Nodes));
        Group(nodesGone, nodesCome, asked);
        Build(numbers);
        var sources = Sources();
        joins?.AddRange(articles.SelectMany(a => a.Copies.Where(c => c.Key.Index > a.Index).Select(c => new Join(JoinKind.Copy, a.Article.Article.Name, c.Key.Article.Article.Name, c.Value.Reason))));
        return new(date, sources, Ranking.Of([.. unique.Of(Stories).Select(named => (named.Story, named.Group.Measure))])) { Names = NameIndexer.Of(ImmutableCollectionsMarshal.AsImmutableArray(dayArticles)) };
    }

    /// <summary>Takes in what is new and lets go what is no more, text by text.</summary>
    private (List<HeldArticle> Gone, HeldArticle[] Come) Exchange(IEnumerable<ArticleFacts> target)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        var count = 0;
        move++;
        foreach (var facts in target)
        {
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(uploads, facts, out var isKnown);
            count += last == move ? 0 : 1;
            last = move;
            if (isKnown)
                continue;
            if (!texts.TryGetValue(facts.Article.Id, out var same))
                texts[facts.Article.Id] = same = [];
            same.Add(facts);
            ids.Add(facts.Article.Id);
        }

        foreach (var facts in count == uploads.Count ? [] : uploads.Where(upload => upload.Value != move).Select(upload => upload.Key).ToArray())
        {
            uploads.Remove(facts);
            texts[facts.Article.Id].RemoveAll(same => ReferenceEquals(same, facts));
            ids.Add(facts.Article.Id);
        }

        var gone = new List<HeldArticle>();
        var come = new List<DayArticle>();
        foreach (var id in ids)
        {
            if (held.Remove(id, out var former))
                gone.Add(former);
            if (texts[id].Count > 0)
                come.Add(DayArticles.OneOf(texts[id], joins));
            else
                texts.Remove(id);
        }

        var read = Each(come.Count, i => Read(come[i]));
        foreach (var article in read)
            held[article.Article.Id] = article;
        Array.Sort(read, (a, b) => DayArticles.Compare(a.Article, b.Article));
        return (gone, read);
    }

    private HeldArticle Read(DayArticle article)
    {
        var read = new HeldArticle(article);
        read.Nodes = [.. StoryUnits.Of(article, places).Select(unit => new StoryNode(unit, read))];
        return read;
    }

    /// <summary>Puts the articles in their order and numbers them.</summary>
    /// <returns>The number now, by the number before; null where no article that stays got another.</returns>
    private int[]? Number(List<HeldArticle> gone, HeldArticle[] come)
    {
        var numbers = new int[articles.Count];
        var leaving = gone.ToHashSet();
        articles.RemoveAll(leaving.Contains);
        foreach (var article in come.Length < Side.Many ? come : [])
        {
            var at = articles.BinarySearch(article, ByOrder);
            articles.Insert(~at, article);
        }

        if (come.Length >= Side.Many)
        {
            articles.AddRange(come);
            articles.Sort(ByOrder);
        }

        var arriving = come.ToHashSet();
        var (isMoved, place) = (false, 0);
        for (var i = 0; i < articles.Count; i++)
        {
            if (!arriving.Contains(articles[i]))
            {
                numbers[articles[i].Index] = i;
                isMoved |= articles[i].Index != i;
            }

            articles[i].Article.Index = i;
            foreach (var node in articles[i].Nodes)
                node.Place = place++;
        }

        return isMoved ? numbers : null;
    }

    private static readonly Comparer<HeldArticle> ByOrder = Comparer<HeldArticle>.Create((a, b) => DayArticles.Compare(a.Article, b.Article));

    /// <summary>Links articles by the copy they share, and lines of reporting by these links.</summary>
    private void Link(List<HeldArticle> gone, HeldArticle[] come)
    {
        foreach (var article in gone)
            copies.Remove(article);
        copies.Add(come);
        if (copies.HasChanged)
            Line();
        else
            KeepLines(come);
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
        foreach (var group in numbers is null ? [] : groups.Where(group => group is { IsChanged: false, Built: not null }))
            group.Built = Renumbering.Of(group.Built!, numbers!);
        dayArticles = [.. articles.Select(article => article.Article)];
        var changed = groups.Where(group => group.IsChanged).OrderBy(group => group.Nodes[0].Place).ToArray();
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
        EventMerger.Merge(draft, dayArticles, places, joins);
        StoryHarm.Assign(draft, places);
        group.IsChanged = false;
        group.Built = null;
        if (draft.Merged.Count == 0 && group.Units.All(unit => unit.IsItem))
            return;
        var story = StoryBuilder.Build(draft, dayArticles, places, joins);
        group.Measure = Ranking.MeasureOf(story, dayArticles);
        group.Built = story with { RankReason = Ranking.Reason(group.Measure) };
    }

    private ImmutableArray<Source> Sources() => [.. articles.Select(article =>
        article.Source is { } known && known.Number == article.Index + 1 && known.Line == article.Article.Line ? known : article.Source = article.Article.ToSource())];

    // No article is linked to another than before: each that came is a line of its own, and all lines open where they did.
    private void KeepLines(HeldArticle[] come)
    {
        foreach (var article in come)
            article.LineOpening = article;
        foreach (var article in articles)
            article.Article.Line = article.LineOpening!.Index + 1;
    }

    /// <summary>Numbers the lines of reporting. Which articles of a story are of one line is part of the story.</summary>
    private void Line()
    {
        var lines = SharedCopy.Lines(articles);
        foreach (var article in articles)
        {
            article.Article.Line = lines[article.Index] + 1;
            var opening = articles[lines[article.Index]];
            if (opening == article.LineOpening)
                continue;
            article.LineOpening = opening;
            foreach (var group in article.Nodes.Select(node => node.Group).Concat(article.Nodes.SelectMany(node => node.Passing).Select(told => told.Home)).OfType<StoryGroup>())
                group.IsChanged = true;
        }
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
