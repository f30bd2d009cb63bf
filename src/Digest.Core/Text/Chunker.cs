using System.Collections.Immutable;
using static Digest.Text.TimeTokens;

namespace Digest.Text;

/// <summary>Groups the tokens of a sentence into noun phrases and verb groups, left to right, in one pass.</summary>
internal static class Chunker
{
    internal static ImmutableArray<Chunk> Chunk(ImmutableArray<Token> tokens)
    {
        var chunks = ImmutableArray.CreateBuilder<Chunk>();
        var at = 0;
        while (at < tokens.Length)
        {
            var chunk = VerbGroupAt(tokens, at) ?? NounPhraseAt(tokens, at) ?? Single(tokens, at);
            chunks.Add(chunk);
            at = chunk.End;
        }

        ClauseOpeners.Mark(tokens, chunks);
        return chunks.ToImmutable();
    }

    private static Chunk Single(ImmutableArray<Token> tokens, int at) => new(tokens[at].Pos switch
    {
        PartOfSpeech.Preposition or PartOfSpeech.To => ChunkKind.Preposition,
        PartOfSpeech.Conjunction => ChunkKind.Conjunction,
        PartOfSpeech.Subordinator => ChunkKind.Subordinator,
        PartOfSpeech.Relative => ChunkKind.Relative,
        PartOfSpeech.Adverb or PartOfSpeech.Particle or PartOfSpeech.Negation => ChunkKind.Adverb,
        PartOfSpeech.Adjective => ChunkKind.Adjective,
        PartOfSpeech.Comma => ChunkKind.Comma,
        PartOfSpeech.OpenQuote => ChunkKind.OpenQuote,
        PartOfSpeech.CloseQuote => ChunkKind.CloseQuote,
        PartOfSpeech.Punctuation => tokens[at].Lower switch
        {
            "(" or "[" => ChunkKind.OpenBracket,
            ")" or "]" => ChunkKind.CloseBracket,
            ":" or ";" or "-" or "–" or "—" or "--" => ChunkKind.Break,
            _ => ChunkKind.Other,
        },
        _ => ChunkKind.Other,
    }, at, at + 1, at);

    // (modal | be, have, do | to)* with adverbs between, then the main verb.
    private static Chunk? VerbGroupAt(ImmutableArray<Token> tokens, int at)
    {
        var infinitive = tokens[at].Pos == PartOfSpeech.To;
        var i = infinitive ? at + 1 : at;
        string? modal = null;
        var negated = false;
        var main = -1;
        var be = false;
        var passive = false;
        var helpers = 0;
        for (; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (token.Pos == PartOfSpeech.Modal)
            {
                modal = token.Lemma;
                helpers++;
            }
            else if (token.Pos == PartOfSpeech.Auxiliary)
            {
                if (main >= 0 && tokens[main].Pos != PartOfSpeech.Auxiliary)
                    break;
                be = token.Lemma == "be";
                main = i;
                helpers++;
            }
            else if (token.Pos == PartOfSpeech.OpenQuote && helpers > 0 && i + 1 < tokens.Length && tokens[i + 1].Pos is PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle && (i + 2 >= tokens.Length || tokens[i + 2].Pos == PartOfSpeech.CloseQuote))
            {
                continue; // had "eliminated" a commander
            }
            else if (token.Pos is PartOfSpeech.Negation)
            {
                if (helpers == 0 && !infinitive)
                    return null;
                negated = true;
            }
            else if (helpers > 0 && QuotesVerb(tokens, i))
            {
                // had "eliminated" a commander
                main = i + 1;
                passive = be && tokens[main].Pos is PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle;
                break;
            }
            else if (helpers > 0 && IsTimeAside(tokens, i))
            {
                i++; // had "at first" spoken, had "until then" given
            }
            else if (token.Pos == PartOfSpeech.Adverb || (helpers > 0 && token.Lower is "both" or "all" or "each" && i + 1 < tokens.Length && tokens[i + 1].IsVerb))
            {
                if (helpers == 0 && !infinitive)
                    break;
                // "had also been killed", but not "was on", "were still in hospital"
                var k = i + 1;
                while (k < tokens.Length && tokens[k].Pos is PartOfSpeech.Adverb or PartOfSpeech.Negation)
                    k++;
                if (k >= tokens.Length || !(tokens[k].IsVerb || tokens[k].Pos == PartOfSpeech.Auxiliary))
                    break;
            }
            else if (token.IsVerb)
            {
                if (!infinitive && helpers == 0 && ((token.Pos == PartOfSpeech.Gerund && ModifiesNoun(tokens, i)) || (i == at && IsGovernedModifier(tokens, i))))
                    return null;
                // "was killing" and "were killed", but "had men killed" has its own phrase between
                passive = be && token.Pos is PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle;
                if (main >= 0 && tokens[main].Lemma == "get" && token.Pos is PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle)
                    passive = true;
                main = i;
                if (token.Lemma is "get" && i + 1 < tokens.Length && tokens[i + 1].Pos is PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle)
                    continue;
                i++;
                break;
            }
            else
            {
                break;
            }
        }

        if (main < 0)
            return null;
        var head = tokens[main];
        return new Chunk(ChunkKind.VerbGroup, at, main + 1, main)
        {
            IsPassive = passive,
            IsInfinitive = infinitive,
            IsGerund = helpers == 0 && !infinitive && head.Pos == PartOfSpeech.Gerund,
            IsBareParticiple = helpers == 0 && !infinitive && head.Pos is PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle,
            IsNegated = negated,
            Modal = modal,
        };
    }

