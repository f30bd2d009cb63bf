using System.Collections.Concurrent;
using Digest.Names;

namespace Digest.Days;

/// <summary>How two place names stand to each other.</summary>
internal enum PlaceRelation
{
    /// <summary>At least one of them names no place that can be told ("the base", "the border"), or nothing is known of them together.</summary>
    Unknown,
    Same,

    /// <summary>One lies in the other or is a loose description of its surroundings ("south of Baghdad").</summary>
    Within,

    /// <summary>Two places, neither in the other.</summary>
    Apart,
}

/// <summary>A place as an article names it, taken apart for comparing.</summary>
/// <param name="Names">The words that name it, in lower case, without articles and words of kind ("base", "district").</param>
/// <param name="Country">The country, where it names a whole one and no more.</param>
/// <param name="IsLoose">It says where only roughly: a direction, a border, a road between two towns.</param>
internal sealed record PlaceName(string Text, string[] Names, Country? Country, bool IsLoose)
{
    /// <summary>Its number among the names that one fold took apart.</summary>
    public int Number { get; init; }

    /// <summary>The hashes of the first and the last word that names it; there are such only where <see cref="Names"/> has any.</summary>
    public (ulong First, ulong Last) Ends { get; } = Names.Length == 0 ? default : (Words.Hash(Names[0]), Words.Hash(Names[^1]));

    /// <summary>The text, and each of <see cref="Names"/>, as the name of a body or a place.</summary>
    public ReadName Read { get; } = new(Text);

    public ReadName[] ReadNames { get; } = Array.ConvertAll(Names, name => new ReadName(name));

    /// <summary>What spellings of each of <see cref="Names"/> share.</summary>
    public string[] Consonants { get; } = Array.ConvertAll(Names, Spelling.Consonants);

    /// <summary>
    /// What it can be looked up by, whatever its spelling: its name in the gazetteer and the consonants of each word that names it. Two places that are the same share a key; two that share a key
    /// need not be the same.
    /// </summary>
    public string[] Keys => keys ??= [.. (Country is null ? Consonants : ["=" + Country.Code, .. Consonants]).Distinct(StringComparer.Ordinal)];

    private string[]? keys;

    /// <summary>What the gazetteer knows by the text, or by the one name in it; found when first asked for.</summary>
    public Place? Known => (known ??= new(Find(Text))).Place;

    private Finding? known;

    private static Place? Find(string text) =>
        Gazetteer.Find(text) ?? (Gazetteer.Mentions(text, new(0, text.Length)) is [{ Place: { Kind: not PlaceKind.Country } only }] ? only : null);

    private sealed record Finding(Place? Place);
}

