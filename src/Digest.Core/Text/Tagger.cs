namespace Digest.Text;

/// <summary>
/// Gives each token of a sentence its part of speech: the cheapest path through the readings of the lexicon, where each reading has a cost and each step from one
/// part of speech to the next has one (<c>Lexicon/transitions.table.tsv</c>). The costs are written by hand from the grammar, not trained on any text.
/// Linear in the length of the sentence.
/// </summary>
internal static class Tagger
{
    private static readonly int Count = Enum.GetValues<PartOfSpeech>().Length;
    private static readonly double[,] Step = ReadTransitions();

    /// <summary>The cost of a noun that only a verb's dictionary form gives ("the die", "a require").</summary>
    private const double RareNoun = 2;

    /// <param name="caseSays">Whether capitals mean something: false for sentences in UPPER CASE and headlines In Title Case.</param>
    internal static (PartOfSpeech[] Pos, string[] Lemma) Tag(IReadOnlyList<RawToken> raw, IReadOnlyList<string> words, IReadOnlyList<string> lower, bool caseSays)
    {
        var n = raw.Count;
        var readings = new Reading[n][];
        for (var i = 0; i < n; i++)
            readings[i] = OpensHedge(lower, i) ? [new(PartOfSpeech.Determiner, 0, lower[i])] : AfterHelper(lower, i, ReadingsOf(raw[i], words[i], lower[i], IsSentenceStart(raw, i), caseSays));

        for (var i = 1; i < n; i++)
        {
            // "US air strikes south of the city": air does not strike, so what follows it is a noun.
            if (lower[i - 1] is "air" or "artillery" or "mortar" or "suicide" or "ground" or "gun" or "knife" or "arson" or "sniper" or "grenade" && readings[i].Any(r => r.Pos is PartOfSpeech.Noun or PartOfSpeech.PluralNoun && r.Cost < 0.5) && readings[i].Any(r => r.Pos is PartOfSpeech.Verb or PartOfSpeech.VerbS))
                readings[i] = [.. readings[i].Where(r => r.Pos is not (PartOfSpeech.Verb or PartOfSpeech.VerbS))];
            // "the internationally recognized government", "the teaching hospital": they tell what kind of government and hospital.
            if (i + 1 < n && words[i] == lower[i] && lower[i].EndsWith("ally", StringComparison.Ordinal) && lower[i - 1] is "the" or "an" or "a" or "its" or "their" && Lexicon.Lookup(lower[i + 1]).Any(r => r.Pos is PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle or PartOfSpeech.Adjective))
                readings[i] = [new(PartOfSpeech.Adverb, 0, lower[i])];
            if (i + 1 < n && lower[i] == "teaching" && lower[i + 1] is "hospital" or "hospitals")
                readings[i] = [new(PartOfSpeech.Adjective, 0, lower[i])];
            // "gunmen last night killed": before a time "last" is no verb; "women aid workers" names people.
            if ((lower[i - 1] == "last" && Lexicon.TimeNouns.Contains(lower[i])) || (lower[i - 1] == "aid" && lower[i] is "worker" or "workers" or "convoy" or "convoys" or "group" or "groups" or "agency" or "agencies"))
                readings[i - 1] = [.. readings[i - 1].Where(r => r.Pos is not (PartOfSpeech.Verb or PartOfSpeech.VerbS))];
            // "to her arm", "all of them barbers": a noun may stand there, a verb hardly.
            if ((i > 1 && lower[i - 1] == "her" && lower[i - 2] is "to" or "in" or "of" or "on" or "with" or "for" or "by" or "from") || (i > 1 && lower[i - 1] == "them" && lower[i - 2] == "of") && readings[i].Any(r => r.Pos == PartOfSpeech.PluralNoun))
                readings[i] = readings[i].Where(r => r.Pos is not (PartOfSpeech.Verb or PartOfSpeech.VerbS)).ToArray() is { Length: > 0 } nouns ? nouns : readings[i];
            // "wounded 19 late on Thursday": with a time behind it, no adjective
            if (lower[i - 1] is "late" or "early" && (lower[i] is "on" or "in" or "at" || Lexicon.TimeNouns.Contains(lower[i])) && i > 1 && Lexicon.Lookup(lower[i - 2])[0].Pos is not (PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun or PartOfSpeech.Preposition or PartOfSpeech.Auxiliary))
                readings[i - 1] = [new(PartOfSpeech.Adverb, 0, lower[i - 1])];
            // "marching down the avenue": the way somebody moves; and not "shot down the drone"
            if (lower[i] is "down" or "up" && i + 1 < n && Lexicon.Lookup(lower[i + 1])[0].Pos is PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun && Lexicon.IsMotion(lower[i - 1]))
                readings[i] = [new(PartOfSpeech.Preposition, 0, lower[i])];
            // "Silva hits back: “…”", "fires back that", "hits out at": before the particle the plural of a blow is its verb.
            if (lower[i - 1] is "hits" or "fires" or "shoots" or "snaps" or "lashes" && i > 1 && raw[i - 2].Kind == RawKind.Word && (lower[i] == "back" ? i + 1 == n || raw[i + 1].Kind != RawKind.Word || lower[i + 1] is "that" or "at" or "in" or "on" or "with" or "by" : lower[i] == "out" && i + 1 < n && lower[i + 1] == "at"))
            {
                readings[i - 1] = readings[i - 1].Where(r => r.Pos == PartOfSpeech.VerbS).ToArray() is { Length: > 0 } blows ? blows : readings[i - 1];
                readings[i] = [new(PartOfSpeech.Particle, 0, lower[i])];
            }

            // "who chairs ASEAN", ", which governs Gaza,": of whom something is told, with a name or an article behind it
            if ((lower[i - 1] == "who" || (lower[i - 1] == "which" && i > 1 && lower[i - 2] == ",")) && i + 1 < n && raw[i].Kind == RawKind.Word && (char.IsUpper(words[i + 1][0]) || Lexicon.Lookup(lower[i + 1])[0].Pos == PartOfSpeech.Determiner) && readings[i].Any(r => r.Pos == PartOfSpeech.VerbS))
                readings[i] = [.. readings[i].Where(r => r.Pos == PartOfSpeech.VerbS)];
            // "press secretary Ana Silva": of whom the press asks; "Israel's military:": with no noun behind it, it is one.
            if ((lower[i - 1] == "press" && lower[i] is "secretary" or "officer" or "aide" or "adviser" or "attaché" or "spokesman" or "spokeswoman" or "conference" or "office") || (lower[i - 1] == "military" && i > 1 && raw[i - 2].Kind == RawKind.Possessive && raw[i].Kind != RawKind.Word))
                readings[i - 1] = [new(PartOfSpeech.Noun, 0, lower[i - 1])];
            if (lower[i] == "claims" && IsClaiming(raw, lower, i))
                readings[i] = [new(PartOfSpeech.VerbS, 0, "claim")];
            // "called her “the only friend”", "told her the road was shut": what owns something has no article behind it.
            if (lower[i - 1] == "her" && (raw[i].Kind == RawKind.OpenQuote ? i + 1 < n && Lexicon.Lookup(lower[i + 1])[0].Pos == PartOfSpeech.Determiner : lower[i] is "the" or "a" or "an" or "that"))
                readings[i - 1] = [new(PartOfSpeech.Pronoun, 0, "her")];
            // "the six priests' slaying": behind an apostrophe a deed is a noun.
            if (raw[i - 1].Kind == RawKind.Possessive && lower[i] is "killing" or "slaying" or "wounding" or "shooting" or "beheading" or "stabbing" or "lynching" or "kidnapping" or "bombing")
                readings[i] = [new(PartOfSpeech.Noun, 0, lower[i])];
            // "a day after shelling by the army killed eight": a deed with whoever did it behind it is a noun.
            if (i + 2 < n && lower[i + 1] == "by" && lower[i] is "shelling" or "bombing" or "shooting" or "killing" or "strafing" or "stabbing" or "looting" or "firing" or "jamming" or "fighting" && lower[i + 2] is not ("hand" or "mistake" or "accident" or "day" or "night")
                && lower[i - 1] is "after" or "before" or "of" or "from" or "in" or "with" or "by" or "as" or "during" or "despite" or "amid" or "and" or ",")
                readings[i] = [new(PartOfSpeech.Noun, 0, lower[i])];
            // "Ukraine war briefing: …"; "at a police station", "a police report"; "motorcycle-riding gunmen"; "two of the wounded remain in hospital".
            if (i + 1 < n && lower[i] == "briefing" && lower[i + 1] == ":")
                readings[i] = [new(PartOfSpeech.Noun, 0, lower[i])];
            if (lower[i - 1] == "police" && lower[i] is "station" or "post" or "patrol" or "report" or "record" or "force" or "checkpoint" && i > 1 && Lexicon.Lookup(lower[i - 2])[0].Pos is PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun or PartOfSpeech.Adjective or PartOfSpeech.Preposition)
                readings[i] = [new(PartOfSpeech.Noun, 0, lower[i])];
            if (i + 1 < n && lower[i].EndsWith("ing", StringComparison.Ordinal) && lower[i].IndexOf('-', StringComparison.Ordinal) > 3 && Lexicon.Lookup(lower[i + 1])[0].Pos == PartOfSpeech.PluralNoun)
                readings[i] = [new(PartOfSpeech.Adjective, 0, lower[i])];
            if (lower[i] == "remain" && readings[i].Any(r => r.Pos == PartOfSpeech.Verb))
                readings[i] = [.. readings[i].Where(r => r.Pos == PartOfSpeech.Verb)];
            // "in the country's north": a side of what owns it; "carried by its media arm": of whoever speaks through it.
            if ((raw[i - 1].Kind == RawKind.Possessive && lower[i] is "north" or "south" or "east" or "west" or "northeast" or "northwest" or "southeast" or "southwest")
                || (lower[i] == "arm" && lower[i - 1] is "media" or "news" or "information" or "propaganda" or "military" or "political" or "armed" or "relief" or "humanitarian"))
                readings[i] = [new(PartOfSpeech.Noun, 0, lower[i])];
            // "Five die in blast", "nine require surgery": behind a number a word that is hardly ever a noun is a verb.
            if (readings[i - 1].Any(r => r.Pos == PartOfSpeech.Number) && lower[i - 1] is not ("one" or "1") && readings[i].Any(r => r.Pos == PartOfSpeech.Verb && r.Cost == 0))
                readings[i] = [.. readings[i].Where(r => r.Pos != PartOfSpeech.Noun || r.Cost < RareNoun)];
        }

        var (pos, lemma, _) = Cheapest(readings);
        return WithPredicate(raw, readings, lower, pos, lemma, caseSays) is { } better ? (better.Pos, better.Lemma) : (pos, lemma);
    }

