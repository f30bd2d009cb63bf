using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Digest.Names;

namespace Digest.Tests.Names;

/// <summary>The names that people found to be one or two in the gold files: straight from the files, so that none is forgotten.</summary>
public sealed class GoldEntityTests
{
    private static readonly ImmutableArray<string> Names = ["seeds", "written-a", "written-b"];

    private static readonly ImmutableDictionary<string, JsonNode> Files =
        Names.ToImmutableDictionary(f => f, f => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "gold", f + ".json")))!);

    public static TheoryData<string> Groups()
    {
        var groups = new TheoryData<string>();
        // A group may stand in several of the files.
        foreach (var group in Names.SelectMany(file => Files[file]["sameEntity"]!.AsArray()).Select(group => string.Join('|', group!.AsArray().Select(n => (string)n!))).Distinct(StringComparer.Ordinal))
            groups.Add(group);

        return groups;
    }

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var file in Names)
        {
            foreach (var pair in Files[file]["notSameEntity"]!.AsArray())
                pairs.Add((string)pair![0]!, (string)pair[1]!);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void EveryGroupJoins(string group)
    {
        var names = group.Split('|');
        var mentions = EntityGroupsTests.Mentions;
        var groups = EntityGroups.Of(mentions);

        // Two names join by their words, or by what the articles tell of whoever they call so.
        bool Joined(string a, string b) => Entities.Same(a, b) || mentions.Where(m => Is(m, a)).Any(m => mentions.Where(n => Is(n, b)).Any(n => groups.Same(m, n)));
        static bool Is(EntityMention mention, string name) => mention.Name == name || mention.Role == name || Entities.Key(mention.Name) == Entities.Key(name);
        var reached = new HashSet<string>(StringComparer.Ordinal) { names[0] };
        while (names.FirstOrDefault(n => !reached.Contains(n) && reached.Any(r => Joined(r, n))) is { } next)
            reached.Add(next);

        Assert.Equal(names.Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void NoPairDoes(string one, string other)
    {
        var mentions = EntityGroupsTests.Mentions;
        var groups = EntityGroups.Of(mentions);

        Assert.False(Entities.Same(one, other));
        Assert.DoesNotContain(mentions.Where(m => m.Name == one), m => mentions.Where(n => n.Name == other).Any(n => groups.Same(m, n)));
    }
}