/// <summary>
/// Compares the places and actors of reports. Two places that are both named and differ are apart: the merge never joins events over that.
/// One fold makes one of these, so that each spelling is looked up once, and each two are compared once; several threads may use it.
/// </summary>
internal sealed class Places
{
    private static readonly HashSet<string> Kinds = new(
        ["al", "el", "the", "a", "an", "of", "in", "and", "at", "on", "air", "airbase", "base", "military", "army", "town", "city", "village", "township", "district",
         "province", "governorate", "region", "regional", "county", "state", "capital", "area", "coast", "camp", "refugee", "port", "airport", "post", "station", "hospital",
         "site", "sites", "sector", "zone", "vicinity", "suburb", "neighbourhood", "neighborhood", "island", "valley", "desert", "sea", "strip", "its", "their"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> LooseWords = new(
        ["north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northwest", "northeast", "southwest", "southeast",
         "northwestern", "northeastern", "southwestern", "southeastern", "border", "near", "outside", "outskirts", "road", "axis", "coast", "part", "parts", "off", "hills", "mountains", "soil", "territory", "miles", "km", "kilometres", "kilometers", "metres", "nautical", "between", "from", "by", "to"],
        StringComparer.Ordinal);

    private const int MostRemembered = 8192;

    private readonly ConcurrentDictionary<string, PlaceName?> names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, string), bool> actors = new();
    private int count;

    // Rows by the higher number; a relation is one more than its value here, and 0 where it was not asked for. A day names hundreds of places; of more than are kept, relations are found out each time.
    // Two threads may find out the same, and a row that one of them made may be lost to the other's: what it held is found out again.
    private byte[]?[] relations = new byte[64][];

    /// <summary>Whether two accounts name the same actor, or one of them names none (<see cref="Actors.Agree"/>); remembered for the fold.</summary>
    public bool ActorsAgree(string? a, string? b)
    {
        if (a is null || b is null || a == b)
            return true;
        var key = string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
        return actors.GetOrAdd(key, static both => Actors.Agree(both.Item1, both.Item2));
    }

    /// <summary>The place taken apart; null where the text gives none or names none ("the base").</summary>
    public PlaceName? Name(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return names.TryGetValue(text, out var name) ? name : names.GetOrAdd(text, Read(text) is { } read ? read with { Number = Interlocked.Increment(ref count) } : null);
    }

    public PlaceRelation Compare(string? first, string? second) => Name(first) is { } a && Name(second) is { } b ? Compare(a, b) : PlaceRelation.Unknown;

    /// <summary>The same of names that this one took apart.</summary>
    public PlaceRelation Compare(PlaceName first, PlaceName second)
    {
        var (low, high) = first.Number <= second.Number ? (first.Number, second.Number) : (second.Number, first.Number);
        if (high >= MostRemembered)
            return string.CompareOrdinal(first.Text, second.Text) <= 0 ? Relate(first, second) : Relate(second, first);
        ref var known = ref Row(high)[low];
        if (known == 0)
            known = (byte)(1 + (int)(string.CompareOrdinal(first.Text, second.Text) <= 0 ? Relate(first, second) : Relate(second, first)));
        return (PlaceRelation)(known - 1);
    }

    /// <summary>Whether two names, by their numbers, were compared before and are apart.</summary>
    public bool AreKnownApart(int a, int b)
    {
        var (low, high) = a <= b ? (a, b) : (b, a);
        var rows = relations;
        return high < rows.Length && rows[high] is { } row && row[low] == 1 + (int)PlaceRelation.Apart;
    }

    private byte[] Row(int number)
    {
        var rows = relations;
        if (number >= rows.Length)
        {
            Array.Resize(ref rows, Math.Min(MostRemembered, Math.Max(number + 1, 2 * rows.Length)));
            relations = rows;
        }

        return rows[number] ??= new byte[number + 1];
    }

    /// <summary>Whether a place is told well enough to hold two events apart.</summary>
    public bool IsSpecific(string? text) => Name(text) is { IsLoose: false, Country: null };

    /// <summary>What a place can be looked up by (<see cref="PlaceName.Keys"/>).</summary>
    public string[] Keys(string? text) => Name(text)?.Keys ?? [];

    private static PlaceName? Read(string text)
    {
        // In a text all in capitals every word looks like a name; the words of kind are dropped all the same.
        var all = new List<(string Word, bool Capital)>();
        Span<char> buffer = stackalloc char[Words.MaxLength];
        var position = 0;
        while (Words.Next(text, ref position, text.Length, buffer, out var length, out var capital))
            all.Add((new string(buffer[..length]), capital));
        // Where the wounded were taken is not where they were hurt.
        if (all.Exists(w => w.Word is "hospital" or "hospitals" or "clinic" or "morgue"))
            return null;
        // "a base hosting US troops" describes a place and names none.
        if (all.Exists(w => !w.Capital && !Kinds.Contains(w.Word) && !LooseWords.Contains(w.Word) && !char.IsDigit(w.Word[0])))
            return null;
        var inName = DirectionsInNames(all);
        var named = all.Where((w, i) => w.Capital && !Kinds.Contains(w.Word) && (!LooseWords.Contains(w.Word) || inName.Contains(i)) && w.Word.Length > 1).Select(w => w.Word).ToArray();
        if (named.Length == 0 || (named.Length == inName.Count))
            return null;
        var country = Countries.ByName(text) ?? Countries.ByName(string.Join(' ', all.Where(w => w.Capital && !LooseWords.Contains(w.Word)).Select(w => w.Word)))
            ?? (named.Length == 1 ? Countries.ByAdjective(named[0]) : null);
        return new(text, named, country, all.Where((w, i) => LooseWords.Contains(w.Word) && !inName.Contains(i)).Any() || IsSomewhereIn(all, named));
    }

    // "Borno village" is some village of Borno: what a province is called says where roughly of anything smaller.
    private static bool IsSomewhereIn(List<(string Word, bool Capital)> all, string[] named) =>
        all.Exists(w => w is ("village" or "town" or "city" or "camp" or "base" or "hospital" or "port", false)) && Gazetteer.Find(string.Join(' ', named)) is { Kind: PlaceKind.Province or PlaceKind.Region };

    // "North Waziristan", "West Darfur": a direction with a capital before a name is a part of it; "north of Waziristan" and "Northern Syria" say where roughly.
    private static HashSet<int> DirectionsInNames(List<(string Word, bool Capital)> words)
    {
        var found = new HashSet<int>();
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i] is ("north" or "south" or "east" or "west" or "central", true) && words[i + 1].Capital && !Kinds.Contains(words[i + 1].Word) && !LooseWords.Contains(words[i + 1].Word))
                found.Add(i);
        }

        return found;
    }

    /// <summary>The town, district or base that a description of something hit names ("the maternity ward of Kosti", "Kharkiv bus depot"); null where the gazetteer knows none in it.</summary>
    public static string? NamedIn(string? description)
    {
        if (string.IsNullOrWhiteSpace(description) || !description.Any(char.IsUpper))
            return null;
        foreach (var mention in Gazetteer.Mentions(description, new(0, description.Length)).Reverse())
        {
            // "bodies brought to Mambasa": where they came to.
            if (description.AsSpan(0, mention.Span.Start).TrimEnd().EndsWith(" to", StringComparison.Ordinal))
                continue;
            if (mention.Place.Kind is not (PlaceKind.Country or PlaceKind.Water or PlaceKind.Site))
                return mention.Span.In(description) is var name && name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        }

        return null;
    }

    private static PlaceRelation Relate(PlaceName a, PlaceName b)
    {
        var loose = a.IsLoose || b.IsLoose;
        if (a.Country is not null && b.Country is not null)
            return a.Country.Code != b.Country.Code ? PlaceRelation.Apart : loose ? PlaceRelation.Within : PlaceRelation.Same;
        if (a.Text == b.Text || Entities.Same(a.Read, b.Read))
            return loose ? PlaceRelation.Within : PlaceRelation.Same;
        var (shorter, longer) = a.Names.Length <= b.Names.Length ? (a, b) : (b, a);
        if (AreNamesOf(shorter, longer))
            return loose || (shorter.Names.Length != longer.Names.Length && shorter.Country is not null) ? PlaceRelation.Within : PlaceRelation.Same;
        if (a.Country is not null || b.Country is not null)
            return a.Country is not null ? InCountry(a, b) : InCountry(b, a);

        if (loose)
            return Around(a, b);
        return LiesIn(a, b) ? PlaceRelation.Within : PlaceRelation.Apart;
    }

    // Mosul is not in Syria. That it is in Iraq says too little to call the two one: any place of a country lies in it.
    private static PlaceRelation InCountry(PlaceName country, PlaceName inner) =>
        !country.IsLoose && !inner.IsLoose && Gazetteer.Find(inner.Text, country.Country!.Code) is { Country: { } code } && code != country.Country.Code ? PlaceRelation.Apart : PlaceRelation.Unknown;

    // "South of Baghdad" may well be Jurf al-Sakhar, but not Nyala.
    private static PlaceRelation Around(PlaceName a, PlaceName b) =>
        Gazetteer.Locate(a.Text) is { } first && Gazetteer.Locate(b.Text, first.Place.Country) is { } second && IsPoint(first.Place) && IsPoint(second.Place) && Bearings.Kilometres(first.Place, second.Place) - first.Place.PrecisionKm - second.Place.PrecisionKm > Bearings.Elsewhere
            ? PlaceRelation.Apart
            : PlaceRelation.Unknown;

    // A sea or a province has no one place to reckon from.
    private static bool IsPoint(Place place) => place.Kind is PlaceKind.Town or PlaceKind.Village or PlaceKind.Base or PlaceKind.Camp or PlaceKind.Crossing or PlaceKind.Airport or PlaceKind.Site;

    /// <summary>Whether what is told only by a side ("south of Baghdad") may be the other, by the gazetteer: near enough, and on that side.</summary>
    public static bool MayBeBeside(string? first, string? second) =>
        first is not null && second is not null && Gazetteer.Locate(first) is { } a && Gazetteer.Locate(second, a.Place.Country) is { } b && (Bearings.LiesOnSide(a, b.Place) || Bearings.LiesOnSide(b, a.Place));

    // "Rutba" and "Anbar", "Tabayin monastery" and "Depayin", as the gazetteer knows them.
    private static bool LiesIn(PlaceName a, PlaceName b) =>
        a.Known is { } first && b.Known is { } second && (Gazetteer.Contains(first, second) || Gazetteer.Contains(second, first));

    /// <summary>The places of one event without those in which another of them lies: "Bannu" of "Bannu" and "Khyber Pakhtunkhwa province".</summary>
    public static string[] Narrowest(string[] texts)
    {
        if (texts.Length < 2)
            return texts;
        var known = Array.ConvertAll(texts, text => Read(text) is { Country: null } name ? (Place: name.Known, name.IsLoose) : default);
        return [.. texts.Where((_, i) => known[i].Place is not { } outer || !Array.Exists(known, inner => inner is { Place: { } place, IsLoose: false } && place != outer && Gazetteer.Contains(outer, place)))];
    }

    // Each of the words that name the one stands in the other, in whatever spelling.
    private static bool AreNamesOf(PlaceName shorter, PlaceName longer)
    {
        for (var i = 0; i < shorter.Names.Length; i++)
        {
            var isNamed = false;
            for (var j = 0; j < longer.Names.Length && !isNamed; j++)
            {
                var (a, b) = (shorter.Names[i], longer.Names[j]);
                isNamed = a == b || Spelling.AreAlike(a, shorter.Consonants[i], b, longer.Consonants[j]) || Entities.Same(shorter.ReadNames[i], longer.ReadNames[j]);
            }

            if (!isNamed)
                return false;
        }

        return true;
    }
}