    // "The group claims to have killed ten": said of somebody; and not "Its claims to have killed ten were false", where another verb follows or something says whose claims they are.
    private static bool IsClaiming(IReadOnlyList<RawToken> raw, IReadOnlyList<string> lower, int i)
    {
        if (i + 2 >= lower.Count || lower[i + 1] != "to" || lower[i + 2] is not ("have" or "be") || (raw[i - 1].Kind is not (RawKind.Word or RawKind.Number) && lower[i - 1] is not ("," or ")")))
            return false;
        if (raw[i - 1].Kind == RawKind.Word && Lexicon.Lookup(lower[i - 1])[0].Pos is PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun or PartOfSpeech.Adjective or PartOfSpeech.Conjunction or PartOfSpeech.Preposition)
            return false;
        for (var k = i + 3; k < lower.Count && raw[k].Kind is RawKind.Word or RawKind.Number; k++)
        {
            if (lower[k] is "was" or "were" or "is" or "are" or "has" or "have" or "had" or "could" or "did" or "do")
                return false;
            if (lower[k] is "who" or "which" or "that" or "after" or "before" or "when" or "while" or "and" or "but")
                break;
        }

        return true;
    }

    // A sentence says something of something. Where the cheapest path leaves its main clause no finite verb but that of a speaker ("Car bomb kills at least nine", "The US military hit militia
    // sites, officials said"), the word that agrees with the noun before it and has a noun phrase behind it is read as the verb.
    private static (PartOfSpeech[] Pos, string[] Lemma, double Cost)? WithPredicate(IReadOnlyList<RawToken> raw, Reading[][] readings, IReadOnlyList<string> lower, PartOfSpeech[] pos, string[] lemma, bool caseSays)
    {
        const int MostTried = 4;
        var end = EndOfMainClause(pos, lemma, lower);
        (PartOfSpeech[] Pos, string[] Lemma, double Cost)? best = null;
        var tried = 0;
        for (var i = 1; i + 1 < end && tried < MostTried; i++)
        {
            if (raw[i].Kind != RawKind.Word || !OpensPhrase(pos[i + 1], lower, i + 1) || Subject(readings[i - 1], pos, i - 1, caseSays) is not { } subject)
                continue;
            var plural = subject == PartOfSpeech.PluralNoun;
            var verbs = readings[i].Where(r => r.Pos is PartOfSpeech.PastOrParticiple or PartOfSpeech.PastTense || (r.Pos == PartOfSpeech.VerbS && !plural) || (r.Pos == PartOfSpeech.Verb && plural)).Where(r => r.Cost <= 0.5).ToArray();
            if (verbs.Length == 0)
                continue;
            tried++;
            Reading[][] forced = [.. readings];
            forced[i] = verbs;
            if (subject != pos[i - 1])
                forced[i - 1] = [.. readings[i - 1].Where(r => r.Pos == subject)];
            var path = Cheapest(forced);
            if (best is null || path.Cost < best.Value.Cost)
                best = path;
        }

        return best;
    }

