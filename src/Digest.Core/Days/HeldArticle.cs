namespace Digest.Days;

/// <summary>An article as a fold holds it: what follows from it alone, and how it stands to the others.</summary>
internal sealed class HeldArticle(DayArticle article, ReadOnlyMemory<ulong> runs)
{
    public DayArticle Article { get; } = article;

    /// <summary>Its distinct runs of words, sorted; none once the index of copies has them.</summary>
    public ReadOnlyMemory<ulong> Runs { get; set; } = runs;

    /// <summary>Its place among the fold's articles, from 0.</summary>
    public int Index => Article.Index;

    /// <summary>The articles it shares copy with.</summary>
    public Dictionary<HeldArticle, CopyLink> Copies { get; } = [];

    /// <summary>Its one unit, or the items of a round-up.</summary>
    public StoryNode[] Nodes { get; set; } = [];

    /// <summary>The first article of its line of reporting.</summary>
    public HeldArticle? LineOpening { get; set; }

    /// <summary>Its number in the index of copies.</summary>
    public int Number { get; set; }

    /// <summary>How the source list shows it, while number and line stay as they are.</summary>
    public Source? Source { get; set; }
}
