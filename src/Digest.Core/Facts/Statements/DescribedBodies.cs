using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Whether a body that is first described ("a medical group") and one that is then named ("the Sudan Doctors' Network") can be one: what they are about must agree
/// (<c>bodyfields.table.tsv</c>), or both must be armed groups.
/// </summary>
internal static class DescribedBodies
{
    private static readonly FrozenDictionary<string, string> Fields = WordList.Rows("Facts/Statements/bodyfields.table.tsv")
        .SelectMany(row => row[1].Split(' ').Select(word => (word, row[0]))).ToFrozenDictionary(p => p.word, p => p.Item2, StringComparer.Ordinal);

    // What such descriptions call a body; an army or a ministry is named or said to be somebody's.
    private static readonly FrozenSet<string> Heads = FrozenSet.Create(StringComparer.Ordinal, "group", "organisation", "organization", "network", "association", "body", "charity", "monitor", "watchdog", "observatory", "union", "committee", "agency", "movement", "militia", "faction");

    /// <summary>"a medical group": described by what it is about, and not named.</summary>
    internal static bool IsDescription(Mention mention) =>
        mention is { Kind: MentionKind.Body, Name: null, Possessor: null, IsPlural: false } && Heads.Contains(mention.Head) && (mention.Text.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || mention.Text.StartsWith("an ", StringComparison.OrdinalIgnoreCase)) &&
        !mention.Words.Any(w => w is "another" or "second" or "separate" or "different" or "rival") && (FieldsOf(mention).Any() || IsArmed(mention.Text));

    /// <summary>"The Sudan Doctors' Network": a name, by its capitals.</summary>
    internal static bool IsNamed(Mention mention)
    {
        var name = mention.Name ?? (mention.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? mention.Text[4..] : mention.Text);
        return mention.Kind == MentionKind.Body && name.Length > 0 && char.IsUpper(name[0]) && !mention.Text.StartsWith("a ", StringComparison.OrdinalIgnoreCase);
    }

    internal static bool AreAlike(Mention described, Mention named) =>
        FieldsOf(described).Intersect(FieldsOf(named)).Any() || (IsArmed(described.Text) && Entities.KindOf(named.Name ?? named.Text, null) == SpeakerKind.ArmedGroup);

    private static bool IsArmed(string description) => Entities.KindOf(description, null) == SpeakerKind.ArmedGroup;

    private static IEnumerable<string> FieldsOf(Mention mention) =>
        mention.Words.Select(w => Fields.GetValueOrDefault(w.Replace('’', '\'').TrimEnd('\''), "")).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal);
}
