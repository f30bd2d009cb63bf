using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Digest.Names;

/// <summary>What a name or description is read as.</summary>
internal enum EntityForm
{
    /// <summary>A country as an actor: its government, its armed forces, its capital.</summary>
    Country,

    /// <summary>A body of the tables.</summary>
    Actor,

    /// <summary>An office with or without its country ("Iraqi Prime Minister").</summary>
    Office,

    /// <summary>A ministry, force or other body described by common nouns ("Lebanese health ministry").</summary>
    Body,
    Person,

    /// <summary>Another proper name.</summary>
    Name,

    /// <summary>A description without a name ("a doctor", "the general staff").</summary>
    Description,
}

/// <summary>
/// A mention taken apart: whose side it is on, titles before a name, and the words that are left. Reading never fails: what no rule knows
/// is a name, or a description where no word is capitalised.
/// </summary>
internal sealed record EntityName(EntityForm Form, string Key, string? Side, Actor? Actor)
{
    /// <summary>The name's words as keys, for persons and other names; the head words for bodies and descriptions.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Titles and offices that stand before a person's name, or that an office is.</summary>
    public ImmutableArray<Title> Titles { get; init; } = [];

    /// <summary>A person's or body's name as written, titles and determiners taken off.</summary>
    public string Shown { get; init; } = "";

    private static readonly FrozenSet<string> Determiners = FrozenSet.Create(StringComparer.Ordinal,
        "the", "a", "an", "its", "their", "his", "her", "our", "some", "both", "this", "that", "these", "those", "another", "one");

    private static readonly FrozenSet<string> Fillers = FrozenSet.Create(StringComparer.Ordinal, "of", "the", "for", "and", "a", "an", "in", "to", "affairs", "affair", "'s", "&");

    // What a state's government and its armed forces are called: as actor and speaker they are the state ("Israeli army", "Iraqi government").
    private static readonly FrozenSet<string> StateHeads = FrozenSet.Create(StringComparer.Ordinal,
        "government", "authority", "administration", "regime", "cabinet", "leadership", "state", "junta", "military", "army", "armed forces", "military forces",
        "forces", "troop", "troops", "soldier", "defence forces", "defence force", "air force", "air forces", "navy", "ground forces", "warplane", "jet", "fighter jet", "aircraft", "warship",
        "helicopter", "artillery", "tank", "drone", "government forces", "army forces", "general staff", "military government", "military junta", "army command",
        "interim government", "transitional government", "caretaker government", "federal government", "central government", "national army", "military command", "occupation forces", "side", "officialdom",
        "military regime", "military council", "ruling junta", "ruling military", "military leadership", "army general staff", "naval forces", "air defence forces", "aviation", "federal forces", "gov");

    private static readonly FrozenSet<string> BodyNouns = FrozenSet.Create(StringComparer.Ordinal,
        "ministry", "minister", "department", "office", "agency", "service", "services", "police", "forces", "force", "army", "brigade", "battalion", "division", "regiment", "corp", "corps", "group", "movement", "front", "party", "council",
        "union", "organization", "committee", "court", "command", "network", "association", "university", "hospital", "parliament", "commission", "authority", "government", "federation", "league", "coalition", "alliance", "bank",
        "centre", "company", "tv", "radio", "channel", "newspaper", "news", "mission", "embassy", "bureau", "board", "directorate", "administration", "academy", "institute", "foundation", "fund", "programme", "team", "unit", "guard",
        "guards", "militia", "resistance", "observatory", "monitor", "society", "campaign", "school", "church", "staff", "house", "camp", "base", "airport", "prison", "navy", "fleet", "assembly", "congress", "senate", "cell", "media", "system", "state");

    private static readonly FrozenSet<string> GroupDescriptors = FrozenSet.Create(StringComparer.Ordinal,
        "paramilitary", "militant", "rebel", "armed", "jihadist", "islamist", "extremist", "insurgent", "shiite", "shia", "sunni", "kurdish", "kurdish-led", "group", "movement", "militia",
        "rebels", "militants", "fighters", "fighter", "forces", "paramilitaries", "insurgents", "faction", "organisation", "organization", "gunmen", "party", "guerrillas", "guerrilla", "terrorists", "terrorist", "force", "separatist", "separatists",
        "iran-backed", "iranian-backed", "iran-aligned", "iran-linked", "us-backed", "turkish-backed", "turkey-backed", "rwanda-backed", "rwandan-backed", "outlawed", "banned", "lebanese", "powerful", "islamists", "jihadists");

