using System.Collections.Frozen;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Whether a noun phrase can name the harmed, and whether it only points back to people already told of.</summary>
internal static class Harmed
{
    private static readonly FrozenSet<string> NeverPeople = WordList.Read("Facts/Casualties/notpeople.words.txt");

    // Nouns for people who have already been harmed: a count of them is a part, or points back.
    private static readonly FrozenSet<string> HarmedNouns = new[] { "dead", "killed", "wounded", "injured", "victims", "victim", "casualties", "slain", "deceased", "bodies", "missing", "fatalities", "martyrs", "deaths" }.ToFrozenSet(StringComparer.Ordinal);

    internal static bool CanBe(Sentence sentence, int chunk, HeadCount count, bool peopleOnly)
    {
        var phrase = sentence.Chunks[chunk];
        var head = sentence.Tokens[phrase.Head];
        if (count.NounFirst >= count.NounEnd || (head.Pos == PartOfSpeech.Number && phrase.Head < count.NounFirst))
            return count.IsNumbered && NumberReader.At(sentence.Tokens, phrase.Head) is not null || count.Vague is not null || head.Pos == PartOfSpeech.Number || head.Lower == "another";
        // "claimed 22 more lives"
        if (head.Lower is "lives")
            return count.IsNumbered || count.Vague is not null;
        // "a number of civilians": who is counted stands in the of-phrase
        if (count.Vague is not null && phrase.Head < count.NounFirst)
        {
            var counted = sentence.Tokens[count.NounEnd - 1];
            return !NeverPeople.Contains(counted.Lemma) && !NeverPeople.Contains(Lexicon.Singular(counted.Lower)) && (!peopleOnly || IsPersonWord(counted));
        }

        // "two senior figures" are people, "two figures" are numbers.
        if (head.Lower is "figure" or "figures" && phrase.Head > phrase.First && sentence.Tokens[phrase.Head - 1].Lower is "senior" or "leading" or "prominent" or "public" or "religious" or "opposition" or "political" or "community")
            return true;
        if (NeverPeople.Contains(head.Lemma) || NeverPeople.Contains(head.Lower) || NeverPeople.Contains(Lexicon.Singular(head.Lower)))
            return false;
        if (PersonNouns.Is(head) || HarmedNouns.Contains(head.Lower) || IsNext(sentence, chunk))
            return true;
        if (peopleOnly)
            return head.Pos == PartOfSpeech.ProperNoun || (count.IsNumbered && PersonNouns.Is(head));
        // A number with a noun that lists do not know is still people where a verb of harm governs it.
        return count.IsNumbered || count.Vague is not null || head.Pos == PartOfSpeech.ProperNoun;
    }

    // "Two soldiers died and a third lost a leg": one more than were counted before it.
    private static bool IsNext(Sentence sentence, int chunk)
    {
        var phrase = sentence.Chunks[chunk];
        if (phrase.End - phrase.First != 2 || sentence.Tokens[phrase.First].Lower != "a")
            return false;
        var rank = sentence.Tokens[phrase.Head].Lower switch { "second" => 2, "third" => 3, "fourth" => 4, "fifth" => 5, "sixth" => 6, "seventh" => 7, _ => 0 };
        return rank > 0 && Enumerable.Range(0, chunk).Any(k => HeadCount.Of(sentence, k) is { Count: { IsExact: true, Min: { } before } } && before == rank - 1);
    }

    /// <summary>Whether a noun names people: by what they do or are, or by nation, faith or people ("South Africans", "Muslims").</summary>
    internal static bool IsPersonWord(Token token) => PersonNouns.Is(token) || Peoples.Is(token);

    /// <summary>Whether the phrase itself counts: by a number, "one", or a vague word. "The families of the victims" does not.</summary>
    private static bool IsCounted(Sentence sentence, int chunk, HeadCount count)
    {
        if (count.Vague is not null)
            return true;
        var phrase = sentence.Chunks[chunk];
        return count.IsNumbered && sentence.Tokens[phrase.First..phrase.End].Any(t => t.Pos == PartOfSpeech.Number);
    }

