using System.Collections.Frozen;
using Digest.Rendering.Model;
using Digest.Text;

namespace Digest.Rendering.Phrasing;

/// <summary>How a claimant is named. One who is described and not named stays so: "an Iraqi military official, not named".</summary>
internal static class ClaimantText
{
    private const string NotNamed = ", not named";

    private static readonly FrozenSet<string> Heads = WordList.Read("Rendering/Phrasing/UnnamedHeads.words.txt");

    private static readonly FrozenSet<string> Bodies = WordList.Read("Rendering/Phrasing/Bodies.words.txt");

    /// <summary>For a table: "Iraqi military official, not named", "Kataib Hezbollah".</summary>
    public static string InTable(string claimant)
    {
        var name = DisplayText.Line(claimant);
        return IsUnnamed(name) ? Numerals.Capitalised(Bare(name)) + NotNamed
            : Numerals.Capitalised(name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name);
    }

    /// <summary>To begin or continue a sentence: "an Iraqi military official, not named,", "Kataib Hezbollah".</summary>
    public static string InProse(string claimant)
    {
        var name = DisplayText.Line(claimant);
        return IsUnnamed(name) ? $"{Article(Bare(name))} {Bare(name)}{NotNamed}," : TakesThe(name) ? $"the {name}" : name;
    }

    /// <summary>Several, before a verb.</summary>
    public static string Listed(IEnumerable<string> claimants)
    {
        var names = claimants.Select(InProse).ToList();
        return Numerals.Listed(names.Select(name => name.TrimEnd(','))) + (names.Count == 1 && names[0].EndsWith(',') ? "," : "");
    }

    /// <summary>A body named by a common noun in the singular: "Iraqi government", "interior ministry".</summary>
    private static bool TakesThe(string name)
    {
        var head = name[(name.LastIndexOf(' ') + 1)..];
        return head.Length > 0 && char.IsLower(head[0]) && !head.EndsWith('s') && !name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)
            && !name.Contains(" of ", StringComparison.Ordinal) && !name.Contains("'s ", StringComparison.Ordinal) && !name.Contains("’s ", StringComparison.Ordinal) && !name.Contains(',', StringComparison.Ordinal) && Bodies.Contains(head);
    }

    /// <summary>A description of one person in the singular, with or without its article.</summary>
    private static bool IsUnnamed(string name) =>
        name.EndsWith(NotNamed, StringComparison.Ordinal) || name.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("an ", StringComparison.OrdinalIgnoreCase)
            ? !name.Contains(" and ", StringComparison.Ordinal)
            : Heads.Contains(name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant());

    private static string Bare(string name)
    {
        var bare = name.EndsWith(NotNamed, StringComparison.Ordinal) ? name[..^NotNamed.Length] : name;
        return bare.StartsWith("a ", StringComparison.OrdinalIgnoreCase) ? bare[2..] : bare.StartsWith("an ", StringComparison.OrdinalIgnoreCase) ? bare[3..] : bare;
    }

    private static string Article(string name) =>
        name.Length > 0 && "aeiouAEIO".Contains(name[0], StringComparison.Ordinal) && !name.StartsWith("US ", StringComparison.Ordinal) && !name.StartsWith("UN ", StringComparison.Ordinal)
            ? "an" : "a";
}