    /// <summary>Where the words end among which the sentence's missing verb must stand; 0 where none is missing.</summary>
    private static int EndOfMainClause(PartOfSpeech[] pos, string[] lemma, IReadOnlyList<string> lower)
    {
        // Each clause that is opened by a word of its own ("after its troops were hurt") has a verb, and so has the sentence.
        var (openers, verbs, end) = (0, 0, pos.Length);
        for (var i = 0; i < pos.Length; i++)
        {
            if (lower[i] is "after" or "before" or "since" or "until" or "as" or "than" ? OpensClause(pos, i + 1) : pos[i] is PartOfSpeech.Subordinator or PartOfSpeech.Relative)
            {
                openers++;
                end = Math.Min(end, i);
            }
            else if (IsFinite(pos[i]) && !IsSpeakers(pos, lemma, i) && (i == 0 || !IsFinite(pos[i - 1])))
            {
                if (i < end)
                    return 0;
                verbs++;
            }
        }

        return verbs <= openers ? end : 0;
    }

    private static bool IsFinite(PartOfSpeech pos) => pos is PartOfSpeech.Auxiliary or PartOfSpeech.Modal or PartOfSpeech.VerbS or PartOfSpeech.PastTense or PartOfSpeech.PastOrParticiple or PartOfSpeech.Verb;

