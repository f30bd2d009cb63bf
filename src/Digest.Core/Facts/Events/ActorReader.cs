using System.Collections.Immutable;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads who acts from the words of a noun phrase: the phrase itself ("US forces"), or the side named before a weapon or an attack ("US strikes", "a Russian drone").</summary>
internal static class ActorReader
{
    private const int LongestName = 5;

    /// <summary>The side named among tokens [first, end) before an event noun or weapon; null where none is.</summary>
    internal static string? Side(ImmutableArray<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Lower is "a" or "an")
                continue;
            for (var n = Math.Min(LongestName, end - i); n > 0; n--)
            {
                if (tokens[i + n - 1].Pos is PartOfSpeech.PossessiveMarker or PartOfSpeech.Comma)
                    continue;
                if (SideNamed(tokens, i, i + n) is { } side)
                    return side;
            }
        }

        return null;
    }

    private static string? SideNamed(ImmutableArray<Token> tokens, int first, int end)
    {
        var name = string.Join(' ', tokens[first..end].Select(t => t.Text));
        var hasCapital = tokens[first..end].Any(t => t.IsCapitalised);
        if (end - first == 1 && tokens[first].Lower is "junta" or "regime" or "rebel" or "rebels" or "militia" or "militant" or "militants" or "insurgent" or "jihadist" or "separatist" or "guerrilla" or "coalition" or "army" or "enemy" or "police" or "settler" or "government")
            return tokens[first].Lower is "enemy" or "police" ? null : tokens[first].Text;
        // "Car" and "Is" are words, "CAR" and "IS" names.
        if (!hasCapital || (name.Length <= 4 && name.Any(char.IsLower) && end - first == 1 && Countries.ByName(name) is { } few && few.Name != name))
            return null;
        if (Countries.ByName(name) is not null)
            return name;
        if (Countries.ByAdjective(name) is { } country)
            return Joined(tokens, end) is { } other ? $"{Shown(country)} and {other}" : Shown(country);
        return Actors.Find(name) is { Kind: not (ActorKind.Agency or ActorKind.Outlet or ActorKind.Monitor or ActorKind.Relief) } ? Plural(name) : null;
    }

    // "US and British strikes"
    private static string? Joined(ImmutableArray<Token> tokens, int at) =>
        at + 1 < tokens.Length && tokens[at].Lower == "and" && Countries.ByAdjective(tokens[at + 1].Text) is { } other ? Shown(other) : null;

    // "American" is said of the US; every other adjective names its country.
    private static string Shown(Country country) => country.Code == "US" ? "US" : country.Name;

    // "a Houthi missile" was the Houthis'.
    private static string Plural(string name) => Actors.Find(name + "s") is { } actor && !name.EndsWith('s') && actor.Name == name + "s" ? actor.Name : name;

    /// <summary>Whether a noun phrase can act by arms: a country, a named force or group, fighters.</summary>
    internal static bool IsArmed(Sentence sentence, int chunk)
    {
        var c = sentence.Chunks[chunk];
        var head = sentence.Head(chunk);
        if (IsForceNoun(head.Lower) || IsForceNoun(head.Lemma))
            return true;
        if (PersonOf(head) is { } person && (person.Is("combatant") || person.Is("perpetrator") || person.Is("police") || person.Is("group")))
            return true;
        // "armed men", "heavily armed youths"
        if (Names.People.Find(head.Lower) is not null && c.Head > c.First && sentence.Tokens[c.Head - 1].Lower is "armed" or "gun-wielding" or "machete-wielding")
            return true;
        return head.Pos == PartOfSpeech.ProperNoun && Side(sentence.Tokens, c.First, c.Head + 1) is not null;
    }

    internal static PeopleNoun? PersonOf(Token head) => People.Find(head.Lower) ?? People.Find(head.Lemma);

    internal static bool IsForceNoun(string lower) => lower is "forces" or "force" or "military" or "army" or "navy" or "troops" or "militia" or "militias" or "group" or "groups" or "rebels" or "command" or "coalition" or "brigade" or "brigades"
        or "battalion" or "units" or "unit" or "junta" or "regime" or "resistance" or "faction" or "factions" or "guards" or "corps" or "police" or "paramilitaries" or "insurgents" or "movement" or "aggressors" or "enemy" or "cell" or "cells" or "ministry" or "side";

    /// <summary>The whole noun phrase as the text has it, without its article and with the of-phrase that names it.</summary>
    internal static string Phrase(Sentence sentence, int chunk, string text) => Phrase(sentence, chunk, text, out _);

    internal static string Phrase(Sentence sentence, int chunk, string text, out int endChunk)
    {
        var c = sentence.Chunks[chunk];
        var first = c.First;
        while (first < c.Head && sentence.Tokens[first].Lower is "the")
            first++;
        var end = c.End;
        endChunk = chunk + 1;
        while (sentence.IsPreposition(endChunk, "of") && sentence.IsNoun(endChunk + 1) && !sentence.Chunks[endChunk + 1].IsTime)
        {
            end = sentence.Chunks[endChunk + 1].End;
            endChunk += 2;
        }

        // "the Islamic Resistance in Iraq": a place that is part of the name.
        if (end == c.End && sentence.IsPreposition(endChunk, "in") && sentence.IsNoun(endChunk + 1) && Actors.Find(sentence.Words(first, sentence.Chunks[endChunk + 1].End, text)) is not null)
        {
            end = sentence.Chunks[endChunk + 1].End;
            endChunk += 2;
        }

        if (end == c.End && sentence.Tokens[end - 1].Pos == PartOfSpeech.PossessiveMarker)
            end--;
        return sentence.Words(first, end, text);
    }
}