    private static readonly FrozenSet<string> BeforeTitles = FrozenSet.Create(StringComparer.Ordinal,
        "former", "ex", "acting", "outgoing", "interim", "late", "deputy", "senior", "top", "assistant", "then", "ex-", "new", "local", "retired", "incoming", "caretaker", "veteran", "principal", "chief");

    private static readonly FrozenSet<string> NameParticles = FrozenSet.Create(StringComparer.Ordinal,
        "al", "el", "bin", "ibn", "ben", "bint", "abu", "de", "del", "della", "di", "da", "van", "von", "der", "den", "la", "le", "ul", "ud", "ur", "y", "dos", "du", "ad", "as", "an", "ar", "ash", "az", "ould", "of", "e", "i");

    // A day compares the same few thousand names many times over.
    private const int MostRemembered = 50_000;
    private const int LongestRemembered = 200;
    private const int LongestRead = 400;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, EntityName> Remembered = new(StringComparer.Ordinal);

    /// <summary>Reads a mention. <paramref name="country"/> is the country a text is about, for bare "the army" or "the prime minister".</summary>
    public static EntityName Read(string mention, Country? country = null)
    {
        if (country is not null || mention.Length > LongestRemembered)
            return ReadAnew(mention, country);
        if (!Remembered.TryGetValue(mention, out var read))
        {
            read = ReadAnew(mention, null);
            // A full store is left as it is: what a name reads as never changes, so nothing in it grows old.
            if (Remembered.Count < MostRemembered)
                Remembered.TryAdd(mention, read);
        }

        return read;
    }

    private static EntityName ReadAnew(string mention, Country? country)
    {
        var text = Trim(mention);
        var (bare, isIndefinite) = WithoutDeterminer(text);
        if (bare.Length == 0)
            return new(EntityForm.Name, "", null, null);
        // No name is as long as a paragraph; what is, is compared as it stands and not taken apart.
        if (bare.Length > LongestRead)
            return new(EntityForm.Name, $"text:{bare}", null, null) { Shown = bare };
        if (Whole(bare, isIndefinite) is { } whole)
            return whole;
        if (bare.StartsWith('-'))
            bare = bare.TrimStart('-');
        return OfficeOfSomething(bare, country) ?? Sided(bare, isIndefinite, country) ?? PersonWithTitles(bare) ?? Plain(bare, isIndefinite, country);
    }

    private static EntityName? Whole(string bare, bool isIndefinite)
    {
        if (Actors.Find(bare) is { } actor)
            return OfActor(actor);
        if (!isIndefinite && (Countries.ByAny(bare) is { } country))
            return OfCountry(country);
        if (Digest.Names.Titles.Find(bare) is { Kind: TitleKind.Government or TitleKind.Office or TitleKind.Group } title)
            return OfficeOf(title, bare);
        return null;
    }

    private static EntityName OfficeOf(Title title, string bare)
    {
        // The Pentagon's chief is an office of one country, whatever the text is about.
        var side = bare.Contains("entagon", StringComparison.Ordinal) || bare.Contains("hite house", StringComparison.OrdinalIgnoreCase) ? "US"
            : bare.Contains("remlin", StringComparison.Ordinal) ? "RU" : null;
        return new(side is null ? EntityForm.Description : EntityForm.Office, $"office:{side}:{title.Name}", side, null)
        {
            Titles = [title], Words = [.. Phrases.Words(title.Name)], Shown = bare,
        };
    }

    /// <summary>"mayor of Zaporozhye", "spokesman for the group": a title and what it is the title of; which country's, where the words say so.</summary>
    private static EntityName? OfficeOfSomething(string bare, Country? context)
    {
        var words = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 1; at < Math.Min(words.Length - 1, Digest.Names.Titles.LongestInWords); at++)
        {
            if (words[at] is not ("of" or "for" or "in") || Digest.Names.Titles.Find(string.Join(' ', words[..at])) is not { } title || Digest.Names.Titles.Find(bare) is not null)
                continue;
            var of = Read(string.Join(' ', words[(at + 1)..]), context);
            if (of.Form == EntityForm.Country && title.Kind is not (TitleKind.Rank or TitleKind.Honorific or TitleKind.Profession))
                return new(EntityForm.Office, $"office:{of.Side}:{OfficeIn(of.Side!, title)}", of.Side, null) { Titles = [title], Words = [.. Phrases.Words(title.Name)], Shown = bare };
            return new(EntityForm.Description, $"people:{of.Side}:{title.Name} of {of.Key}", of.Side, null) { Titles = [title], Words = [.. Phrases.Words(title.Name)], Shown = bare };
        }

