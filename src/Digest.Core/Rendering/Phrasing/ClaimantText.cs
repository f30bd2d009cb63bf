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
        return IsUnnamed(name) ? $"{Article(Bare(name))} {Bare(name)}{NotNamed}," : name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? "the " + name[4..] : TakesThe(name) ? $"the {name}" : name;
    }

    /// <summary>Within a sentence, behind a preposition: "an Iraqi military official, not named".</summary>
    public static string Within(string claimant) => InProse(claimant).TrimEnd(',');

    /// <summary>Several, before a verb.</summary>
    public static string Listed(IEnumerable<string> claimants)
    {
        var names = claimants.Select(InProse).ToList();
        return Numerals.Listed(names.Select(name => name.TrimEnd(','))) + (names.Count == 1 && names[0].EndsWith(',') ? "," : "");
    }

    /// <summary>A body that a noun names: "Iraqi government", "Popular Mobilisation Forces", "Islamic Resistance in Iraq".</summary>
    private static bool TakesThe(string name)
    {
        if (name.Contains("'s ", StringComparison.Ordinal) || name.Contains("’s ", StringComparison.Ordinal) || name.Contains(',', StringComparison.Ordinal) || name.Contains(" and ", StringComparison.Ordinal))
            return false;
        var words = name.Split(' ');
        var end = Array.FindIndex(words, word => word is "of" or "in" or "for");
        var head = words[(end > 0 ? end : words.Length) - 1];
        return words.Length > 1 && Bodies.Contains(head.ToLowerInvariant());
    }

    /// <summary>A description of one person in the singular, with or without its article.</summary>
    private static bool IsUnnamed(string name) =>
        !name.Contains(" and ", StringComparison.Ordinal)
        && (name.EndsWith(NotNamed, StringComparison.Ordinal) || name.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("an ", StringComparison.OrdinalIgnoreCase)
            || Heads.Contains(name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant()));

    private static string Bare(string name)
    {
        var bare = name.EndsWith(NotNamed, StringComparison.Ordinal) ? name[..^NotNamed.Length] : name;
        var space = bare.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && bare[..space].ToLowerInvariant() is "a" or "an" or "the" ? bare[(space + 1)..] : bare;
    }

    private static string Article(string name) =>
        name.Length > 0 && "aeiouAEIO".Contains(name[0], StringComparison.Ordinal) && !name.StartsWith("US ", StringComparison.Ordinal) && !name.StartsWith("UN ", StringComparison.Ordinal)
            ? "an" : "a";
}
