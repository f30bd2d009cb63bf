using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads attacks that a noun tells: "US strikes on militia sites", "a drone attack on the base", "a firefight in Datu Salibo".</summary>
internal sealed class NounEvents(Document document, Settings settings)
{
    private readonly Lazy<bool> tellsOfAircraft = new(() => Aircraft.AreToldOf(document));

    /// <summary>The attack that a noun phrase names, with what stands before and behind its noun; null where it names none.</summary>
    internal EventDraft? At(Sentence sentence, int chunk)
    {
        if (!sentence.IsNoun(chunk))
            return null;
        var tokens = sentence.Tokens;
        var np = sentence.Chunks[chunk];
        var head = tokens[np.Head];
        if ((EventWords.Noun(head) ?? (IsBombThatWentOff(sentence, chunk) ? new EventNoun(EventType.Bombing, NounSense.Weak) : WeaponThatStruck(sentence, chunk) ?? OneLike(sentence, chunk))) is not { } noun || IsSomethingElse(tokens, np))
            return null;

        var counted = Counted(sentence, chunk);
        var opening = sentence.Chunks[counted];
        var weapon = EventWords.WeaponIn(tokens, np.First, np.Head);
        var side = ActorReader.Side(tokens, np.First, np.Head) ?? (counted < chunk ? ActorReader.Side(tokens, opening.First, opening.Head) : null);
        // "its bombardment of Gaza" speaks of a war that goes on.
        if (noun.Sense == NounSense.Weak && head.Lemma is "bombardment" && Enumerable.Range(np.First, np.Head - np.First).Any(i => tokens[i].Pos is PartOfSpeech.PossessivePronoun or PartOfSpeech.PossessiveMarker))
            return null;
        if (noun.Sense == NounSense.Fire && weapon is null && side is null && !IsGunBattle(tokens, np))
            return null;

        var (count, isMinimum, isCounted) = CountOf(tokens, opening);
        var type = TypeOf(noun, weapon, side, tokens, np);
        // "A dawn raid in Nablus": where an article tells of nothing that flies, a raid is one on the ground; so is that of those who have no aircraft.
        if (head.Lemma == "raid" && type == EventType.AirStrike && weapon is null && (!tellsOfAircraft.Value || (side is not null && Aircraft.HasNone(side)) || tokens[np.First..np.Head].Any(t => Aircraft.HasNone(t.Lower))) && !tokens[np.First..np.Head].Any(t => t.Lower is "air" or "aerial"))
            type = EventType.Attack;
        var draft = new EventDraft(sentence, chunk, type)
        {
            First = opening.First,
            End = np.End,
            IsNominal = true,
            IsDefinite = IsDefinite(tokens, opening),
            IsSeries = head.Pos == PartOfSpeech.PluralNoun,
            Actor = side,
            Means = weapon is null ? null : Means(sentence, np),
            Count = count,
            CountIsMinimum = isMinimum,
            IsCounted = isCounted,
        };
        draft = WithPhrasesBehind(draft, noun);
        return draft with { Setting = settings.OfNoun(sentence, chunk) };
    }

