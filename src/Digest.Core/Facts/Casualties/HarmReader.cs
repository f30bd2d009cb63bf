using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads the harms a sentence tells of: each verb, noun or adjective of harm with the noun phrases of the harmed.</summary>
internal sealed class HarmReader
{
    private readonly Sentence sentence;
    private readonly ImmutableArray<Token> tokens;
    private readonly ImmutableArray<Chunk> chunks;
    private readonly List<HarmMention> found = [];

    private HarmReader(Sentence sentence) => (this.sentence, tokens, chunks) = (sentence, sentence.Tokens, sentence.Chunks);

    /// <summary>The mentions of a sentence in text order; each noun phrase bears each effect once.</summary>
    /// <param name="told">The harm the sentences before told of last; null where they told of none.</param>
    internal static ImmutableArray<HarmMention> Read(Sentence sentence, HarmEffect? told = null)
    {
        var reader = new HarmReader(sentence);
        // Toll phrases first: in "put the toll at four militiamen" the verb of the clause says nothing of harm.
        reader.found.AddRange(TollPhrases.Read(sentence, told));
        foreach (var clause in sentence.Clauses)
            reader.ReadClause(clause);
        reader.ReadNounPhrases();
        reader.ReadInverted();
        reader.ReadCompanions();
        Insertions.Read(sentence, reader.found);
        reader.found.AddRange(Ellipsis.Read(sentence, reader.found, told));
        reader.found.AddRange(PartReader.Read(sentence, reader.found, told));
        reader.found.AddRange(FigureHistory.Replaced(sentence, reader.found));
        // "26 people, including six men shot dead", "five people including a guard and a child were killed": the verb tells of the part once more.
        var parts = reader.found.Where(m => m.IsPartial).Select(m => (m.Effect, m.Chunk)).ToHashSet();
        reader.found.RemoveAll(m => m is { IsPartial: false, Clause: { } clause } && (clause.Kind == ClauseKind.Reduced || (clause.Subject is { } s && s.First != m.Chunk && s.Conjuncts.Contains(m.Chunk))) && parts.Contains((m.Effect, m.Chunk)));
        var killed = reader.found.Where(m => m.Effect == HarmEffect.Killed).Select(m => m.Chunk).ToHashSet();
        // One person told of twice is one: who lost a leg and then died is dead, and so are "two wounded soldiers" who "succumbed".
        return CountedTogether.Fold(sentence, [.. reader.found.Where(m => m.Effect != HarmEffect.Wounded || !(m.Clause is null or { Lemma: "lose" or "shoot" } or { Kind: ClauseKind.Reduced } && killed.Contains(m.Chunk))).DistinctBy(m => (m.Effect, m.Chunk, m.IsSecondOfPair)).OrderBy(m => m.Span)]);
    }

    private void ReadClause(Clause clause)
    {
        if (HarmLexicon.Verb(clause.Lemma) is var (effect, frame))
        {
            if (!Modality.IsReal(sentence, clause))
                return;
            if (effect == HarmEffect.Wounded && Idioms.IsFatal(sentence, clause))
                effect = HarmEffect.Killed;
            if (frame == HarmFrame.Subject || clause.IsPassive)
                Add(effect, clause.Subject, clause);
            else
                Add(effect, clause.Object ?? SharedObject(clause), clause);
            return;
        }

        if (Idioms.Read(sentence, clause) is var (idiomEffect, harmed) && Modality.IsReal(sentence, clause))
            Add(idiomEffect, harmed, clause, people: clause.Lemma is "lose" or "hold" or "take" or "seize" or "bury");
    }

    // "killed or wounded more than 30": the first verb has the second's object.
    private Phrase? SharedObject(Clause clause)
    {
        var next = clause.VerbChunk + 2;
        return next < chunks.Length && chunks[next - 1].Kind == ChunkKind.Conjunction && chunks[next].Kind == ChunkKind.VerbGroup
            ? sentence.Clauses.First(c => c.VerbChunk == next).Object
            : null;
    }