    // "…, officials said", "…, the ministry announced on Monday": the words of another clause.
    private static bool IsSpeakers(PartOfSpeech[] pos, string[] lemma, int verb)
    {
        if (lemma[verb] == "say")
            return true;
        if (lemma[verb] is not ("announce" or "report" or "add" or "confirm" or "claim" or "state" or "write" or "declare"))
            return false;
        var i = verb - 1;
        while (i > 0 && IsNominal(pos[i]))
            i--;
        return i > 0 && i < verb - 1 && pos[i] is PartOfSpeech.Comma or PartOfSpeech.CloseQuote;
    }

    // "after its troops were hurt", and not "after the raid on a camp".
    private static bool OpensClause(PartOfSpeech[] pos, int at)
    {
        var first = at;
        while (at < pos.Length && IsNominal(pos[at]))
            at++;
        return at > first && at < pos.Length && IsFinite(pos[at]);
    }

    private static bool IsNominal(PartOfSpeech pos) => pos is PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Number or PartOfSpeech.Noun or PartOfSpeech.PluralNoun or PartOfSpeech.ProperNoun
        or PartOfSpeech.PossessiveMarker or PartOfSpeech.PossessivePronoun or PartOfSpeech.Pronoun;

    // The noun that a verb may stand behind. "The US military hit …", "Rebels attack …": a word that was taken for an adjective or a name is the noun it may be.
    private static PartOfSpeech? Subject(Reading[] readings, PartOfSpeech[] pos, int at, bool caseSays) => pos[at] switch
    {
        PartOfSpeech.Noun or PartOfSpeech.PluralNoun => pos[at],
        PartOfSpeech.ProperNoun => (at == 0 || !caseSays) && Array.Exists(readings, r => r.Pos == PartOfSpeech.PluralNoun && r.Cost <= 0.5) ? PartOfSpeech.PluralNoun : PartOfSpeech.ProperNoun,
        PartOfSpeech.Adjective when at > 0 && pos[at - 1] is PartOfSpeech.ProperNoun or PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.PossessiveMarker && Array.Exists(readings, r => r.Pos == PartOfSpeech.Noun && r.Cost <= 1) => PartOfSpeech.Noun,
        _ => null,
    };

