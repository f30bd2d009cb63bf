using System.Collections.Immutable;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Reads the phrases of a sentence that say where: "in the town of Tank, 100 km to the southwest", "south of Baghdad", "at an airbase in Iraq". Of the names in one phrase the
/// most specific stands for it; a noun without a name ("an airbase in Iraq") keeps the name behind it.
/// </summary>
internal sealed class PlacePhrases(Sentence sentence)
{
    private readonly ImmutableArray<Chunk> chunks = sentence.Chunks;
    private readonly ImmutableArray<Token> tokens = sentence.Tokens;

    private sealed record Link(int Chunk, TextSpan Span, PlaceGrade Grade, string Preposition);

    /// <summary>The place phrase that opens at a chunk with its preposition, direction or distance; null where none does.</summary>
    internal PlacePhrase? At(int at)
    {
        if (OpeningEnd(at) is not { } preposition)
            return null;
        return Read(at, preposition, preposition + 1, Word(preposition));
    }

    /// <summary>The place that a noun phrase itself names, with what is said behind it: "the base in Anbar", "Yemen's Red Sea province of Hodeidah".</summary>
    internal PlacePhrase? Naming(int noun) => Read(noun, noun - 1, noun, "on");

    /// <summary>The place that a noun phrase names behind a verb that says it is one: "entered Gajo".</summary>
    internal PlacePhrase? Entered(int noun) => Read(noun, noun - 1, noun, "in");

    /// <summary>Every place phrase of the sentence, in order; none overlaps another.</summary>
    internal IEnumerable<PlacePhrase> All()
    {
        for (var k = 0; k < chunks.Length; k++)
        {
            if (At(k) is { } phrase)
            {
                yield return phrase;
                k = phrase.End - 1;
            }
        }
    }

    // The chunk of the preposition that the phrase opening here has: "in", "close to", "south of", "65 km north of", "300 metres from".
    private int? OpeningEnd(int at)
    {
        var k = at;
        var distance = IsNoun(k) && PlaceWords.IsDistance(tokens[chunks[k].Head].Lower);
        if (distance)
            k++;
        if (IsDirection(k))
            return IsPreposition(k + 1, "of") ? k + 1 : null;
        if (k >= chunks.Length || chunks[k].Kind != ChunkKind.Preposition)
            return null;
        var word = Word(k);
        return PlaceWords.IsPreposition(word) || (distance && word is "from") ? k : null;
    }

    private PlacePhrase? Read(int first, int preposition, int noun, string word)
    {
        while (Kind(noun) == ChunkKind.OpenQuote)
            noun++;
        // "in central and western Iraq"
        if (Kind(noun) == ChunkKind.Adjective && Kind(noun + 1) == ChunkKind.Conjunction && IsNoun(noun + 2))
            return Read(noun + 1, noun + 1, noun + 2, word) is { } wide ? wide with { First = first, Span = sentence.SpanOf(chunks[noun].First, chunks[noun].End).Hull(wide.Span) } : null;
        if (!IsNoun(noun) || chunks[noun].IsTime)
            return null;
        var relative = preposition > first || (preposition == first && Word(preposition) == "of");
        var links = new List<Link>();
        var end = noun;
        for (var k = noun; ; k = end)
        {
            // "the Democratic Republic of Congo's Ituri province", "the … of Congo city of Goma": what stands behind the country's name.
            if (CountryWithOf(k) is { IsWhole: false })
                k += 2;
            if (LinkAt(k, word) is not { } link)
                break;
            links.Add(link);
            end = EndOfNames(k);
            if (Kind(end) == ChunkKind.Preposition && IsNoun(end + 1) && Continues(Word(end)))
            {
                (word, end) = (Word(end), end + 1);
                continue;
            }

            if (AfterComma(end) is { } next)
            {
                (word, end) = (",", next);
                continue;
            }

            break;
        }

        if (links.Count == 0)
            return null;
        end = EndOfNames(links[^1].Chunk);
        return Choose(first, end, links, relative);
    }

    private PlacePhrase? Choose(int first, int end, List<Link> links, bool relative)
    {
        var open = NamedBehind(links, 0);
        var chosen = links.FindIndex(open, l => l.Grade == PlaceGrade.Named && l.Preposition is not ("between" or "to"));
        if (chosen >= 0)
            chosen = NamedBehind(links, chosen);
        if (chosen < 0)
            chosen = links.FindIndex(l => l.Grade == PlaceGrade.Wide);
        if (chosen < 0)
            return new PlacePhrase(first, end, links[0].Span.Hull(links[^1].Span), PlaceGrade.Site);
        var link = links[chosen];
        var isName = link.Grade == PlaceGrade.Named;
        // "south of Baghdad" is not Baghdad, "an airbase in Iraq" not just Iraq; "the town of Tank" is Tank.
        var span = relative && chosen == open ? sentence.SpanOf(chunks[first].First, chunks[link.Chunk].End)
            : !isName && chosen > 0 && link.Preposition is not ("," or "of") ? links[0].Span.Hull(link.Span)
            : link.Span;
        return new PlacePhrase(first, end, span, isName ? PlaceGrade.Named : chosen > 0 ? PlaceGrade.Named : PlaceGrade.Wide);
    }