    private void Add(HarmEffect effect, Phrase? harmed, Clause clause, bool people = false)
    {
        if (harmed is null || IsCountedByToll(harmed.First, clause))
            return;
        // "said Ana Silva, whose sister and aunt were killed": the owner is alive to say so.
        if (harmed.Conjuncts.FirstOrDefault(c => tokens[chunks[c].First].Lower == "whose") is > 0 and var whose)
            harmed = new Phrase([.. harmed.Conjuncts.Where(c => c >= whose)]);
        // "Two troopers, three militants killed": a headline's comma for "and".
        if (sentence.IsHeadline && clause.IsPassive && harmed.First == 2 && chunks[1].Kind == ChunkKind.Comma && HeadCount.Of(sentence, 0) is { IsNumbered: true, IsDefinite: false } listed && Harmed.IsPeople(sentence, 0, listed) && tokens[chunks[2].First].Pos == PartOfSpeech.Number)
            Add(effect, 0, clause.Verb.Head, clause, peopleOnly: true);
        // "his brothers Yasin and Mustafa", "spouses Rolly and Emelda Fausto": the names say how many.
        if (NamedTogether(harmed) is { } named)
        {
            found.Add(new HarmMention(sentence, effect, named, harmed.First, clause.Verb.Head, clause));
            return;
        }

        // "killed him and his whole family, a total of six people": the sum is the figure.
        if (harmed.Last + 2 < chunks.Length && chunks[harmed.Last + 1].Kind is ChunkKind.Comma or ChunkKind.Break && tokens[chunks[harmed.Last + 2].First].Lower is "a" or "in" && SumBehind(harmed.Last + 2) is >= 0 and var sum)
        {
            Add(effect, sum, clause.Verb.Head, clause, peopleOnly: false);
            return;
        }

        // What follows "and" is harmed too only if it is people by its own words: "killed nine, the third such raid and …"
        // A bare plural behind a number shares it: "19 officials and officers".
        foreach (var chunk in harmed.Conjuncts.Where((c, i) => i == 0 || (HeadCount.Of(sentence, c) is { } count && Harmed.IsPeople(sentence, c, count) && !SharesNumber(harmed.First, count))))
            Add(effect, Antecedent(chunk), clause.Verb.Head, clause, people || effect == HarmEffect.Captured);
    }

    // ", a total of six people", ", six people in all"
    private int SumBehind(int chunk) =>
        chunks[chunk].Kind == ChunkKind.NounPhrase && chunks[chunk].First + 2 < tokens.Length && tokens[chunks[chunk].First + 1].Lower == "total" && tokens[chunks[chunk].First + 2].Lower == "of" && HeadCount.Of(sentence, chunk) is { IsNumbered: true, Count: not { Max: 1 } } ? chunk : -1;

    // "The number of people killed has risen": the toll counts them.
    private bool IsCountedByToll(int chunk, Clause clause) =>
        clause.Kind == ClauseKind.Reduced && chunk >= 2 && tokens[chunks[chunk - 1].First].Lower == "of" && chunks[chunk - 2].Kind == ChunkKind.NounPhrase && (tokens[chunks[chunk - 2].Head].Lower is "number" or "toll" or "count" or "tally" or "total" || tokens[chunks[chunk - 2].Head].Pos == PartOfSpeech.Number) &&
        HeadCount.Of(sentence, chunk) is { IsNumbered: false };

    private HeadCount? NamedTogether(Phrase harmed)
    {
        var chunk = chunks[harmed.First];
        if (harmed.Conjuncts.Length < 2 || tokens[chunk.Head].Pos != PartOfSpeech.ProperNoun || !harmed.Conjuncts.Skip(1).All(c => tokens[chunks[c].First].Pos == PartOfSpeech.ProperNoun && tokens[chunks[c].Head].Pos == PartOfSpeech.ProperNoun))
            return null;
        for (var k = chunk.First; k < chunk.Head; k++)
        {
            if (tokens[k].Pos == PartOfSpeech.PluralNoun && PersonNouns.Is(tokens[k]) && tokens[k + 1].Pos == PartOfSpeech.ProperNoun)
                return new HeadCount(CountRange.Exactly(harmed.Conjuncts.Length), null, chunk.First, k, chunks[harmed.Last].End, false, false);
        }

        return null;
    }