    private EventDraft WithPhrasesBehind(EventDraft draft, EventNoun noun)
    {
        var sentence = draft.Sentence;
        var k = draft.Anchor + 1;
        while (sentence.Kind(k) == ChunkKind.Preposition || sentence.Kind(k) == ChunkKind.Adverb)
        {
            if (sentence.Kind(k) == ChunkKind.Adverb)
            {
                k++;
                continue;
            }

            var word = sentence.Word(k);
            var obj = sentence.Kind(k + 1) == ChunkKind.OpenQuote ? k + 2 : k + 1;
            if (!sentence.IsNoun(obj))
                break;
            var end = obj + 1;
            if (sentence.Chunks[obj].IsTime)
            {
                (draft, k) = (draft with { End = sentence.Chunks[obj].End }, end);
                continue;
            }

            switch (word)
            {
                case "on" when IsWay(sentence, obj):
                    if (new PlacePhrases(sentence).Naming(obj) is not { } way)
                        return draft;
                    (draft, end) = (draft with { End = sentence.Chunks[way.End - 1].End }, way.End);
                    break;
                case "on" or "against" or "upon" or "targeting" when noun.Sense != NounSense.Clash && draft.Target is null:
                case "at" when noun.Sense == NounSense.Attack && draft.Target is null && noun.Type != EventType.Shooting && sentence.Head(obj).Pos != PartOfSpeech.Number:
                case "of" when (noun.Sense == NounSense.Attack || sentence.Head(draft.Anchor).Lemma == "bombardment") && draft.Target is null && !IsWeapon(sentence, obj):
                case "with" or "between" when noun.Sense is NounSense.Clash or NounSense.Fire && draft.Type == EventType.Clash && draft.Target is null:
                    draft = draft with { Target = ActorReader.Phrase(sentence, obj, document.Text, out end), TargetChunk = obj, End = sentence.Chunks[end - 1].End };
                    break;
                case "by" or "with" or "using" or "from" when IsWeapon(sentence, obj):
                    var weapon = EventWords.WeaponIn(sentence.Tokens, sentence.Chunks[obj].First, sentence.Chunks[obj].End);
                    draft = draft with
                    {
                        Type = draft.Type is EventType.Attack or EventType.AirStrike && weapon is { } w && w.Kind != WeaponKind.Aircraft ? w.Type : weapon is { Kind: WeaponKind.Aircraft } ? EventType.AirStrike : draft.Type,
                        Means = ActorReader.Phrase(sentence, obj, document.Text, out end),
                        Actor = draft.Actor ?? ActorReader.Side(sentence.Tokens, sentence.Chunks[obj].First, sentence.Chunks[obj].Head),
                        End = sentence.Chunks[end - 1].End,
                    };
                    break;
                case "by":
                    draft = draft with { Actor = ActorReader.Phrase(sentence, obj, document.Text, out end), End = sentence.Chunks[end - 1].End };
                    break;
                default:
                    if (!PlaceWords.IsPreposition(word) && word is not ("of" or "to" or "from"))
                        return draft;
                    if (new PlacePhrases(sentence).At(k) is { } place)
                        (draft, end) = (draft with { End = sentence.Chunks[place.End - 1].End }, place.End);
                    else if (word is not "of")
                        return draft;
                    break;
            }

            k = end;
        }

        return draft;
    }

    // "hunger strike", "heart attack", "air strike group"
    private static bool IsSomethingElse(ImmutableArray<Token> tokens, Chunk np)
    {
        for (var i = np.First; i < np.Head; i++)
        {
            if (EventWords.NotAttacks.Contains(tokens[i].Lower))
                return true;
        }

        return false;
    }

    // "on the same day as a car bomb in Mosul", "after a roadside bomb near Gao": the bomb stands for its going off; one that is found or built does not.
    private static bool IsBombThatWentOff(Sentence sentence, int chunk)
    {
        var np = sentence.Chunks[chunk];
        return sentence.Head(chunk).Lower is "bomb" or "bombs" && np.Head > np.First && sentence.Tokens[np.Head - 1].Lower is "car" or "truck" or "lorry" or "van" or "roadside" or "suicide" or "motorbike" or "motorcycle" or "parcel"
            && sentence.Kind(chunk - 1) == ChunkKind.Preposition && sentence.Word(chunk - 1) is "as" or "after" or "in" or "like" or "from" && new PlacePhrases(sentence).At(chunk + 1) is { Grade: PlaceGrade.Named };
    }

    // "the second bombing of a market that day, after one in Baquba": of the kind that was named before it.
    private static EventNoun? OneLike(Sentence sentence, int chunk)
    {
        if (sentence.Chunks[chunk] is not { } np || np.End != np.First + 1 || sentence.Tokens[np.First].Lower is not ("one" or "another") || sentence.Kind(chunk - 1) != ChunkKind.Preposition || sentence.Word(chunk - 1) is not ("after" or "following" or "like" or "to")
            || new PlacePhrases(sentence).At(chunk + 1) is not { Grade: PlaceGrade.Named })
        {
            return null;
        }

        for (var k = chunk - 2; k >= 0; k--)
        {
            if (sentence.IsNoun(k) && EventWords.Noun(sentence.Head(k)) is { Sense: not NounSense.Fire } noun)
                return noun;
        }

        return null;
    }

    // "the toll of the rockets on the market of Kiwanja": the weapon stands for its blow where it is said on what it fell.
    private static EventNoun? WeaponThatStruck(Sentence sentence, int chunk) =>
        sentence.Kind(chunk - 1) == ChunkKind.Preposition && sentence.Word(chunk - 1) is "of" or "from" or "by" or "after" or "in" && sentence.IsPreposition(chunk + 1, "on") && sentence.IsNoun(chunk + 2)
        && EventWords.WeaponIn(sentence.Tokens, sentence.Chunks[chunk].Head, sentence.Chunks[chunk].Head + 1) is { Kind: WeaponKind.Projectile or WeaponKind.Explosive or WeaponKind.Drone } weapon
        && new PlacePhrases(sentence).Naming(chunk + 2) is { Grade: PlaceGrade.Named } ? new EventNoun(weapon.Type, NounSense.Weak) : null;

