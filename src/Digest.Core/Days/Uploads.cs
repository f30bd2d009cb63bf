using System.Runtime.InteropServices;
using Digest.Facts;

namespace Digest.Days;

/// <summary>The uploads that a fold stands at, text by text. It goes from some to others by what differs: what stands in both before and behind it is not looked at.</summary>
internal sealed class Uploads
{
    // As they came; the other is for those to come.
    private List<ArticleFacts> stand = [];
    private List<ArticleFacts> other = [];

    // How often each of them came: the same facts given twice are one.
    private readonly Dictionary<ArticleFacts, int> times = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, List<ArticleFacts>> texts = new(StringComparer.Ordinal);

    /// <summary>Those of one text; none where there are none any more.</summary>
    public IReadOnlyList<ArticleFacts> Of(string id) => texts.TryGetValue(id, out var same) ? same : [];

    /// <returns>The ids of the texts of which an upload came or went.</returns>
    public HashSet<string> MoveTo(IEnumerable<ArticleFacts> target)
    {
        other.AddRange(target);
        var before = CollectionsMarshal.AsSpan(stand);
        var now = CollectionsMarshal.AsSpan(other);
        var start = 0;
        while (start < Math.Min(before.Length, now.Length) && ReferenceEquals(before[start], now[start]))
            start++;
        var end = 0;
        while (end < Math.Min(before.Length, now.Length) - start && ReferenceEquals(before[^(end + 1)], now[^(end + 1)]))
            end++;

        var come = now.Length - end - start;
        times.EnsureCapacity(times.Count + come);
        texts.EnsureCapacity(texts.Count + come);
        var differing = new HashSet<string>(come, StringComparer.Ordinal);
        // What comes before what goes: what only stands elsewhere never comes to nothing.
        foreach (var facts in now[start..^end])
            Come(facts, differing);
        foreach (var facts in before[start..^end])
            Go(facts, differing);
        stand.Clear();
        (stand, other) = (other, stand);
        return differing;
    }

    private void Come(ArticleFacts facts, HashSet<string> differing)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(times, facts, out _);
        if (known++ > 0)
            return;
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(texts, facts.Article.Id, out _);
        (same ??= new(1)).Add(facts);
        differing.Add(facts.Article.Id);
    }

    private void Go(ArticleFacts facts, HashSet<string> differing)
    {
        if (--times[facts] > 0)
            return;
        times.Remove(facts);
        var same = texts[facts.Article.Id];
        same.RemoveAll(each => ReferenceEquals(each, facts));
        if (same.Count == 0)
            texts.Remove(facts.Article.Id);
        differing.Add(facts.Article.Id);
    }
}