    private bool SharesNumber(int first, HeadCount count) =>
        !count.IsNumbered && count.Vague is null && HeadCount.Of(sentence, first) is { IsNumbered: true, Count: not { Min: 1, Max: 1 } };

    // "kidnapped eight fighters and killed them", "followed a teacher home and killed him": the nearest people before the pronoun in the sentence, counted or brought in as one.
    private int Antecedent(int chunk)
    {
        if (tokens[chunks[chunk].Head].Lower is "him" or "her" && chunks[chunk].End - chunks[chunk].First == 1)
        {
            for (var k = chunk - 1; k >= 0; k--)
            {
                if (chunks[k].Kind == ChunkKind.NounPhrase && tokens[chunks[k].First].Lower is "a" or "an" && PersonNouns.Is(tokens[chunks[k].Head]))
                    return sentence.Clauses.Any(c => !c.IsPassive && c.Subject is { } s && s.Conjuncts.Contains(k)) ? chunk : k;
            }
        }

        if (tokens[chunks[chunk].Head].Lower is not "them")
            return chunk;
        for (var k = chunk - 1; k >= 0; k--)
        {
            if (chunks[k].Kind == ChunkKind.NounPhrase && HeadCount.Of(sentence, k) is { IsNumbered: true, Count: not { Max: 1 } } && PersonNouns.Is(tokens[chunks[k].Head]))
                return k;
        }

        return chunk;
    }

    private void Add(HarmEffect effect, int chunk, int trigger, Clause? clause, bool peopleOnly)
    {
        // "Serhiy Melnyk, 58, a driver, was shot dead": the age stands for nobody.
        chunk = Ages.OwnerOf(sentence, chunk) ?? chunk;
        if (HeadCount.Of(sentence, chunk) is not { } count || !Harmed.CanBe(sentence, chunk, count, peopleOnly))
            return;
        // "the remains of Zubayr": of a town as soon as of a man.
        if (tokens[trigger].Lower == "remains" && !PersonNouns.Is(tokens[chunks[chunk].Head]))
            return;
        if (clause is { Kind: ClauseKind.Reduced } && count.IsDefinite && (count.NounFirst >= count.NounEnd || !count.IsNumbered))
            return; // "the two killed were brothers", "the people killed there" point back
        if (clause is { Kind: ClauseKind.Reduced } && IsWhere(chunk))
            return;
        // "struck a camp, killing up to 40 of them": of those who were there, and of no figure.
        var ofAnyone = clause is { IsPassive: false, Object: { } harmed } && harmed.Conjuncts.Contains(chunk) && HarmLexicon.Verb(clause.Lemma) is not null && tokens[count.NounEnd - 1].Lower == "them";
        found.Add(new HarmMention(sentence, effect, count, chunk, trigger, clause) { IsPartial = count.IsPartOfGroup && !ofAnyone && Harmed.PointsToHarmed(sentence, chunk) });
    }

    // "in the state of Assam, killed by rebels", "an area called Garu, killed with shots to the head": the name before the comma is that of a place.
    private bool IsWhere(int chunk) =>
        tokens[chunks[chunk].Head].Pos == PartOfSpeech.ProperNoun && chunk > 0 && chunk + 1 < chunks.Length && chunks[chunk + 1].Kind is ChunkKind.Comma or ChunkKind.Preposition && tokens[chunks[chunk - 1].Head].Lower is "of" or "in" or "at" or "near" or "from" or "called" or "named" &&
        !tokens[chunks[chunk].First..chunks[chunk].End].Any(t => t.Pos == PartOfSpeech.Number || PersonNouns.Is(t));

    private void ReadNounPhrases()
    {
        for (var i = 0; i < chunks.Length; i++)
        {
            if (chunks[i].Kind != ChunkKind.NounPhrase)
                continue;
            ReadHead(i);
            ReadStateBehind(i);
            ReadStateInside(i);
        }
    }

