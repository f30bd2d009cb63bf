using System.Collections.Frozen;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Whether a speaker's word is an official one: a government's, a party's, an armed group's, an international body's.</summary>
internal static class Standing
{
    private static readonly FrozenSet<string> Unofficial = WordList.Read("Facts/Reactions/unofficial.words.txt");

    private static readonly FrozenSet<string> ArmedWords = FrozenSet.Create(StringComparer.Ordinal, "militia", "militias", "militants", "rebels", "insurgents", "faction", "factions", "dissidents", "brigades", "guerrillas", "gang");

    // Whoever speaks for or leads a body whose kind nobody knows still speaks for it.
    private static readonly FrozenSet<string> Offices = WordList.Read("Facts/Reactions/offices.words.txt");

    /// <summary>The kind of body the speaker speaks for; null for residents, doctors, analysts, companies and all who speak for themselves.</summary>
    internal static SpeakerKind? Of(Attribution attribution)
    {
        if (Entities.KindOf(attribution.Speaker, null) is SpeakerKind.InternationalBody)
            return SpeakerKind.InternationalBody;
        // "Egypt, Jordan and Qatar": the first stands for all.
        var joint = attribution.Speaker.IndexOf(" and ", StringComparison.Ordinal);
        if (joint > 0 && attribution.Role is null && Entities.KindOf(attribution.Speaker[..joint].Split(',')[0], null) is SpeakerKind.Government or SpeakerKind.InternationalBody or SpeakerKind.ArmedGroup)
            return Entities.KindOf(attribution.Speaker[..joint].Split(',')[0], null);
        // "neighbouring India"
        if (attribution.Role is null && attribution.Speaker.Split(' ') is [var first, .. var rest] && rest.Length > 0 && first.ToLowerInvariant() is "neighbouring" or "neighboring" or "nearby" or "mediator" or "ally" && Entities.KindOf(string.Join(' ', rest), null) is SpeakerKind.Government)
            return SpeakerKind.Government;
        var described = (attribution.Role + " " + attribution.Speaker).ToLowerInvariant().Replace('’', '\'').Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        // "China, a neighbour": a state stays one, whatever else it is called.
        var ofRole = attribution.Role is { } told && Entities.KindOf(attribution.Speaker, null) is SpeakerKind.Government or SpeakerKind.ArmedGroup ? told.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Length : 0;
        for (var i = 0; i < described.Length; i++)
        {
            var word = described[i] = described[i].EndsWith("'s", StringComparison.Ordinal) ? described[i][..^2] : described[i];
            // A learned title says nothing beside an office: "Minister Dr. Ana Silva".
            if (i >= ofRole && Unofficial.Contains(word) && !(word is "dr" or "dr." or "doctor" or "professor" or "lawyer" && described.Any(w => w != "office" && Offices.Contains(w))) && !SpeaksForAnother(described, i))
                return null;
        }

        if (described.Contains("resident") && !described.Contains("coordinator"))
            return null;
        var kind = Entities.KindOf(attribution.Speaker, attribution.Role);
        if (kind != SpeakerKind.Other)
            return kind;
        if (described.Any(ArmedWords.Contains))
            return SpeakerKind.ArmedGroup;
        return described.Any(Offices.Contains) ? SpeakerKind.Official : null;
    }

    // "the army's media wing", "the governor's media aide"
    private static bool SpeaksForAnother(string[] described, int at) =>
        // "the African Union's envoy", "chief of the Atomic Energy Agency"
        (described[at] == "union" && at > 0 && described[at - 1] is "african" or "european" or "national") ||
        (described[at] == "agency" && described.Contains("chief") && !described.Contains("news")) ||
        described[at] is "media" && ((at + 1 < described.Length && described[at + 1] is "wing" or "office" or "cell" or "aide" or "adviser" or "department" or "centre" or "center") || described.Contains("state") || (at > 0 && described[at - 1] is "on" or "for"));
}
