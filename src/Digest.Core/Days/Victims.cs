using System.Collections.Frozen;
using Digest.Facts;
using Digest.Names;
using Digest.Text;

namespace Digest.Days;

/// <summary>Compares how articles describe the people who were harmed.</summary>
internal static class Victims
{
    private static readonly FrozenSet<string> General = new[]
    {
        "people", "person", "persons", "others", "other", "dead", "bodies", "body", "victims", "victim", "casualties", "members", "member", "man", "men", "wounded", "injured",
        "our", "his", "her", "its", "their", "the", "a", "an", "of", "some", "them", "those", "killed", "one", "two", "three", "martyr", "martyrs", "lives", "fatalities",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bodies =
        new[] { "Police", "Army", "Guard", "Guards", "Force", "Forces", "Brigade", "Battalion", "Crescent", "Cross", "Service", "Ministry", "Defence", "Defense", "Corps", "Unit" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Who was harmed, in the source's words; "our" of a speaker, who is named beside it, is "their", for a digest has nobody of its own. Words that take a side stand in quotation marks.</summary>
    public static string Shown(string victims) =>
        Partisan.Takes(victims) ? $"“{victims}”" : string.Join(' ', victims.Split(' ').Select(word => word is "our" or "my" ? "their" : word));

    /// <summary>Whether the words tell these people from no others ("people", "the dead").</summary>
    public static bool AreGeneral(string? victims) => victims is null || AllGeneral.Of(victims);

    private static readonly Recall<string, bool> AllGeneral = new(victims => Words.Of(victims).All(General.Contains), StringComparer.Ordinal);

    /// <summary>Whether the words say only that people were harmed, or civilians: who denies either denies both.</summary>
    public static bool AreUnspecified(string? victims) => victims is null || Words.Of(victims).All(w => w is not ("members" or "member") && (General.Contains(w) || w is "civilian" or "civilians" or "villagers" or "residents" or "citizens"));

    /// <summary>Whether two descriptions may be of the same people: one is general, or they share a word or its like ("soldiers", "troops").</summary>
    public static bool MayBeOne(string? a, string? b)
    {
        if (AreGeneral(a) || AreGeneral(b) || PointsBack(a!) || PointsBack(b!))
            return true;
        return Likeness.Shared(Described.Of(a!), Described.Of(b!)) > 0;
    }

    private static readonly Recall<string, Likeness.Terms> Described = new(Likeness.Of, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Fighters = new[]
    {
        "attacker", "attackers", "assailant", "assailants", "gunman", "gunmen", "militant", "militants", "rebel", "rebels", "fighter", "fighters", "terrorist", "terrorists", "insurgent", "insurgents", "bomber", "bombers", "robbers", "bandits", "dissidents", "militiamen",
        "soldier", "soldiers", "troops", "servicemen", "policeman", "policemen", "officer", "officers",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a figure may speak of others than the dead or wounded of a count beside it: of one side's men, or of further people.</summary>
    public static bool MayBeOthers(CasualtyReport report) => Words.Of(report.Victims + " " + report.Provenance.Evidence).Any(w => Fighters.Contains(w) || w is "other" or "others" or "another" or "more" or "also" or "separate");

    private static readonly FrozenSet<string> Kin = new[]
    {
        "brother", "brothers", "sister", "sisters", "son", "sons", "daughter", "daughters", "wife", "husband", "father", "mother", "parents", "cousin", "cousins", "uncle", "aunt", "nephew", "nephews", "niece", "nieces", "grandson", "granddaughter", "grandmother", "grandfather",
        "neighbour", "neighbours", "neighbor", "neighbors", "friend", "friends", "relative", "relatives", "colleague", "colleagues",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the words are of somebody's own people ("her cousins", "his own men"): who tells of them tells of those only.</summary>
    public static bool AreSomebodysOwn(string? victims) =>
        victims is not null && !AreGeneral(victims) && Words.Of(victims) is var words && ((words.Length > 1 && words[0] is "his" or "her" or "their" or "my" or "our" or "its") || words.Any(Kin.Contains));

    // "Both parents died" speaks of a couple told of before.
    private static bool PointsBack(string victims) => victims.StartsWith("both ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a description names one person ("Hala Qassoum, a nurse", "Corporal Haider Jassim"): two capitalised words side by side.</summary>
    public static bool NamesSomeone(string? victims) => victims is not null && Naming.Of(victims);

    private static readonly Recall<string, bool> Naming = new(IsNaming, StringComparer.Ordinal);

    private static bool IsNaming(string victims)
    {
        if (!victims.Any(char.IsLower))
            return false;
        var words = victims.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length; i++)
        {
            if (char.IsUpper(words[i][0]) && char.IsUpper(words[i - 1][0]) && !words[i - 1].EndsWith(',') && char.IsLower(words[i][^1]) && !Bodies.Contains(words[i]) && !(i > 1 && words[i - 2] == "the"))
                return true;
        }

        return false;
    }
}