    // "Killed were Rolly Fausto and two sons.", "Wounded were a guard and a driver."
    private void ReadInverted()
    {
        if (tokens.Length < 3 || HarmLexicon.State(tokens[0]) is not { } state || tokens[1].Lemma != "be")
            return;
        foreach (var mention in PartReader.List(sentence, 2, state, 0))
        {
            // "spouses Rolly and Emelda Fausto"
            var couple = chunks.Length > mention.Chunk + 2 && chunks[mention.Chunk + 1].Kind == ChunkKind.Conjunction ? NamedTogether(new Phrase([mention.Chunk, mention.Chunk + 2])) : null;
            found.Add(mention with { IsPartial = false, Count = couple ?? mention.Count });
        }
    }

    // "was killed along with his wife and two guards": whoever is named beside the harmed is harmed too.
    private void ReadCompanions()
    {
        for (var i = 1; i + 1 < chunks.Length; i++)
        {
            var (first, second) = (tokens[chunks[i - 1].First].Lower, tokens[chunks[i].First].Lower);
            if (!(second == "with" && first is "along" or "together") && !(second == "alongside" && chunks[i].Kind == ChunkKind.Preposition))
                continue;
            var verb = second == "with" ? i - 2 : i - 1;
            if (found.LastOrDefault(m => m.Clause is { } c && c.VerbChunk <= verb && !chunks[(c.VerbChunk + 1)..(verb + 1)].Any(k => k.Kind is ChunkKind.VerbGroup or ChunkKind.Comma or ChunkKind.Conjunction or ChunkKind.Relative)) is not { Clause: { } clause } harmed)
                continue;
            foreach (var chunk in Conjuncts(i + 1).Where(c => HeadCount.Of(sentence, c) is { } count && Harmed.IsPeople(sentence, c, count)))
                Add(harmed.Effect, chunk, clause.Verb.Head, clause, peopleOnly: false);
        }
    }

    // "12 dead", "18 deaths", "three martyrs", "the killing of five"
    private void ReadHead(int i)
    {
        var head = tokens[chunks[i].Head];
        if (tokens[chunks[i].First..chunks[i].Head].Any(t => t.Lower is "related" or "natural" or "accidental"))
            return; // "14 related deaths" of an illness
        if (HarmLexicon.Noun(head) is not var (effect, frame) || Modality.IsUnreal(sentence, chunks[i].First) || IsCommemorated(i))
            return;
        if (frame is HarmFrame.Of or HarmFrame.Both or HarmFrame.Deed && i + 2 < chunks.Length && tokens[chunks[i + 1].First].Lower == "of" && chunks[i + 2].Kind == ChunkKind.NounPhrase)
        {
            if (HeadCount.Of(sentence, i) is { IsNumbered: true, Count.Min: > 1 } or { Vague: not null } && frame is HarmFrame.Both or HarmFrame.Deed)
            {
                AddPeople(effect, i);
                return;
            }

            // "the bodies of 50 women and children"
            foreach (var chunk in Conjuncts(i + 2).Where(c => c == i + 2 || HeadCount.Of(sentence, c) is not { } count || !SharesNumber(i + 2, count)))
                Add(effect, chunk, chunks[i].Head, null, peopleOnly: true);
            return;
        }

        if (frame is HarmFrame.Of or HarmFrame.Both or HarmFrame.Deed && Possessor(i) is { } possessor)
            found.Add(new HarmMention(sentence, effect, possessor, i, chunks[i].Head, null));
        else if (frame is HarmFrame.People or HarmFrame.Both || (frame == HarmFrame.Deed && HeadCount.Of(sentence, i) is { IsNumbered: true, Count: not { Max: 1 } }))
            AddPeople(effect, i);
    }

    // "pilgrims who commemorated the death of a saint": a feast, no news.
    private bool IsCommemorated(int noun) =>
        sentence.Clauses.Any(c => c.Lemma is "commemorate" or "observe" or "celebrate" && c.Object is { } o && o.First == noun);