    private static bool OpensPhrase(PartOfSpeech next, IReadOnlyList<string> lower, int at) => next is PartOfSpeech.Noun or PartOfSpeech.PluralNoun or PartOfSpeech.ProperNoun or PartOfSpeech.Determiner or PartOfSpeech.Number
        or PartOfSpeech.Adjective or PartOfSpeech.PossessivePronoun || lower[at] == "back" || (lower[at] == "at" && at + 1 < lower.Count && lower[at + 1] == "least");

    private static (PartOfSpeech[] Pos, string[] Lemma, double Cost) Cheapest(Reading[][] readings)
    {
        var n = readings.Length;
        var best = new double[n][];
        var from = new int[n][];
        for (var i = 0; i < n; i++)
        {
            var here = readings[i];
            best[i] = new double[here.Length];
            from[i] = new int[here.Length];
            for (var r = 0; r < here.Length; r++)
            {
                if (i == 0)
                {
                    best[i][r] = here[r].Cost + Step[Count, (int)here[r].Pos];
                    continue;
                }

                best[i][r] = double.MaxValue;
                var before = readings[i - 1];
                for (var p = 0; p < before.Length; p++)
                {
                    var step = best[i - 1][p] + Step[(int)before[p].Pos, (int)here[r].Pos];
                    if (step < best[i][r])
                        (best[i][r], from[i][r]) = (step, p);
                }

                best[i][r] += here[r].Cost;
            }
        }

        var pos = new PartOfSpeech[n];
        var lemma = new string[n];
        if (n == 0)
            return (pos, lemma, 0);
        var cost = best[n - 1].Min();
        var at = Array.IndexOf(best[n - 1], cost);
        for (var i = n - 1; i >= 0; i--)
        {
            (pos[i], lemma[i]) = (readings[i][at].Pos, readings[i][at].Lemma);
            at = from[i][at];
        }

        return (pos, lemma, cost);
    }

    // "kills at least nine", "wounding more than 30": what hedges a number opens a noun phrase.
    private static bool OpensHedge(IReadOnlyList<string> lower, int i) => i + 1 < lower.Count && (lower[i], lower[i + 1]) is
        ("at", "least") or ("at", "most") or ("more", "than") or ("less", "than") or ("fewer", "than") or ("up", "to") or ("upwards", "of") && i + 2 < lower.Count && IsNumeric(lower[i + 2]);

    private static bool IsNumeric(string lower) => char.IsAsciiDigit(lower[0]) || lower is "a" or "an" or "half" || Lexicon.Lookup(lower)[0].Pos == PartOfSpeech.Number || lower is "dozens" or "hundreds" or "thousands";