        return null;
    }

    private static EntityName OfActor(Actor actor) => actor.Kind == ActorKind.State && Countries.ByCode(actor.Side) is { } country
        ? OfCountry(country)
        : new(EntityForm.Actor, $"actor:{Phrases.Form(actor.Name)}", actor.Side.Length > 0 ? actor.Side : null, actor) { Shown = actor.Name };

    private static EntityName OfCountry(Country country) => new(EntityForm.Country, $"country:{country.Code}", country.Code, null) { Shown = country.Name };

    /// <summary>"Iraqi government", "Russia's defence ministry", "interior ministry in Damascus", "Houthi-run health ministry": a side and a head.</summary>
    private static EntityName? Sided(string bare, bool isIndefinite, Country? context)
    {
        var words = Phrases.Words(Phrases.Form(bare));
        var (side, rest) = SideBefore(words);
        if (side is null)
            (side, rest) = SideAfter(words);
        if (side is null || rest.Length == 0)
            return ByDescriptor(bare, words);
        if (Actors.Find(OriginalTail(bare, rest.Length)) is { } actor && (actor.Side == side || actor.Side.Length == 0) && actor.Kind != ActorKind.State)
            return OfActor(actor);
        // "Iraq's Kataib Hezbollah militia" is the group, not some militia of Iraq's.
        if (ByDescriptor(bare, words) is { Form: EntityForm.Actor } group)
            return group;
        return WithSide(bare, side, rest, isIndefinite) ?? ByDescriptor(bare, words);
    }

    private static EntityName? WithSide(string bare, string side, string[] rest, bool isIndefinite)
    {
        var stems = rest.Where(w => !Fillers.Contains(w)).SelectMany(w => Phrases.Words(Phrases.Stem(w))).ToList();
        var head = string.Join(' ', stems);
        var isCountry = !side.StartsWith("actor:", StringComparison.Ordinal);
        if (!isIndefinite && StateHeads.Contains(head))
            return isCountry ? OfCountry(Countries.ByCode(side)!) : OfActor(Actors.All.First(a => $"actor:{Phrases.Form(a.Name)}" == side));
        if (Digest.Names.Titles.Find(string.Join(' ', rest)) is { Kind: TitleKind.Government or TitleKind.Office or TitleKind.Group } title && !isIndefinite)
            return new(EntityForm.Office, $"office:{side}:{OfficeIn(side, title)}", side, null) { Titles = [title], Words = [.. Phrases.Words(title.Name)], Shown = bare };
        if (rest.Any(w => BodyNouns.Contains(Phrases.Stem(w))) && !HasTitleThenName(bare))
            return new(EntityForm.Body, $"body:{side}:{Bag(stems)}", side, null) { Words = [.. stems], Shown = bare };
        // Lower-case words only: a description of people of a side ("US officials").
        return bare.Split(' ').Skip(1).Any(w => w.Length > 0 && char.IsUpper(w[0])) && !IsShouted(bare)
            ? null
            : new(EntityForm.Description, $"people:{side}:{(isIndefinite ? "a " : "")}{Bag(stems)}", side, null) { Words = [.. stems], Shown = bare };
    }

    // The American secretary of state is what other countries call the foreign minister.
    private static string OfficeIn(string side, Title title) => side == "US" && title.Name == "foreign minister" ? "secretary of state" : title.Name;

    private static (string? Side, string[] Head) SideBefore(string[] words)
    {
        for (var length = Math.Min(4, words.Length - 1); length > 0; length--)
        {
            var candidate = Possessor(string.Join(' ', words[..length]));
            if (Countries.ByAny(candidate == "us" ? "US" : candidate) is { } country)
                return (country.Code, words[length..]);
            if (Actors.Find(candidate.Length <= 4 ? candidate.ToUpperInvariant() : candidate) is { Kind: ActorKind.Authority or ActorKind.Armed or ActorKind.Body or ActorKind.State } actor && IsBody(words[length..]))
                return (actor.Kind == ActorKind.State ? actor.Side : $"actor:{Phrases.Form(actor.Name)}", words[length..]);
        }

        return (null, words);
    }

    private static bool IsBody(string[] words) => words.Any(w => BodyNouns.Contains(Phrases.Stem(w)) || StateHeads.Contains(Phrases.Stem(w)) || Digest.Names.Titles.Find(w) is not null);

    /// <summary>"ministry of defence of Ukraine", "the Foreign Ministry in Beirut".</summary>
    private static (string? Side, string[] Head) SideAfter(string[] words)
    {
        for (var at = words.Length - 2; at > 0; at--)
        {
            if (words[at] is not ("of" or "in" or "for"))
                continue;
            var start = words[at + 1] == "the" && at + 2 < words.Length ? at + 2 : at + 1;
            var name = string.Join(' ', words[start..]);
            if ((Countries.ByName(name == "us" ? "US" : name) ?? Countries.BySeat(name)) is { } country && IsBody(words[..at]))
                return (country.Code, words[..at]);
        }

        return (null, words);
    }

    private static string Possessor(string phrase)
    {
        if (phrase.EndsWith("'s", StringComparison.Ordinal))
            return phrase[..^2];
        if (phrase.EndsWith('\''))
            return phrase[..^1];
        return phrase.EndsWith("-run", StringComparison.Ordinal) || phrase.EndsWith("-led", StringComparison.Ordinal) ? phrase[..^4]
            : phrase.EndsWith("-controlled", StringComparison.Ordinal) ? phrase[..^11] : phrase;
    }

    /// <summary>"Hezbollah fighters", "paramilitary Rapid Support Forces", "M23 rebels": a known body with common nouns around it.</summary>
    private static EntityName? ByDescriptor(string bare, string[] words)
    {
        var original = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (original.Length != words.Length)
            return null;
        var (start, end) = (0, words.Length);
        while (start < end - 1 && (GroupDescriptors.Contains(words[start]) || Countries.ByAdjective(words[start]) is not null || Countries.ByName(Possessor(words[start])) is not null))
        {
            start++;
            if (Actors.Find(string.Join(' ', original[start..end])) is { Kind: ActorKind.Armed or ActorKind.Authority } actor)
                return OfActor(actor);
        }

        for (start = 0; end > 1 && GroupDescriptors.Contains(words[end - 1]);)
        {
            end--;
            if (Actors.Find(string.Join(' ', original[start..end])) is { Kind: ActorKind.Armed or ActorKind.Authority } actor)
                return OfActor(actor);
        }

        return null;
    }

    /// <summary>"Iraqi Prime Minister Mohammed Shia al-Sudani", "Mr Austin", "Maj. Gen. Arkady Lomov".</summary>
    private static EntityName? PersonWithTitles(string bare)
    {
        var words = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var titles = ImmutableArray.CreateBuilder<Title>();
        string? side = null;
        var at = 0;
        while (at < words.Length - 1)
        {
            if (TitleAt(words, at) is { Length: > 0 } found)
            {
                titles.Add(found.Title!);
                at += found.Length;
            }
            else if (CountryAt(words, at) is { Length: > 0 } country && LeadsToTitle(words, at + country.Length))
            {
                side = country.Country!.Code;
                at += country.Length;
            }
            else if (BeforeTitles.Contains(Phrases.Form(words[at])) && LeadsToTitle(words, at + 1))
                at++;
            else
                break;
        }

        var name = string.Join(' ', words[at..]).TrimStart(',', ' ');
        if (titles.Count == 0 || !LooksLikePerson(name))
            return null;
        return Person(name, side, titles.ToImmutable());
    }

    private static bool HasTitleThenName(string bare) => PersonWithTitles(bare) is not null;

    private static EntityName Person(string name, string? side, ImmutableArray<Title> titles)
    {
        var keys = NameKey.WordsOf(name);
        return new(EntityForm.Person, $"name:{string.Join(' ', keys)}", side, null) { Words = [.. keys], Titles = titles, Shown = name };
    }

    private static bool LeadsToTitle(string[] words, int at)
    {
        while (at < words.Length && BeforeTitles.Contains(Phrases.Form(words[at])))
            at++;
        return at < words.Length && TitleAt(words, at).Length > 0;
    }

    private static (Title? Title, int Length) TitleAt(string[] words, int at)
    {
        for (var length = Math.Min(Digest.Names.Titles.LongestInWords, words.Length - 1 - at); length > 0; length--)
        {
            if (Digest.Names.Titles.Find(string.Join(' ', words[at..(at + length)])) is { } title)
                return (title, length);
        }

        return (null, 0);
    }

    private static (Country? Country, int Length) CountryAt(string[] words, int at)
    {
        for (var length = Math.Min(3, words.Length - 1 - at); length > 0; length--)
        {
            if (Countries.ByAny(Possessor(string.Join(' ', words[at..(at + length)]).Replace('’', '\''))) is { } country)
                return (country, length);
        }

        return (null, 0);
    }

    internal static bool LooksLikePerson(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 7
            && words.All(w => char.IsUpper(w[0]) || NameParticles.Contains(w.TrimEnd('.')) || (w.Contains('-', StringComparison.Ordinal) && w.Any(char.IsUpper)) || !char.IsLetter(w[0]))
            && words.Any(w => w.Any(char.IsLetter))
            && !words.Any(w => BodyNouns.Contains(Phrases.Stem(Phrases.Form(w))));
    }

    private static EntityName Plain(string bare, bool isIndefinite, Country? context)
    {
        var words = Phrases.Words(Phrases.Form(bare));
        var stems = words.Where(w => !Fillers.Contains(w)).SelectMany(w => Phrases.Words(Phrases.Stem(w))).ToList();
        var isBody = words.Any(w => BodyNouns.Contains(Phrases.Stem(w)));
        // "the UN's top official in Somalia": a common noun for a person in small letters describes one, whatever names stand around it.
        var isDescription = bare.Split(' ').Skip(1).Any(w => People.Find(w) is not null && char.IsLower(w[0]));
        var isName = !isDescription && bare.Any(char.IsUpper) && (!isBody || OpensWithName(bare));
        if (!isIndefinite && context is not null && StateHeads.Contains(string.Join(' ', stems)))
            return OfCountry(context);
        if (context is not null && !isIndefinite && IsMinistry(stems))
            return new(EntityForm.Body, $"body:{context.Code}:{Bag(stems)}", context.Code, null) { Words = [.. stems], Shown = bare };
        if (isBody)
            return new(isName ? EntityForm.Body : EntityForm.Description, $"body::{Bag(stems)}", null, null) { Words = [.. stems], Shown = bare };
        if (isName && LooksLikePerson(bare) && !isIndefinite)
            return Person(bare, null, []);
        if (isName)
            return new(EntityForm.Name, $"name:{NameKey.Of(bare)}", null, null) { Words = [.. NameKey.WordsOf(bare)], Shown = bare };
        return new(EntityForm.Description, $"people::{(isIndefinite ? "a " : "")}{Bag(stems)}", null, null) { Words = [.. stems], Shown = bare };
    }

    // "al-Asad Air Base" opens with a name as "Asad Air Base" does.
    private static bool OpensWithName(string bare) => char.IsUpper(bare[0]) || (bare.Length > 3 && bare[2] is '-' or ' ' && bare.StartsWith('a') && char.IsUpper(bare[3]));

    // A ministry without its country is that of the country the text is about; a state's or region's own ("state ministry") is not.
    private static bool IsMinistry(List<string> stems) => stems.Contains("ministry") && !stems.Contains("state") && !stems.Contains("regional") && !stems.Contains("provincial");

    private static string Bag(IEnumerable<string> stems) => string.Join(' ', stems.Select(s => NameKey.OfWord(NameWords.Fold(s))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static bool IsShouted(string text) => Actors.IsInCapitals(text);

    private static string OriginalTail(string bare, int words)
    {
        var original = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', original[Math.Max(0, original.Length - words)..]);
    }

    private static string Trim(string mention)
    {
        var text = mention.Trim().Trim('"', '“', '”', '«', '»', ',', ';', ':');
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text.IndexOf(')', open) is var close && close > open)
            text = $"{text[..open].TrimEnd()} {text[(close + 1)..].TrimStart()}".Trim();
        return text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("’s", StringComparison.Ordinal) ? text[..^2] : text;
    }

    private static (string Text, bool IsIndefinite) WithoutDeterminer(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
            return (text, false);
        var first = text[..space].ToLowerInvariant();
        return Determiners.Contains(first) ? (text[(space + 1)..].TrimStart(), first is "a" or "an" or "some" or "another" or "one") : (text, false);
    }
}