    // "the six priests' slaying", "the engineer's body": who was killed stands before the apostrophe, by number or as one person. Bodies must be found or moved.
    private HeadCount? Possessor(int i)
    {
        var chunk = chunks[i];
        var marker = chunk.Head - 1;
        if (marker <= chunk.First || tokens[marker].Pos != PartOfSpeech.PossessiveMarker || !tokens[marker - 1].IsNominal || (tokens[chunk.Head].Lower is "body" or "corpse" && !Idioms.IsRecovered(sentence, i)))
            return null;
        var owner = tokens[marker - 1];
        for (var k = chunk.First; k < marker; k++)
        {
            if (NumberReader.At(tokens, k) is { } number && owner.Pos is PartOfSpeech.PluralNoun or PartOfSpeech.ProperNoun)
                return new HeadCount(CountRange.Between(number.Low, number.High), null, chunk.First, number.End, marker, false, false);
        }

        return owner.Pos == PartOfSpeech.Noun && PersonNouns.Is(owner) ? new HeadCount(CountRange.Exactly(1), null, chunk.First, chunk.First + (tokens[chunk.First].Pos == PartOfSpeech.Determiner ? 1 : 0), marker, false, false) : null;
    }

    private void AddPeople(HarmEffect effect, int chunk)
    {
        if (HeadCount.Of(sentence, chunk) is not { } count || Harmed.PointsBack(sentence, chunk, count))
            return;
        if (count.Vague == "all")
            return;
        if (!count.IsNumbered && count.Vague is null)
        {
            // "causing injuries", "civilian deaths": harm without a number, where a verb brings it about. "Left bodies in the street", "all fatalities" count nobody.
            if (tokens[chunks[chunk].Head].Lower is "bodies" or "corpses" or "coffins" || (chunk > 1 && tokens[chunks[chunk - 1].First].Lower == "of" && tokens[chunks[chunk - 2].Head].Lower is "number" or "toll" or "count" or "total"))
                return;
            if (!Idioms.BringsAbout(sentence, chunk))
                return;
        }
        else if (effect == HarmEffect.Wounded && !count.IsNumbered && Idioms.IsInjury(sentence, chunk) && sentence.Clauses.Any(c => c.Lemma is "sustain" or "suffer" or "receive" && c.Object is { } own && own.First == chunk))
        {
            return; // "16 sustained various injuries" counts the sixteen
        }
        else if (count.Count is { Min: 1, Max: 1 } && tokens[chunks[chunk].Head].Lower is "body" or "corpse" && !Idioms.IsRecovered(sentence, chunk))
        {
            return; // "a national body" is an institution
        }
        else if (tokens[chunks[chunk].Head].Lower is "coffin" or "coffins" && !Idioms.IsRecovered(sentence, chunk))
        {
            return; // "ordered 40 coffins", "carpenters made nine coffins"
        }
        else if (count.Count is { Min: 1, Max: 1 } && tokens[count.First].Lower is not ("one" or "a" or "an" or "another") && !char.IsAsciiDigit(tokens[count.First].Text[0]))
        {
            return; // "death", "injury" alone count nobody
        }

        // "two mass killings" count deeds.
        if (tokens[chunks[chunk].First..chunks[chunk].End].Any(t => t.Lower is "mass" or "multiple"))
            return;
        // "a third death", "the first fatality" rank, they do not count.
        if (tokens[chunks[chunk].First..chunks[chunk].End].Any(t => t.Lower is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "latest") && count.Count is { Max: 1 })
            return;

        found.Add(new HarmMention(sentence, effect, count, chunk, chunks[chunk].Head, null) { IsPartial = count.IsPartOfGroup && Harmed.PointsToHarmed(sentence, chunk) });
    }