    // Two words that say when, between a helper and its participle.
    private static bool IsTimeAside(ImmutableArray<Token> tokens, int at) =>
        at + 2 < tokens.Length && tokens[at + 2].Pos is PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle or PartOfSpeech.PastTense && (tokens[at].Lower, tokens[at + 1].Lower) is ("at", "first") or ("until", "then") or ("till", "then") or ("by", "then") or ("since", "then") or ("up", "then") or ("at", "last");

    private static bool QuotesVerb(ImmutableArray<Token> tokens, int at) =>
        tokens[at].Pos == PartOfSpeech.OpenQuote && at + 2 < tokens.Length && tokens[at + 1].IsVerb && tokens[at + 2].Pos == PartOfSpeech.CloseQuote;

    // "killing machine", "warring parties": a gerund before a noun with nothing between, itself behind a determiner or adjective.
    private static bool ModifiesNoun(ImmutableArray<Token> tokens, int at) =>
        at > 0 && tokens[at - 1].Pos is PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun or PartOfSpeech.PossessiveMarker or PartOfSpeech.Adjective && at + 1 < tokens.Length && tokens[at + 1].IsNominal;

    // "of confirmed deaths", "by wounded men": between a preposition and a plural a participle says what kind.
    private static bool IsGovernedModifier(ImmutableArray<Token> tokens, int at) =>
        at > 0 && at + 1 < tokens.Length && tokens[at].Pos is PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle && tokens[at - 1].Pos == PartOfSpeech.Preposition && tokens[at - 1].Lower is "of" or "by" or "with" or "from" or "among" or "for" or "between" or "against" &&
        tokens[at + 1].Pos == PartOfSpeech.PluralNoun && !IsTime(tokens[at + 1]);