    /// <summary>Whether the phrase says by its own words that it names people: a noun for people in it, a number standing alone, or a name of several words.</summary>
    internal static bool IsPeople(Sentence sentence, int chunk, HeadCount count)
    {
        var tokens = sentence.Tokens;
        var phrase = sentence.Chunks[chunk];
        for (var k = phrase.First; k < phrase.End; k++)
        {
            if (tokens[k].IsWord && PersonNouns.Is(tokens[k]))
                return CanBe(sentence, chunk, count, peopleOnly: false);
        }

        var head = tokens[phrase.Head];
        if (Ages.OwnerOf(sentence, chunk) is not null)
            return false;
        // "a three-year-old"
        if (head.Lower.EndsWith("-year-old", StringComparison.Ordinal))
            return true;
        // "four Americans and an Iraqi"
        if (tokens[phrase.First].Lower is "a" or "an" && phrase.End - phrase.First == 2 && head.IsCapitalised && count.NounFirst < count.NounEnd)
            return true;
        if (count.IsNumbered && NumberReader.At(tokens, phrase.Head) is not null)
            return true;
        if (count.IsNumbered && tokens[phrase.First..phrase.End].Any(t => t.Pos == PartOfSpeech.Number))
            return CanBe(sentence, chunk, count, peopleOnly: false) && (head.Pos == PartOfSpeech.PluralNoun || (head.Pos == PartOfSpeech.ProperNoun && sentence.Tokens[phrase.First].Pos == PartOfSpeech.Number && phrase.End - phrase.First == 2));
        return (count.Vague is not null && CanBe(sentence, chunk, count, peopleOnly: true)) ||
            (head.Pos == PartOfSpeech.ProperNoun && phrase.Head - phrase.First >= 1 && (tokens[phrase.First].Pos == PartOfSpeech.ProperNoun || IsTitled(tokens, phrase)));
    }

    // "rector Ignacio Paz", "our colleague Hala Odeh": a common noun and a name of two words or more; places and bodies have the article ("the port of Hodeida", "the Red Cross").
    private static bool IsTitled(System.Collections.Immutable.ImmutableArray<Token> tokens, Chunk phrase) =>
        tokens[phrase.Head - 1].Pos == PartOfSpeech.ProperNoun && tokens[phrase.First].Pos is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.PossessivePronoun && tokens[phrase.First].Lower is not "its";

    /// <summary>Whether the phrase is the subject of a verb that tells something else ("one of them said", "officials said").</summary>
    internal static bool Speaks(Sentence sentence, int chunk) =>
        sentence.Clauses.Any(c => c.Subject is { } s && s.Conjuncts.Contains(chunk) && c.Kind is ClauseKind.Main or ClauseKind.Complement && c.Lemma is not ("be" or "remain" or "have" or "require" or "need" or "die") && !c.IsPassive && HarmLexicon.Verb(c.Lemma) is null);

    /// <summary>"the dead", "the two killed", "those wounded": no figure of its own.</summary>
    internal static bool PointsBack(Sentence sentence, int chunk, HeadCount count)
    {
        if (!count.IsDefinite || count.IsPartOfGroup)
            return false;
        var end = sentence.Chunks[chunk].End;
        // "the four wounded reported by the command": the article gives the figure here.
        return !(count.IsNumbered && end < sentence.Tokens.Length && sentence.Tokens[end..Math.Min(sentence.Tokens.Length, end + 3)].Any(t => t.Lower is "first" or "initially" or "earlier")) &&
            !(count.IsNumbered && end < sentence.Tokens.Length && sentence.Tokens[end].Lemma is "report" or "announce" or "record" or "register" or "claim" or "count");
    }

    /// <summary>"two of them", "six of the victims", "five of those killed": a part of a figure.</summary>
    internal static bool PointsToHarmed(Sentence sentence, int chunk)
    {
        var tokens = sentence.Tokens;
        var of = sentence.Chunks[chunk].End;
        if (of + 1 >= tokens.Length || tokens[of].Lower != "of" || HeadCount.Of(sentence, chunk) is not { } count || !IsCounted(sentence, chunk, count))
            return false;
        for (var k = of + 1; k < Math.Min(tokens.Length, of + 5); k++)
        {
            if (HarmedNouns.Contains(tokens[k].Lower) || tokens[k].Lower is "them" or "whom" or "those")
                return true;
            if (tokens[k].Pos is PartOfSpeech.Comma or PartOfSpeech.Punctuation)
                return false;
        }

        return false;
    }
}
