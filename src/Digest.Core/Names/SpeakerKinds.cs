using System.Collections.Frozen;
using Digest.Facts;

namespace Digest.Names;

/// <summary>What kind of body a speaker speaks for.</summary>
internal static class SpeakerKinds
{
    private const int MostWordsOfFunction = 8;

    // Whoever does this for a body is of the body; a party's lawmaker or minister is of the state as well.
    private static readonly FrozenSet<string> Functions = FrozenSet.Create(StringComparer.Ordinal,
        "officer", "officers", "official", "officials", "commander", "commanders", "fighter", "fighters", "spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "leader", "leaders", "source", "sources",
        "member", "members", "representative", "negotiator", "cadre", "statement");

    public static SpeakerKind Of(string name, string? role)
    {
        var read = EntityName.Read(name);
        if (OfBody(read) is { } kind)
            return kind;
        if (role is not null && OfRole(role) is { } ofRole)
            return ofRole;
        return ForArmedGroup(name) ?? OfTitles(read) ?? OfWords(name) ?? SpeakerKind.Other;
    }

    // "a spokesman for Kataib Hezbollah", "a commander of the Houthis": whoever speaks for an armed group is no official.
    private static SpeakerKind? ForArmedGroup(string name)
    {
        foreach (var link in (string[])[" for ", " of "])
        {
            var at = name.IndexOf(link, StringComparison.Ordinal);
            if (at > 0 && EntityName.Read(name[(at + link.Length)..]) is { Actor: { } actor } && OfActor(actor) == SpeakerKind.ArmedGroup)
                return SpeakerKind.ArmedGroup;
        }

        // "a KIA officer", "the Houthi spokesman"
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var first = 0; words.Length is > 1 and <= MostWordsOfFunction && Functions.Contains(words[^1]) && first < words.Length - 1; first++)
        {
            if (Actors.Find(string.Join(' ', words[first..^1])) is { } actor && OfActor(actor) == SpeakerKind.ArmedGroup)
                return SpeakerKind.ArmedGroup;
        }

        return null;
    }

    private static SpeakerKind? OfBody(EntityName read) => read.Form switch
    {
        EntityForm.Country => SpeakerKind.Government,
        EntityForm.Actor => OfActor(read.Actor!),
        EntityForm.Office when read.Side is { } side => SideKind(side) is SpeakerKind.ArmedGroup ? SpeakerKind.ArmedGroup
            : read.Titles.Any(t => t.Kind == TitleKind.Office) ? SpeakerKind.Official : SideKind(side),
        EntityForm.Body when read.Side is { } side && !IsPrivate(read) => SideKind(side),
        _ => null,
    };

    private static SpeakerKind SideKind(string side) =>
        side.StartsWith("actor:", StringComparison.Ordinal) && Actors.All.FirstOrDefault(a => $"actor:{Phrases.Form(a.Name)}" == side) is { } actor
            ? OfActor(actor) ?? SpeakerKind.Other
            : SpeakerKind.Government;

    private static bool IsPrivate(EntityName read) =>
        read.Words.Any(w => w is "hospital" or "company" or "tv" or "radio" or "channel" or "newspaper" or "university" or "media" or "news" or "agency" or "association" or "union" or "observatory" or "society");

    private static SpeakerKind? OfActor(Actor actor) => actor.Kind switch
    {
        ActorKind.State or ActorKind.Force => SpeakerKind.Government,
        ActorKind.Authority => actor.Name is "Houthis" or "Hamas" ? SpeakerKind.ArmedGroup : SpeakerKind.Government,
        ActorKind.Armed => SpeakerKind.ArmedGroup,
        ActorKind.Coalition or ActorKind.Body => SpeakerKind.InternationalBody,
        _ => SpeakerKind.Other,
    };

    /// <summary>"spokesman for Kataib Hezbollah", "Pentagon chief", "the acting UN Special Representative".</summary>
    private static SpeakerKind? OfRole(string role)
    {
        // "who speaks both for the M23 rebels and for their alliance"
        if (role.StartsWith("who speaks ", StringComparison.Ordinal) && role.IndexOf(" for ", StringComparison.Ordinal) is > 0 and var at)
            role = role[(at + 5)..].Split(" and for ")[0];
        var read = EntityName.Read(role);
        if (OfBody(read) is { } kind)
            return kind;
        foreach (var part in Parts(role))
        {
            if (Actors.Find(part) is { } actor && OfActor(actor) is { } ofActor)
                return ofActor;
        }

        return OfTitles(read) ?? OfWords(role);
    }

    private static SpeakerKind? OfTitles(EntityName read)
    {
        if (read.Titles.Any(t => t.Kind == TitleKind.Government))
            return SpeakerKind.Government;
        return read.Titles.Any(t => t.Kind is TitleKind.Office or TitleKind.Rank) ? SpeakerKind.Official : null;
    }

    private static SpeakerKind? OfWords(string text)
    {
        var words = Phrases.Words(Phrases.Form(text)).Select(Phrases.Stem).ToList();
        // Arabic names of fighting bodies: "the Victory Battalions", "the Movement of …".
        if (words is ["kataib" or "ketaeb" or "kataeb" or "kataaib" or "liwa" or "saraya" or "asaib" or "harakat" or "jaysh" or "jaish" or "lashkar" or "jamaat" or "ansar", _, ..])
            return SpeakerKind.ArmedGroup;
        if (words.Any(w => w is "militia" or "rebel" or "militant" or "insurgent" or "guerrilla" or "dissident" or "separatist" or "jihadist" or "faction" or "brigade"))
            return SpeakerKind.ArmedGroup;
        if (words.Any(w => w is "ministry" or "minister" or "government" or "military" or "army" or "presidency" or "junta" or "regime" or "administration" or "president" or "embassy") || (words.Contains("state") && words.Any(w => w is "media" or "television" or "tv" or "radio")))
            return words.Any(w => w is "official" or "officer" or "source" or "governor") ? SpeakerKind.Official : SpeakerKind.Government;
        if (words is [.., "source"] && words.Any(w => w is "security" or "intelligence" or "defence" or "defense" or "diplomatic"))
            return SpeakerKind.Official;
        if (words.Any(w => w is "official" or "officer" or "police" or "governor" or "mayor" or "lawmaker" or "diplomat" or "commissioner" or "prosecutor" or "parliament" or "commander" or "authority" or "chief" or "senator" or "council" or "councillor"))
            return SpeakerKind.Official;
        return words.Any(w => w is "un" or "nato" or "eu") ? SpeakerKind.InternationalBody : null;
    }

    /// <summary>Every run of up to five words of a role, longest first, so that a body named inside it is found.</summary>
    private static IEnumerable<string> Parts(string role)
    {
        var words = role.Replace('’', '\'').Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 24)
            yield break;
        for (var length = Math.Min(5, words.Length); length > 0; length--)
        {
            for (var start = 0; start + length <= words.Length; start++)
            {
                var part = string.Join(' ', words[start..(start + length)]);
                yield return part.EndsWith("'s", StringComparison.Ordinal) ? part[..^2] : part;
            }
        }
    }
}