    private static Chunk? NounPhraseAt(ImmutableArray<Token> tokens, int at)
    {
        if (tokens[at].Pos == PartOfSpeech.Pronoun)
            return new Chunk(ChunkKind.NounPhrase, at, at + 1, at);
        // "in [southern] Kandahar Province"
        var i = at > 0 && tokens[at - 1].Pos == PartOfSpeech.Preposition && Gloss.End(tokens, at) is > 0 and var opening ? opening : Quantity.ModifierEnd(tokens, at);
        var head = -1;
        var last = at;
        for (; i < tokens.Length; i = Math.Max(i + 1, last))
        {
            var token = tokens[i];
            var next = i + 1 < tokens.Length ? tokens[i + 1] : null;
            switch (token.Pos)
            {
                // "one their members": a slip for "one of their members", common enough in wire copy
                case PartOfSpeech.PossessivePronoun when head == i - 1 && head >= 0 && tokens[head].Pos == PartOfSpeech.Number && LeadsToNoun(tokens, i + 1):
                    last = i + 1;
                    continue;
                case PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun when head < 0 || (tokens[i - 1].Pos == PartOfSpeech.Determiner && token.Pos == PartOfSpeech.Determiner):
                    head = Math.Max(head, token.Pos == PartOfSpeech.Determiner && token.Lower is not ("the" or "a" or "an") ? i : head);
                    last = i + 1;
                    continue;
                // "in 2023 six members": a year and a count are two phrases.
                case PartOfSpeech.Number when head == i - 1 && head >= 0 && IsYear(tokens[head]) && !IsYear(token):
                    break;
                case PartOfSpeech.Number when head < 0 || tokens[head].Pos is PartOfSpeech.Number or PartOfSpeech.Determiner || AttachesToNoun(tokens, head, i) || IsDateInside(tokens, at, head, i):
                    head = head >= 0 && tokens[head].IsNominal ? head : i;
                    last = i + 1;
                    if (Quantity.JoinsNumbers(tokens, i + 1))
                        last = i + 2;
                    continue;
                case PartOfSpeech.Noun or PartOfSpeech.PluralNoun or PartOfSpeech.ProperNoun:
                    // "strikes south of Baghdad": the direction opens a phrase of its own.
                    if (head >= 0 && tokens[head].IsNominal && next is { Lower: "of" } && token.Lower is "north" or "south" or "east" or "west" or "northeast" or "northwest" or "southeast" or "southwest")
                        break;
                    // "wounded 17 Saturday", "killed at least nine Monday night": a number does not count weekdays.
                    if (head >= 0 && (tokens[head].Pos == PartOfSpeech.Number || tokens[i - 1].Lower is "more" or "others") && IsWeekday(token))
                        break;
                    // A time noun after another head opens a phrase of its own: "five soldiers Monday".
                    // A day's short form within a name is part of it: "Khaing Thu Kha".
                    if (head >= 0 && tokens[head].IsNominal && IsTime(token) && !IsTime(tokens[head]) && token.Pos != PartOfSpeech.Noun && !(token.Text.Length == 3 && next is { Pos: PartOfSpeech.ProperNoun } && !IsTime(next)))
                        break;
                    // "In a radio interview Silva said": what was said where is one phrase, who said it another.
                    if (head == i - 1 && head > at && token.Pos == PartOfSpeech.ProperNoun && at > 0 && tokens[at - 1].Lower is "in" or "on" or "at" or "during" && tokens[at].Lower is "a" or "an" or "one" or "this" &&
                        tokens[head].Pos == PartOfSpeech.Noun && tokens[head].Lower is "interview" or "statement" or "speech" or "tweet" or "post" or "briefing" or "message" or "letter" or "memo" or "broadcast" or "address" or "communique" or "video" or "article")
                        break;
                    // "shot a headman and his wife dead": what became of them.
                    if (head >= 0 && token.Lower == "dead" && tokens[head].IsNominal)
                        break;
                    // "on Monday Mayor Silva said": the name opens a phrase of its own.
                    if (head == at && i == at + 1 && IsTime(tokens[head]) && !IsTime(token) && at > 0 && ((token.Pos == PartOfSpeech.ProperNoun && tokens[at - 1].Lower == "on") || (token.Pos == PartOfSpeech.PluralNoun && IsWeekday(tokens[head]) && PersonNouns.Is(token) && tokens[at - 1].Lower is "on" or "until" or "till" or "by" or "since")))
                        break;
                    // "At 1:50 a.m. American aircraft struck": the hour is told, then who.
                    if (head == i - 1 && head > at && tokens[head].Lower is "a.m." or "p.m." or "am" or "pm" && tokens[head - 1].Pos == PartOfSpeech.Number)
                        break;
                    head = i;
                    last = i + 1;
                    continue;
                case PartOfSpeech.Symbol when token.Lower is "$" or "£" or "€" or "%" or "#":
                    head = head < 0 ? i : head;
                    last = i + 1;
                    continue;
                case PartOfSpeech.PossessiveMarker when head >= 0 && next is not null:
                    last = i + 1;
                    head = i;
                    continue;
                case PartOfSpeech.Adjective:
                    if (head >= 0 && tokens[head].IsNominal && !(next is { IsNominal: true } && !IsTime(next)))
                        break;
                    // "two dead", "the injured": an adjective may stand for people behind a number or determiner.
                    if (next?.Pos != PartOfSpeech.Number && (head >= 0 && tokens[head].Pos is PartOfSpeech.Number or PartOfSpeech.Determiner || (i > at && tokens[i - 1].Pos is PartOfSpeech.Determiner)))
                        head = i;
                    // "shot dead seven men": only words of order and measure stand before a number.
                    if (next is { Pos: PartOfSpeech.Number } && token.Lower is not ("last" or "first" or "next" or "other" or "same" or "further" or "additional" or "previous" or "early" or "final" or "past"))
                    {
                        if (i == at)
                            return null;
                        break;
                    }

                    // "and three wounded late Saturday": when it was.
                    if (head >= 0 && head == i - 1 && token.Lower is "late" or "early" or "last" or "next" && NounAhead(tokens, i + 1) is >= 0 and var time && IsTime(tokens[time]))
                        break;
                    // "were confirmed dead yesterday morning": no day is dead.
                    if (token.Lower is "dead" or "alive" or "missing" or "unharmed" && next is not null && IsTime(next))
                    {
                        if (i == at)
                            return null;
                        break;
                    }

                    last = i + 1;
                    if (LeadsToNoun(tokens, i + 1) || head == i || next?.Pos == PartOfSpeech.Number)
                        continue;
                    break;
                // "66 sought medical help": what they did, not what they are.
                case PartOfSpeech.PastOrParticiple when i > at && (tokens[i - 1].Pos == PartOfSpeech.Number || tokens[i - 1].Lower is "more" or "others") && token.Lemma is "seek" or "need" or "require" or "receive" or "suffer" or "sustain" or "lose":
                    break;
                case PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle or PartOfSpeech.Gerund when (i > at || IsGovernedModifier(tokens, i)) && (head < 0 || !tokens[head].IsNominal):
                    // "the wounding of three"
                    if (token.Pos == PartOfSpeech.Gerund && tokens[i - 1].Lower is "the" or "a" && next?.Lower == "of")
                    {
                        head = i;
                        last = i + 1;
                        continue;
                    }

                    // "three wounded late Saturday", "13 injured due to the blast": what follows tells when and why.
                    if (next is { IsNominal: true } && !IsTime(next) || next is { Pos: PartOfSpeech.Adjective } && NounAhead(tokens, i + 1) is >= 0 and var noun && !IsTime(tokens[noun]))
                    {
                        last = i + 1;
                        continue;
                    }

                    // "called the bombing a crime"
                    if (token.Pos == PartOfSpeech.Gerund && tokens[i - 1].Lower is "the" or "this" or "that" && next is { Pos: PartOfSpeech.Determiner or PartOfSpeech.OpenQuote or PartOfSpeech.Preposition })
                    {
                        head = i;
                        last = i + 1;
                        break;
                    }

                    if (tokens[i - 1].Pos is PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun && tokens[i - 1].Lower is "the" or "its" or "their" && token.Pos != PartOfSpeech.Gerund)
                    {
                        head = i; // "the wounded"
                        last = i + 1;
                        continue;
                    }

                    break;
                case PartOfSpeech.Adverb when next is { Pos: PartOfSpeech.Adjective or PartOfSpeech.PastOrParticiple or PartOfSpeech.Number } && LeadsToNoun(tokens, i + 1) && (i > at || next.Pos == PartOfSpeech.Adjective || OpensPhrase(tokens, at)) && (head < 0 || !tokens[head].IsNominal):
                    last = i + 1;
                    continue;
                // "two of the critically injured"
                case PartOfSpeech.Adverb when i == at + 1 && tokens[at].Lower == "the" && next is { Pos: PartOfSpeech.PastOrParticiple or PartOfSpeech.Adjective } && !(i + 2 < tokens.Length && tokens[i + 2].IsNominal):
                    head = i + 1;
                    last = i + 2;
                    i++;
                    break;
                // more than 50 "terrorists"
                case PartOfSpeech.OpenQuote when i > at && (head < 0 || !tokens[head].IsNominal) && i + 2 < tokens.Length && tokens[i + 1].IsNominal && tokens[i + 2].Pos == PartOfSpeech.CloseQuote:
                    head = i + 1;
                    last = i + 3;
                    i += 2;
                    continue;
                case PartOfSpeech.OpenQuote when i > at && QuotedModifierEnd(tokens, i) is > 0 and var end:
                    last = end;
                    i = end - 1;
                    continue;
                // "two FC [Frontier Corps] men", "a Justice Front (JF) leader": what an editor or an acronym adds between a name and its noun.
                case PartOfSpeech.Punctuation when i > at && tokens[i - 1].Pos is PartOfSpeech.ProperNoun or PartOfSpeech.Adjective && Gloss.End(tokens, i) is > 0 and var gloss:
                    last = gloss;
                    i = gloss - 1;
                    continue;
                // "the Maiduguri- Biu road": a name of two that is written with one blank.
                case PartOfSpeech.Punctuation when token.Lower == "-" && head >= 0 && head == i - 1 && tokens[head].Pos == PartOfSpeech.ProperNoun && next is { Pos: PartOfSpeech.ProperNoun } && token.SpaceBefore != next.SpaceBefore:
                    last = i + 1;
                    continue;
                case PartOfSpeech.Punctuation when token.Lower == "/" && head == i - 1 && !token.SpaceBefore && next is { IsNominal: true, SpaceBefore: false }:
                    last = i + 1;
                    continue;
            }

            break;
        }

        // A determiner or adjective on its own, or a trailing "'s", makes no phrase.
        if (head < 0)
            return null;
        if (tokens[head].Pos == PartOfSpeech.PossessiveMarker)
        {
            head--;
            if (head < at)
                return null;
        }

        last = Math.Max(head + 1, tokens[last - 1].Pos is PartOfSpeech.Punctuation or PartOfSpeech.OpenQuote ? head + 1 : last);
        // Adjectives behind the head belong to the predicate.
        while (last > head + 1 && tokens[last - 1].Pos is PartOfSpeech.Adjective or PartOfSpeech.Adverb or PartOfSpeech.Determiner or PartOfSpeech.PastOrParticiple or PartOfSpeech.Gerund)
            last--;
        return new Chunk(ChunkKind.NounPhrase, at, last, head) { IsTime = (IsTime(tokens[head]) && !IsOneOfTwo(tokens, at, head)) || (tokens[head].Pos == PartOfSpeech.Number && head > at && IsTime(tokens[head - 1])) };
    }

