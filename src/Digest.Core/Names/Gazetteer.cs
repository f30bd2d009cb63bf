using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Digest.Text;

namespace Digest.Names;

/// <summary>
/// The places that conflict news names (<c>Places.table.tsv</c> and the countries): found exactly first, then by sound. A name the
/// gazetteer does not know is null here and stays in the text's words everywhere else; it is never guessed.
/// </summary>
public static class Gazetteer
{
    private const int LongestName = 200;

    private static readonly Lazy<ImmutableArray<Place>> Rows = new(Read);
    private static readonly Lazy<FrozenDictionary<string, Place>> Ids = new(() => Rows.Value.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal));
    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<Place>>> Forms = new(() => Index(Form));
    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<Place>>> Sounds = new(() => Index(SoundForm));

    private static readonly Lazy<FrozenSet<string>> FirstWords = new(() => Forms.Value.Keys.Select(FirstWord).ToFrozenSet(StringComparer.Ordinal));

    // The same few thousand names are asked for all day long.
    private const int MostRemembered = 20_000;
    private static readonly ConcurrentDictionary<string, Place?> Found = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Place?> ByName = new(StringComparer.Ordinal);

    private static readonly string[] ProvinceWords = [" governorate", " province", " oblast", " region", " state", " department", " county", " wilayat", " prefecture", " municipality"];

    private static readonly string[] TownWords =
        [" city", " town", " village", " district", " township", " neighbourhood", " neighborhood", " port", " camp", " refugee camp", " suburb", " area", " valley", " island", " port city", " displacement camp"];

    private static readonly string[] BaseWords = [" air base", " airbase", " base", " military base", " airfield", " garrison", " barracks", " outpost", " airport", " international airport"];

    private static readonly string[] KindsOf =
        ["town of ", "city of ", "village of ", "port of ", "province of ", "district of ", "region of ", "state of ", "island of ", "camp of ", "governorate of ", "port city of ", "capital of ", "border town of ", "municipality of ", "township of ", "department of ", "neighbourhood of ", "suburb of ", "area of ", "capital ", "capital, ", "city ", "town ", "site of ", "detachment of "];

    public static ImmutableArray<Place> All => Rows.Value;

    public static Place? ById(string id) => Ids.Value.GetValueOrDefault(id);

    /// <summary>The place a name means. Namesakes are decided by the country the text is about, else the larger kind comes first.</summary>
    /// <param name="text">A name as written: "al-Qaim", "Anbar Governorate", "the port of Hodeidah".</param>
    /// <param name="country">ISO code of the country the text is about; null where unknown.</param>
    public static Place? Find(string text, string? country = null) => country is null ? Remembered(Found, text, static text => Locate(text)?.Place) : Locate(text, country)?.Place;

    /// <summary>The same with how the place meant lies to the one named: "south of Baghdad", "northern Syria", "near the border with Syria".</summary>
    public static PlaceReading? Locate(string text, string? country = null)
    {
        var form = Form(text.Trim().Trim(',', '.', '"'));
        if (form.Length is 0 or > LongestName)
            return null;
        return Named(form, country) is { } place ? new(place, null, text) : Relative(form, text, country);
    }

    /// <summary>Whether one place is, or lies in, the other, as far as the gazetteer knows.</summary>
    public static bool Contains(Place outer, Place inner)
    {
        for (var place = inner; place is not null; place = place.In is null ? null : ById(place.In))
        {
            if (place.Id == outer.Id)
                return true;
        }

        return false;
    }

    /// <summary>Whether two names mean one place of the gazetteer.</summary>
    public static bool Same(string a, string b) => Meant(a) is { } one && Meant(b) is { } other && one.Id == other.Id;

    /// <summary>The place that a name means by itself; null where it means none.</summary>
    internal static Place? Meant(string name) => Remembered(ByName, name, static name => Named(Form(name), null));

    // A full store is left as it is: what a name means never changes.
    private static Place? Remembered(ConcurrentDictionary<string, Place?> known, string name, Func<string, Place?> find)
    {
        if (known.TryGetValue(name, out var place))
            return place;
        place = find(name);
        if (name.Length <= LongestName && known.Count < MostRemembered)
            known.TryAdd(name, place);
        return place;
    }

    /// <summary>The places named in a stretch of text, in order, longest names first; spans count code units of the whole text.</summary>
    public static ImmutableArray<PlaceMention> Mentions(string text, TextSpan within) => PlaceScanner.Scan(text, within);

    internal static Place? Named(string form, string? country)
    {
        if (form.Length > LongestName)
            return null;
        if (Choose(Forms.Value, form, country) is { } exact)
            return exact;
        foreach (var kind in KindsOf)
        {
            if (form.StartsWith(kind, StringComparison.Ordinal))
                return Named(Phrases.Form(form[kind.Length..]), country);
        }

        return WithKind(form, country) ?? BySound(form, country);
    }

    /// <summary>By its exact name only, as the scanner needs it.</summary>
    internal static Place? Exactly(string form, string? country) => Choose(Forms.Value, form, country);

    /// <summary>Whether any name of a place opens with this word; most words of a text do not, and are passed over.</summary>
    internal static bool OpensName(string word) => FirstWords.Value.Contains(word);

    private static string FirstWord(string form) => form.IndexOf(' ', StringComparison.Ordinal) is var space && space > 0 ? form[..space] : form;

    internal static Place? BySound(string form, string? country) =>
        form.Length >= 5 && Phrases.Words(form).All(w => w.Length < 40) ? Choose(Sounds.Value, SoundForm(form), country) : null;

    /// <summary>"Erbil province", "Harir air base", "Jenin camp": a name and the kind of place it is.</summary>
    internal static Place? WithKind(string form, string? country)
    {
        foreach (var word in ProvinceWords)
        {
            if (form.EndsWith(word, StringComparison.Ordinal))
                return Of(form[..^word.Length], country, PlaceKind.Province, PlaceKind.Region) ?? Of(form[..^word.Length], country, null);
        }

        foreach (var word in BaseWords)
        {
            if (form.EndsWith(word, StringComparison.Ordinal))
                return Of(form[..^word.Length], country, PlaceKind.Base, PlaceKind.Airport);
        }

        foreach (var word in TownWords)
        {
            if (form.EndsWith(word, StringComparison.Ordinal))
                return Of(form[..^word.Length], country, null);
        }

        return null;
    }

    private static Place? Of(string form, string? country, params PlaceKind[]? kinds) =>
        Candidates(Forms.Value, form).Concat(form.Length >= 5 ? Candidates(Sounds.Value, SoundForm(form)) : [])
            .Where(p => kinds is null || kinds.Contains(p.Kind)).OrderBy(p => country is null || p.Country == country ? 0 : 1).FirstOrDefault();

    private static PlaceReading? Relative(string form, string written, string? country)
    {
        foreach (var (relation, rest) in PlaceRelations.Of(form))
        {
            if (rest.Length > 0 && Named(Phrases.Form(rest), country) is { } place)
                return new(place, relation.Length == 0 ? null : relation, written);
        }

        return null;
    }

    private static ImmutableArray<Place> Candidates(FrozenDictionary<string, ImmutableArray<Place>> index, string form) => index.TryGetValue(form, out var found) ? found : [];

    private static Place? Choose(FrozenDictionary<string, ImmutableArray<Place>> index, string form, string? country)
    {
        var candidates = Candidates(index, form);
        return candidates.FirstOrDefault(p => country is not null && p.Country == country) ?? candidates.FirstOrDefault();
    }

    internal static string Form(string name)
    {
        var form = Phrases.Form(name);
        return form.EndsWith("'s", StringComparison.Ordinal) ? form[..^2] : form;
    }

    private static string SoundForm(string form) => NameKey.Of(form);

    private static FrozenDictionary<string, ImmutableArray<Place>> Index(Func<string, string> key)
    {
        var index = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        foreach (var place in Rows.Value)
        {
            foreach (var name in place.OtherNames.Prepend(place.Name))
                Add(index, key(Form(name)), place);
        }

        // "Anbar" is the province where no town has the name; where one has, the town is meant.
        foreach (var place in Rows.Value.Where(p => p.Kind == PlaceKind.Province))
        {
            foreach (var word in ProvinceWords)
            {
                if (Form(place.Name).EndsWith(word, StringComparison.Ordinal) && !PlaceRelations.IsSide(Form(place.Name)[..^word.Length]))
                    Add(index, key(Form(place.Name)[..^word.Length]), place);
            }
        }

        // Of namesakes a country comes first, then a capital, then the order of the table.
        return index.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.OrderBy(RankOf).ToImmutableArray(), StringComparer.Ordinal);
    }

    private static int RankOf(Place place) => place.Kind == PlaceKind.Country ? 0
        : place.Country is { } code && Countries.ByCode(code) is { Seats: [var capital, ..] } && capital == place.Name ? 1 : 2;

    private static void Add(Dictionary<string, List<Place>> index, string key, Place place)
    {
        if (!index.TryGetValue(key, out var places))
            index[key] = places = [];
        if (!places.Contains(place))
            places.Add(place);
    }

    private static ImmutableArray<Place> Read()
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        foreach (var country in Countries.All)
        {
            places.Add(new($"{country.Name}/{country.Code}", country.Name, PlaceKind.Country, null, country.Code, country.Latitude, country.Longitude, 300)
            {
                OtherNames = country.OtherNames,
            });
        }

        foreach (var row in NameLists.Rows("Names/Places.table.tsv", 8))
        {
            var country = row[4].Length > 0 ? row[4] : null;
            var parent = row[3].Length > 0 ? $"{row[3]}/{row[4]}" : country is null ? null : $"{Countries.ByCode(country)!.Name}/{country}";
            var open = row[0].IndexOf(" (", StringComparison.Ordinal);
            places.Add(new($"{row[0]}/{row[4]}", open > 0 ? row[0][..open] : row[0], Enum.Parse<PlaceKind>(row[2], ignoreCase: true), parent, country,
                double.Parse(row[5], CultureInfo.InvariantCulture), double.Parse(row[6], CultureInfo.InvariantCulture), int.Parse(row[7], CultureInfo.InvariantCulture))
            {
                OtherNames = [.. NameLists.Entries(row[1])],
            });
        }

        return places.ToImmutable();
    }
}