    // "the ad will air", "told them to stop": behind a modal any word may be a verb, and behind "to" what can be a verb is one unless a noun follows ("to aid workers").
    private static Reading[] AfterHelper(IReadOnlyList<string> lower, int i, Reading[] readings)
    {
        if (i == 0 || readings[0].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Verb or PartOfSpeech.Adjective))
            return readings;
        var verb = Array.Exists(readings, r => r.Pos == PartOfSpeech.Verb && r.Cost < 2);
        // "asked deputies to “count to ten”", "vowed to “hunt them”": behind somebody or a promise the mark opens no noun.
        if (i > 2 && verb && lower[i - 1] is "\"" or "“" or "‘" or "«" && lower[i - 2] == "to" && (TakesInfinitive(lower[i - 3]) || IsAddressed(lower, i - 2)))
            return [.. readings.Select(r => r.Pos == PartOfSpeech.Noun ? r with { Cost = r.Cost + 2 } : r)];
        // blamed “outlaw groups”: what is quoted is the verb's object
        if (verb && i > 1 && i + 1 < lower.Count && lower[i - 1] is "\"" or "“" or "‘" or "«" && char.IsLetter(lower[i + 1][0]) && Lexicon.Lookup(lower[i - 2])[0] is { Pos: PartOfSpeech.PastTense or PartOfSpeech.PastOrParticiple, Lemma: "blame" or "accuse" or "condemn" or "denounce" or "fight" or "target" } && Lexicon.Lookup(lower[i + 1])[0].Pos == PartOfSpeech.PluralNoun)
            return [.. readings.Select(r => r.Pos == PartOfSpeech.Verb ? r with { Cost = r.Cost + 2 } : r)];
        if (lower[i - 1] is "will" or "would" or "could" or "should" or "must" or "cannot" or "'ll")
            return verb || readings[0].Pos != PartOfSpeech.Noun ? readings : [.. readings, new(PartOfSpeech.Verb, 0.6, lower[i])];
        if (lower[i - 1] != "to" || !verb || (i > 1 && lower[i - 2] is "according" or "due" or "thanks" or "related" or "linked"))
            return readings;
        // "to conduct “proportionate” strikes"; "called on both sides to show restraint"
        if ((i + 1 < lower.Count && lower[i + 1] is "\"" or "“" or "‘" or "«") || IsAddressed(lower, i - 1))
            return [.. readings.Select(r => r.Pos == PartOfSpeech.Noun ? r with { Cost = r.Cost + 2 } : r)];
        if (i + 1 < lower.Count && char.IsLetter(lower[i + 1][0]) && Lexicon.Lookup(lower[i + 1])[0].Pos is PartOfSpeech.Noun or PartOfSpeech.PluralNoun)
            return readings;
        return [.. readings.Select(r => r.Pos == PartOfSpeech.Noun ? r with { Cost = r.Cost + 0.8 } : r)];
    }

    private static bool TakesInfinitive(string before) => Lexicon.Lookup(before)[0] is var reading && (reading.Pos is PartOfSpeech.PluralNoun or PartOfSpeech.Pronoun ||
        reading.Lemma is "vow" or "pledge" or "promise" or "threaten" or "swear" or "want" or "have" or "refuse" or "agree" or "order" or "urge" or "decide" or "try" or "seek" or "need" or "ready" or "able" or "continue" or "begin" or "plan");

    // "called on both sides to …", "asked the president to …": somebody who has been addressed is to do it.
    private static bool IsAddressed(IReadOnlyList<string> lower, int to)
    {
        const int Reach = 8;
        for (var k = to - 2; k >= Math.Max(0, to - Reach); k--)
        {
            if (lower[k + 1] is "." or ";" or ":" or "to" && Lexicon.Lookup(lower[k])[0].Lemma != "appeal")
                return false;
            var addresses = Lexicon.Lookup(lower[k])[0].Lemma switch
            {
                "call" => lower[k + 1] is "on" or "upon",
                "appeal" => lower[k + 1] == "to",
                "ask" or "urge" or "beg" or "implore" or "exhort" or "instruct" or "order" => true,
                _ => false,
            };
            if (addresses)
                return true;
        }

        return false;
    }

    private static bool IsSentenceStart(IReadOnlyList<RawToken> raw, int i)
    {
        for (var k = i - 1; k >= 0; k--)
        {
            if (raw[k].Kind is RawKind.Word or RawKind.Number or RawKind.Possessive)
                return false;
            if (raw[k].Kind == RawKind.OpenQuote)
                return true;
        }

        return true;
    }

    private static Reading[] ReadingsOf(RawToken token, string word, string lower, bool first, bool caseSays)
    {
        switch (token.Kind)
        {
            case RawKind.OpenQuote:
                return [new(PartOfSpeech.OpenQuote, 0, word)];
            case RawKind.CloseQuote:
                return [new(PartOfSpeech.CloseQuote, 0, word)];
            case RawKind.Possessive:
                // "the minister's" or "it's": the cost decides after a pronoun.
                return lower.Length > 1
                    ? [new(PartOfSpeech.PossessiveMarker, 0, "'s"), new(PartOfSpeech.Auxiliary, 1, "be")]
                    : [new(PartOfSpeech.PossessiveMarker, 0, "'s")];
            case RawKind.Number:
                return [new(PartOfSpeech.Number, 0, word)];
            case RawKind.Symbol:
                return [new(PartOfSpeech.Symbol, 0, word)];
            case RawKind.Punctuation:
                return [new(lower == "," ? PartOfSpeech.Comma : PartOfSpeech.Punctuation, 0, word)];
        }

        var readings = Lexicon.Lookup(lower);
        var capital = char.IsUpper(word[0]) || (word.Length > 1 && char.IsUpper(word[1]) && !char.IsLetter(word[0]));
        // "al-Sakhar", "el-Obeid", "bin" are parts of names in lower case.
        if (!capital && (lower.StartsWith("al-", StringComparison.Ordinal) || lower.StartsWith("el-", StringComparison.Ordinal) || lower.StartsWith("ash-", StringComparison.Ordinal) ||
            lower.StartsWith("ad-", StringComparison.Ordinal) || lower.StartsWith("as-", StringComparison.Ordinal) || lower.StartsWith("an-", StringComparison.Ordinal)) && char.IsUpper(word[lower.IndexOf('-', StringComparison.Ordinal) + 1]))
            return [new(PartOfSpeech.ProperNoun, 0, lower)];
        if (!capital || lower is "i")
            return readings;
        if (IsInitialism(word))
        {
            if (caseSays || !Lexicon.IsKnown(lower) || word.Contains('.'))
                return lower is "us" or "u.s." or "uk" or "u.k." or "eu" or "u.n." or "un" || !Lexicon.IsKnown(lower) ? [new(PartOfSpeech.ProperNoun, 0, lower)] : [new(PartOfSpeech.ProperNoun, 0.2, lower), .. readings];
        }

        if (!caseSays)
            return Lexicon.IsKnown(lower) ? [.. readings, new(PartOfSpeech.ProperNoun, 1.4, lower)] : [new(PartOfSpeech.ProperNoun, 0.1, lower), .. readings];
        if (Lexicon.TimeNouns.Contains(lower) && !first)
            return [new(PartOfSpeech.ProperNoun, 0, lower)];
        if (first)
            return Lexicon.IsKnown(lower) ? [.. readings, new(PartOfSpeech.ProperNoun, 1.2, lower)] : [new(PartOfSpeech.ProperNoun, 0.2, lower), .. readings.Select(r => r with { Cost = r.Cost + 0.4 })];
        return Lexicon.IsKnown(lower) && IsFunctionWord(readings)
            ? [.. readings, new(PartOfSpeech.ProperNoun, 0.8, lower)]
            : [new(PartOfSpeech.ProperNoun, 0, lower), .. readings.Where(r => r.Pos is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.PluralNoun).Select(r => r with { Cost = r.Cost + 1 })];
    }

    private static bool IsFunctionWord(Reading[] readings) => readings[0].Pos is PartOfSpeech.Determiner or PartOfSpeech.Pronoun or PartOfSpeech.PossessivePronoun or PartOfSpeech.Preposition
        or PartOfSpeech.Conjunction or PartOfSpeech.Subordinator or PartOfSpeech.Relative or PartOfSpeech.Auxiliary or PartOfSpeech.Modal or PartOfSpeech.Negation or PartOfSpeech.Number or PartOfSpeech.To;

    private static bool IsInitialism(string word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return false;
            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters >= 2;
    }

    private static double[,] ReadTransitions()
    {
        const double Default = 2.5;
        var step = new double[Count + 1, Count];
        for (var i = 0; i <= Count; i++)
        {
            for (var k = 0; k < Count; k++)
                step[i, k] = Default;
        }

        // Marks between words bind nothing: they may follow and precede anything.
        foreach (var free in (PartOfSpeech[])[PartOfSpeech.OpenQuote, PartOfSpeech.CloseQuote, PartOfSpeech.Punctuation, PartOfSpeech.Symbol, PartOfSpeech.Comma])
        {
            for (var k = 0; k <= Count; k++)
                step[k, (int)free] = 0;
            for (var k = 0; k < Count; k++)
                step[(int)free, k] = 0.5;
        }

        foreach (var row in WordList.Rows("Text/Lexicon/transitions.table.tsv"))
        {
            var from = row[0] == "Start" ? Count : (int)Enum.Parse<PartOfSpeech>(row[0]);
            foreach (var cell in row[1].Split(' '))
            {
                var colon = cell.IndexOf(':', StringComparison.Ordinal);
                step[from, (int)Enum.Parse<PartOfSpeech>(cell[..colon])] = double.Parse(cell[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return step;
    }
}