    // "20 people dead", "a border policeman dead", "two men missing"; "two were dead" is a clause with be.
    private void ReadStateBehind(int i)
    {
        var end = chunks[i].End;
        // "at least 20 critically wounded"
        if (end + 1 < tokens.Length && tokens[end].Pos == PartOfSpeech.Adverb && tokens[end + 1].Pos == PartOfSpeech.Adjective)
            end++;
        if (end < tokens.Length && HarmLexicon.State(tokens[end]) is { } state && (tokens[end].Pos == PartOfSpeech.Adjective || tokens[end].Lower == "dead") && !Modality.IsUnreal(sentence, chunks[i].First) && !IsOfCounted(i))
        {
            // "17 soldiers and 100 rebels dead"
            for (var k = i - 2; k >= 0 && IsJoined(k); k -= 2)
                Add(state, k, end, null, peopleOnly: true);
            Add(state, i, end, null, peopleOnly: false);
        }

        // "one sailor missing", "listed one man as missing", "several women with bullet wounds"
        if (end < tokens.Length && tokens[end].Lower is "missing" or "unaccounted" && !Modality.IsUnreal(sentence, chunks[i].First))
            Add(HarmEffect.Missing, i, end, null, peopleOnly: false);
        if (end + 1 < tokens.Length && tokens[end].Lower == "as" && HarmLexicon.State(tokens[end + 1]) is { } listed && tokens[end + 1].Lower is "missing" or "dead" or "wounded")
            Add(listed, i, end + 1, null, peopleOnly: true);
        if (i + 2 < chunks.Length && end < tokens.Length && tokens[end].Lower == "with" && Idioms.IsInjury(sentence, i + 2) && PersonNouns.Is(tokens[chunks[i].Head]) && (HeadCount.Of(sentence, i) is { IsDefinite: false } || tokens[chunks[i].First].Pos == PartOfSpeech.PossessivePronoun))
            Add(HarmEffect.Wounded, i, end, null, peopleOnly: true);
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Subject is { } gone && gone.Conjuncts.Contains(i) && tokens[clause.Verb.Head].Lower == "missing" && !clause.Verb.IsNegated && !(clause.Verb.First > 0 && tokens[clause.Verb.First - 1].Lower == "as"))
                Add(HarmEffect.Missing, i, clause.Verb.Head, clause, peopleOnly: false);
            // "one of them was in serious condition", "two are in intensive care"
            if (clause.Subject is { } ill && ill.Conjuncts.Contains(i) && clause.Lemma is "be" or "remain" or "lie" && !clause.Verb.IsNegated && IsGrave(clause) && HeadCount.Of(sentence, i) is { IsNumbered: true } grave && !grave.IsDefinite)
                found.Add(new HarmMention(sentence, HarmEffect.Wounded, grave, i, clause.Verb.Head, clause) { IsPartial = grave.IsPartOfGroup });
            // "178 guards remained hostage"
            if (clause.Subject is { } kept && kept.First == i && clause.Lemma is "be" or "remain" && clause.Verb.End < tokens.Length && tokens[clause.Verb.End].Lower is "hostage" or "captive" && Modality.IsReal(sentence, clause))
                Add(HarmEffect.Captured, i, clause.Verb.End, clause, peopleOnly: false);
            if (clause.Subject is not { } subject || !subject.Conjuncts.Contains(i) || !(clause.Lemma is "be" or "remain" or "lie" or "feel" || (clause.IsPassive && clause.Lemma is "find" or "declare" or "report" or "fear" or "believe" or "pronounce" or "list" or "leave" or "say" or "confirm" or "presume")))
                continue;
            var k = clause.Verb.End;
            while (k < tokens.Length && tokens[k].Pos is PartOfSpeech.Adverb or PartOfSpeech.OpenQuote)
                k++;
            if (k < tokens.Length && HarmLexicon.State(tokens[k]) is { } become && tokens[k].Pos is PartOfSpeech.Adjective or PartOfSpeech.Gerund or PartOfSpeech.Noun && Modality.IsReal(sentence, clause) && !(k + 1 < tokens.Length && tokens[k + 1].IsNominal && !Lexicon.TimeNouns.Contains(tokens[k + 1].Lower)))
                Add(become, i, k, clause, peopleOnly: false);
        }
    }

    // A counted phrase before "and" or a list's comma that no verb or preposition governs.
    private bool IsJoined(int chunk) =>
        chunks[chunk].Kind == ChunkKind.NounPhrase && !chunks[chunk].IsTime && chunks[chunk + 1].Kind == ChunkKind.Conjunction && HeadCount.Of(sentence, chunk) is { IsNumbered: true, IsDefinite: false } && tokens[chunks[chunk].First].Pos == PartOfSpeech.Number &&
        !(chunk > 0 && chunks[chunk - 1].Kind == ChunkKind.Preposition);

    // "two of our people dead": the two are.
    private bool IsOfCounted(int chunk) =>
        chunk > 1 && tokens[chunks[chunk - 1].First].Lower == "of" && chunks[chunk - 2].Kind == ChunkKind.NounPhrase && HeadCount.Of(sentence, chunk - 2) is { IsNumbered: true } && tokens[chunks[chunk - 2].First].Pos == PartOfSpeech.Number && HeadCount.Of(sentence, chunk) is not { IsNumbered: true, Count: not { Max: 1 } };

    private bool IsGrave(Clause clause) => clause.Modifiers.Any(m => m.Preposition == "in" && (clause.Lemma == "remain" && tokens[chunks[m.Object.First].Head].Lower is "hospital" or "hospitals") || m.Preposition == "in" && tokens[chunks[m.Object.First].Head].Lower is "condition" or "care" or "coma" &&
        tokens[chunks[m.Object.First].First..chunks[m.Object.First].End].Any(t => t.Lower is "serious" or "critical" or "grave" or "intensive" or "life-threatening" or "coma" or "stable"));

    // "19 wounded people", "two dead soldiers", "a dead policeman"
    private void ReadStateInside(int i)
    {
        for (var k = chunks[i].First; k < chunks[i].Head; k++)
        {
            if (HarmLexicon.State(tokens[k]) is not { } state || !Harmed.IsPersonWord(tokens[chunks[i].Head]) || Modality.IsUnreal(sentence, chunks[i].First))
                continue;
            if (HeadCount.Of(sentence, i) is { IsNumbered: true, IsDefinite: false } count)
                found.Add(new HarmMention(sentence, state, count, i, k, null));
            return;
        }
    }

    // What stands between commas belongs to a list if "and" and people close it: "two boys, a nurse and a guard", "…, a nurse, and a guard".
    private bool ListGoesOn(int at)
    {
        while (at + 1 < chunks.Length && chunks[at].Kind == ChunkKind.Comma && chunks[at + 1].Kind == ChunkKind.NounPhrase)
            at += 2;
        if (at + 1 < chunks.Length && chunks[at].Kind == ChunkKind.Comma)
            at++;
        return at + 1 < chunks.Length && chunks[at].Kind == ChunkKind.Conjunction && HeadCount.Of(sentence, at + 1) is { } last && Harmed.IsPeople(sentence, at + 1, last);
    }

    private IEnumerable<int> Conjuncts(int first)
    {
        yield return first;
        for (var k = first + 1; k + 1 < chunks.Length; k += 2)
        {
            if (chunks[k].Kind == ChunkKind.Conjunction && chunks[k + 1].Kind == ChunkKind.NounPhrase && !chunks[k + 1].IsTime)
                yield return k + 1;
            // "the killing of two boys, a nurse and a guard"
            else if (chunks[k].Kind == ChunkKind.Comma && k + 2 < chunks.Length && chunks[k + 2].Kind is ChunkKind.Conjunction or ChunkKind.Comma && HeadCount.Of(sentence, k + 1) is { } listed && Harmed.IsPeople(sentence, k + 1, listed) && ListGoesOn(k + 2))
                yield return k + 1;
            else if (!(chunks[k].Kind == ChunkKind.Preposition && chunks[k + 1].Kind == ChunkKind.NounPhrase && tokens[chunks[k].First].Lower == "of"))
                yield break;
        }
    }
}