    private static bool IsGunBattle(ImmutableArray<Token> tokens, Chunk np)
    {
        for (var i = np.First; i < np.Head; i++)
        {
            if (tokens[i].Lower is "gun" or "running" or "fierce" or "pitched" or "street")
                return true;
        }

        return false;
    }

    // "an ambush on the road to Tank": where it was, not what it was aimed at.
    private static bool IsWay(Sentence sentence, int chunk) => sentence.Head(chunk).Lower is "road" or "axis" or "highway" or "route" or "motorway" or "border" or "outskirts" or "track" or "edge"
        || sentence.Tokens[sentence.Chunks[chunk].First..sentence.Chunks[chunk].End].Any(t => t.Lower is "axis" or "road" or "highway");

    private static bool IsWeapon(Sentence sentence, int chunk) => EventWords.WeaponOf(sentence.Head(chunk)) is not null;

    /// <summary>The noun phrase that counts the attacks ("two series of air strikes"), else the noun phrase itself.</summary>
    internal static int Counted(Sentence sentence, int chunk)
    {
        if (!sentence.IsPreposition(chunk - 1, "of") || !sentence.IsNoun(chunk - 2))
            return chunk;
        var head = sentence.Head(chunk - 2);
        return EventWords.Quantities.Contains(head.Lower) || EventWords.Quantities.Contains(head.Lemma) ? Counted(sentence, chunk - 2) : chunk;
    }

    private static (int? Count, bool IsMinimum, bool IsCounted) CountOf(ImmutableArray<Token> tokens, Chunk np)
    {
        for (var i = np.First; i < np.End; i++)
        {
            if (NumberReader.At(tokens, i) is not { } number)
                continue;
            if (number.End < np.End && tokens[number.End].Lower is "people" or "year" or "minute" or "hour")
                continue;
            var minimum = false;
            for (var h = np.First; h < i; h++)
                minimum |= Quantity.At(tokens, h)?.Bound == Quantity.Bound.Least;
            return number.Low > 1 ? (number.Low, minimum, true) : (null, false, false);
        }

        return (null, false, tokens[np.First..np.End].Any(t => t.Lower is "dozens" or "scores" or "hundreds" or "several" or "multiple" or "number" or "series" or "spate" or "string"));
    }

    private static bool IsDefinite(ImmutableArray<Token> tokens, Chunk np)
    {
        var first = tokens[np.First];
        if (first.Lower is "the" or "this" or "that" or "these" or "those" or "such" or "both" or "either" or "neither" or "each" || first.Pos == PartOfSpeech.PossessivePronoun)
            return true;
        // "Monday's attack" is known by its day, "Israel's attack" is told by its actor.
        for (var i = np.First; i + 1 < np.Head; i++)
        {
            if (tokens[i + 1].Pos == PartOfSpeech.PossessiveMarker)
                return Lexicon.TimeNouns.Contains(tokens[i].Lower);
        }

        return false;
    }

    private static EventType TypeOf(EventNoun noun, Weapon? weapon, string? side, ImmutableArray<Token> tokens, Chunk np)
    {
        for (var i = np.First; i < np.Head; i++)
        {
            if (tokens[i].Lower is "air" or "aerial" && noun.Type is EventType.Attack or EventType.AirStrike or EventType.Bombing)
                return EventType.AirStrike;
            if (tokens[i].Lower is "suicide" or "car-bomb" or "truck-bomb" or "roadside" && noun.Type is EventType.Attack or EventType.Bombing)
                return EventType.Bombing;
            if (tokens[i].Lower is "artillery" or "mortar" or "ground" or "commando")
                return EventType.Attack;
        }

        if (weapon is null)
            return noun.Type;
        // An armed aircraft without a pilot makes an air strike; a drone that explodes makes a drone attack. "Drone strike" by a state is the first.
        if (weapon.Type == EventType.DroneAttack && noun.Type == EventType.AirStrike && side is not null && Names.Countries.ByName(side) is not null)
            return EventType.AirStrike;
        return noun.Type is EventType.Clash ? noun.Type : weapon.Type;
    }

    private string? Means(Sentence sentence, Chunk np)
    {
        for (var i = np.Head - 1; i >= np.First; i--)
        {
            if (EventWords.WeaponOf(sentence.Tokens[i]) is not null)
                return sentence.Tokens[i].Span.In(document.Text);
        }

        return null;
    }
}