    // "the northern city of Mosul", "the outskirts of Bannu": the name behind "of" is the place, wherever in the phrase they stand ("a camp in the northern city of Mosul").
    private int NamedBehind(List<Link> links, int at)
    {
        while (at + 1 < links.Count && links[at + 1].Preposition == "of" && links[at + 1].Grade >= links[at].Grade && PlaceWords.Noun(tokens[chunks[links[at].Chunk].Head]) != PlaceNoun.None && !IsNamedPart(links[at], links[at + 1]))
            at++;
        return at;
    }

    // "the Bajaur district of Khyber Pakhtunkhwa" has a name of its own, "the Black Sea port of Odesa" lies on what it is named after.
    private bool IsNamedPart(Link part, Link whole) =>
        part.Grade == PlaceGrade.Named && tokens[chunks[part.Chunk].Head].Lower is "district" or "area" or "neighbourhood" or "neighborhood" or "suburb" or "quarter" or "township" or "county" or "sector" or "governorate"
        && Gazetteer.Find(NameOf(part)) is var own && !(own is not null && (own.Kind is PlaceKind.Water or PlaceKind.Country || (Gazetteer.Find(NameOf(whole), own.Country) is { } there && Gazetteer.Contains(own, there))));

    private string NameOf(Link link)
    {
        var chunk = chunks[link.Chunk];
        return string.Join(' ', tokens[NameStart(chunk.First, chunk.Head)..(chunk.Head + 1)].Select(t => t.Text));
    }

    private static bool Continues(string preposition) => preposition is "of" or "between" or "with" or "to" || PlaceWords.IsPreposition(preposition);

    // ", south of Baghdad", ", in the department of Cauca", ", Maguindanao del Sur": a place after a comma goes on with the one before it, but a subject does not.
    private int? AfterComma(int comma)
    {
        if (Kind(comma) != ChunkKind.Comma)
            return null;
        var k = comma + 1;
        if (OpeningEnd(k) is { } preposition && IsNoun(preposition + 1))
            return LinkAt(preposition + 1, Word(preposition)) is { Grade: > PlaceGrade.Site } && !StartsClause(preposition + 1) ? preposition + 1 : null;
        return IsNoun(k) && LinkAt(k, ",") is { Grade: > PlaceGrade.Site } && !StartsClause(k) && Kind(EndOfNames(k)) is ChunkKind.Comma or ChunkKind.Other or ChunkKind.OpenBracket or null ? k : null;
    }

    private bool StartsClause(int noun) => sentence.Clauses.Any(c => c.Subject is { } s && s.Conjuncts.Contains(noun) && c.VerbChunk > noun);

    // "Iraq and Syria", "Rutba and Akashat": names joined are one place phrase.
    private int EndOfNames(int noun)
    {
        var end = CountryWithOf(noun) is { IsWhole: true } ? noun + 3 : noun + 1;
        if (Kind(end) == ChunkKind.Conjunction && IsNoun(end + 1) && Word(end) is "and" or "or" && LinkOf(end + 1, "and") is { Grade: > PlaceGrade.Site } && LinkOf(noun, "in") is { Grade: > PlaceGrade.Site } && !StartsClause(end + 1))
            end += 2;
        return end;
    }

    // "the eastern Democratic Republic of Congo": a country whose name has "of" in it; whole where its last word ends the phrase behind.
    private (bool IsWhole, Country Country)? CountryWithOf(int noun)
    {
        if (!IsNoun(noun) || !IsPreposition(noun + 1, "of") || !IsNoun(noun + 2) || tokens[chunks[noun].Head].Pos != PartOfSpeech.ProperNoun)
            return null;
        var (first, last) = (chunks[noun], chunks[noun + 2]);
        var start = first.First;
        while (start < first.Head && !tokens[start].IsCapitalised)
            start++;
        for (var end = last.First + 1; end <= last.End; end++)
        {
            if (Countries.ByName(string.Join(' ', tokens[start..(first.Head + 1)].Select(t => t.Text)) + " of " + string.Join(' ', tokens[last.First..end].Select(t => t.Text))) is { } country)
                return (end == last.End, country);
        }

        return null;
    }

    private Link? LinkAt(int noun, string preposition)
    {
        var link = LinkOf(noun, preposition);
        return link is { Grade: > PlaceGrade.Site } && EndOfNames(noun) is var end && end > noun + 1
            ? link with { Span = link.Span.Hull(sentence.SpanOf(chunks[end - 1].First, chunks[end - 1].End)) }
            : link;
    }

