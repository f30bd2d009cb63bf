using System.Collections.Frozen;
using Digest.Facts;
using Digest.Names;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// Says whether two outlets' wordings are one statement by one speaker. The speakers must be one, or the one unnamed ("a spokesman for X") where the other
/// speaks for the same body; the words must mostly say the same, and more so the less is known of the speaker. A denial never merges with an assertion.
/// </summary>
internal static class SameStatement
{
    private const double AlikeBySameSpeaker = 0.5;
    private const double AlikeByBody = 0.6;
    private const double ShortAlike = 0.75;
    private const double SupposedAlike = 0.85;

    internal enum Speakers
    {
        /// <summary>Two speakers.</summary>
        Differ,

        /// <summary>A body and someone who speaks for it, or someone unnamed.</summary>
        OneBody,
        Same,
    }

    public static bool IsOne(Attribution a, Likeness.Terms first, Attribution b, Likeness.Terms second) =>
        // Words are quick to compare and seldom agree; speakers are compared only where they do.
        Alike(first, second, AlikeBySameSpeaker) && Compare(a, b) switch
        {
            Speakers.Same => true,
            Speakers.OneBody => Alike(first, second, AlikeByBody) && Likeness.Shared(first, second) > 2,
            _ => false,
        };

    /// <summary>Whether two texts say the same: two terms or more in common, that make up the given share of the shorter.</summary>
    public static bool Alike(Likeness.Terms a, Likeness.Terms b, double least)
    {
        if (a.Negates != b.Negates)
            return false;
        var shared = Likeness.Shared(a, b);
        var shorter = Math.Min(a.All.Length, b.All.Length);
        var longer = Math.Max(a.All.Length, b.All.Length);
        if (shared < 2)
            return shorter == 1 && longer == 1 && shared == 1;
        // A fragment of three words is easily held by a long sentence of the same speaker's, so short ones must agree nearly whole.
        var enough = shorter <= 4 ? Math.Max(ShortAlike, least) : least;
        // "will resign if the talks fail" and "the talks failed": what one only supposes the other must repeat nearly whole.
        return shared >= (a.IsConditional != b.IsConditional ? Math.Max(SupposedAlike, enough) : enough) * shorter;
    }

    public static Speakers Compare(Attribution a, Attribution b)
    {
        if (a.Speaker == b.Speaker || Entities.Same(a.Speaker, b.Speaker))
            return Speakers.Same;
        var (nameA, nameB) = (IsNamed(a), IsNamed(b));
        if (nameA && nameB)
            return Speakers.Differ;
        return SpeakForOne(a, b) ? Speakers.OneBody : Speakers.Differ;
    }

    // A person's name: two capitalised words or more, none of which is a body's ("Iraqi government", "Foreign Ministry").
    private static bool IsNamed(Attribution who) =>
        who.Role is not null || (Victims.NamesSomeone(who.Speaker) && Entities.KindOf(who.Speaker, who.Role) is SpeakerKind.Other or SpeakerKind.Official && !Words.Of(who.Speaker).Any(IsBodyWord));

    private static bool SpeakForOne(Attribution a, Attribution b)
    {
        var (first, firstTerms) = Described.Of((a.Speaker, a.Role ?? ""));
        var (second, secondTerms) = Described.Of((b.Speaker, b.Role ?? ""));
        if (first.Count == 0 || second.Count == 0)
            return false;
        return first.IsSubsetOf(second) || second.IsSubsetOf(first) || Likeness.Containment(firstTerms, secondTerms) >= 0.6;
    }

    // What somebody's name and role tell: the stems that are no body's common words, and all of them as terms.
    private static readonly Recall<(string Speaker, string Role), (FrozenSet<string> Telling, Likeness.Terms All)> Described = new(who =>
        (Words.Of(who.Speaker + " " + who.Role).Where(w => !IsBodyWord(w) && w.Length > 2).Select(Words.Stem).Where(s => !Words.Grammar.Contains(s)).ToFrozenSet(StringComparer.Ordinal), Likeness.Of(who.Speaker + " " + who.Role)));

    private static bool IsBodyWord(string word) => word is "spokesman" or "spokeswoman" or "spokesperson" or "government" or "ministry" or "minister" or "office" or "army" or "military"
        or "command" or "group" or "statement" or "official" or "officials" or "forces" or "police" or "council" or "department" or "embassy";
}