    // "hosting internally displaced families", "of severely burned men": behind a preposition or gerund the adverb belongs to the participle before the noun.
    private static bool OpensPhrase(ImmutableArray<Token> tokens, int at) =>
        at > 0 && at + 2 < tokens.Length && tokens[at - 1].Pos is PartOfSpeech.Preposition or PartOfSpeech.Gerund && tokens[at + 1].Pos is PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle && tokens[at + 2].IsNominal;

    // "Rescue 1122 spokesperson Ana Silva": before one person a number of three digits counts nobody.
    private static bool IsNumberInName(ImmutableArray<Token> tokens, int number) =>
        tokens[number].Text.Length > 2 && tokens[number].Text.All(char.IsAsciiDigit) && tokens[number + 1].Pos == PartOfSpeech.Noun && PersonNouns.Is(tokens[number + 1]);

    // "Resolution 1701", "May 5", "Highway 3" – but in "In Gaza 12 people" the number opens a phrase of its own.
    private static bool AttachesToNoun(ImmutableArray<Token> tokens, int head, int number) =>
        head == number - 1 && tokens[head].IsCapitalised && tokens[head].IsNominal && !(number + 1 < tokens.Length && !IsNumberInName(tokens, number) && (tokens[number + 1].IsNominal || tokens[number + 1].Pos is PartOfSpeech.Adjective or PartOfSpeech.PastOrParticiple) && !IsTime(tokens[number + 1]));