    private Link? LinkOf(int noun, string preposition)
    {
        if (!IsNoun(noun) || chunks[noun].IsTime)
            return null;
        var chunk = chunks[noun];
        var head = tokens[chunk.Head];
        var kind = PlaceWords.Noun(head);
        // "in a Telegram post", "on a social media channel": where it was said, not where it was.
        if (head.Lower is "post" or "posts" or "channel" or "channels" or "page" or "platform" && Enumerable.Range(chunk.First, chunk.Head - chunk.First).Any(i => tokens[i].Lower is "telegram" or "facebook" or "twitter" or "instagram" or "whatsapp" or "media" or "blog" or "online" or "internet" or "youtube" or "video" or "audio" or "x"))
            return null;
        if (kind == PlaceNoun.Care || tokens[chunk.First].Lower is "what" or "which" or "whose")
            return null;
        // "IN DRONE ATTACK": where all is in capitals they name nothing by themselves.
        if (kind == PlaceNoun.None && head.Text.Length > 3 && !head.Text.Any(char.IsLower) && (EventWords.Noun(head) is not null || Lexicon.IsKnown(head.Lower)))
            return null;
        // "in U.S. and British strikes"
        if (kind == PlaceNoun.None && Kind(noun + 1) == ChunkKind.Conjunction && IsNoun(noun + 2) && EventWords.Noun(tokens[chunks[noun + 2].Head]) is not null)
            return null;
        var first = chunk.First;
        while (first < chunk.Head && (tokens[first].Pos is PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun) && tokens[first].Lower is "the" or "its" or "their")
            first++;
        first = NameStart(first, chunk.Head);
        var name = PlaceNames.Of(tokens, first, chunk.Head + 1);
        if (kind == PlaceNoun.None && (name == PlaceName.None || head.Pos != PartOfSpeech.ProperNoun))
            return null;
        // "on Friday", "on Hezbollah", "on Telegram": "on" and "with" need a word that says place.
        if (kind == PlaceNoun.None && name == PlaceName.Unknown && !IsOfCountry(chunk) && (preposition is "on" or "with" or "to" or "over" || (preposition is "and" && Gazetteer.Find(string.Join(' ', tokens[first..(chunk.Head + 1)].Select(t => t.Text))) is null)))
            return null;
        if (CountryWithOf(noun) is not null)
            name = PlaceName.Country;
        var grade = name switch
        {
            PlaceName.None => PlaceGrade.Site,
            PlaceName.Adjective => kind == PlaceNoun.Site ? PlaceGrade.Site : PlaceGrade.Wide,
            PlaceName.Country => kind is PlaceNoun.Site ? PlaceGrade.Named : PlaceGrade.Wide,
            _ => PlaceGrade.Named,
        };
        var span = grade == PlaceGrade.Site ? sentence.SpanOf(chunk.First, chunk.End) : sentence.SpanOf(first, Math.Max(chunk.Head + 1, chunk.End));
        return new Link(noun, span, grade, preposition);
    }

    // "Pakistan's Bannu" is Bannu, "neighbouring North Waziristan" is North Waziristan, "in fresh Zamfara attacks" Zamfara; "Iraq's border" and "southern Iraq" stay whole.
    private int NameStart(int first, int head)
    {
        if (tokens[head].Pos != PartOfSpeech.ProperNoun)
            return first;
        for (var i = first; i < head; i++)
        {
            if (tokens[i].Pos == PartOfSpeech.PossessiveMarker || tokens[i].Lower is "neighbouring" or "neighboring" or "nearby" or "adjacent" || (tokens[i].Text is "fresh" or "new" or "renewed" or "recent" or "latest" or "separate"))
                first = i + 1;
        }

        return first;
    }

    // "Yemen's Hodeidah"
    private bool IsOfCountry(Chunk chunk) => chunk.First + 1 < chunk.Head && tokens[chunk.First + 1].Pos == PartOfSpeech.PossessiveMarker && Names.Countries.ByName(tokens[chunk.First].Text) is not null;

    private ChunkKind? Kind(int k) => k >= 0 && k < chunks.Length ? chunks[k].Kind : null;

    private bool IsNoun(int k) => Kind(k) == ChunkKind.NounPhrase;

    private bool IsDirection(int k) => k >= 0 && k < chunks.Length && chunks[k].End == chunks[k].First + 1 && PlaceWords.IsDirection(tokens[chunks[k].First].Lower);

    private bool IsPreposition(int k, string word) => Kind(k) == ChunkKind.Preposition && Word(k) == word;

    private string Word(int k) => k >= 0 ? tokens[chunks[k].First].Lower : "";
}