    private static bool LeadsToNoun(ImmutableArray<Token> tokens, int at) => NounAhead(tokens, at) >= 0;

    // The noun that the adjectives and participles from a token on lead to, or -1.
    private static int NounAhead(ImmutableArray<Token> tokens, int at)
    {
        for (var i = at; i < Math.Min(tokens.Length, at + 5); i++)
        {
            if (tokens[i].IsNominal)
                return i;
            if (tokens[i].Pos is not (PartOfSpeech.Adjective or PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle or PartOfSpeech.Gerund or PartOfSpeech.Number or PartOfSpeech.Adverb or PartOfSpeech.OpenQuote or PartOfSpeech.CloseQuote or PartOfSpeech.Comma or PartOfSpeech.Conjunction))
                return -1;
        }

        return -1;
    }

    // a "terrorist" group
    private static int QuotedModifierEnd(ImmutableArray<Token> tokens, int open)
    {
        for (var i = open + 1; i < Math.Min(tokens.Length - 1, open + 5); i++)
        {
            if (tokens[i].Pos == PartOfSpeech.CloseQuote)
                return tokens[i + 1].IsNominal ? i + 1 : 0;
            if (!(tokens[i].IsNominal || tokens[i].Pos is PartOfSpeech.Adjective or PartOfSpeech.PastOrParticiple))
                return 0;
        }

        return 0;
    }
}
