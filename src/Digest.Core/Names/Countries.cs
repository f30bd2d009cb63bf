using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Digest.Names;

/// <summary>A country or territory as news names it.</summary>
/// <param name="Code">ISO 3166 code ("IQ"); the few de facto territories have a code of this project ("XA").</param>
/// <param name="Adjectives">"Iraqi": what a thing or person of the country is called.</param>
/// <param name="Peoples">"Iraqis": its people, which never stands for its government.</param>
/// <param name="Seats">The seat of government and buildings that stand for the government ("Baghdad", "Kremlin"); the capital first.</param>
public sealed record Country(
    string Code, string Name, ImmutableArray<string> OtherNames, ImmutableArray<string> Adjectives, ImmutableArray<string> Peoples,
    ImmutableArray<string> Seats, double Latitude, double Longitude);

/// <summary>The countries table (<c>Countries.table.tsv</c>): names, adjectives, peoples and seats of government. Case does not matter, save for "US" against "us" and "CAR" against "car".</summary>
public static class Countries
{
    private static readonly Lazy<ImmutableArray<Country>> Rows = new(Read);
    private static readonly Lazy<FrozenDictionary<string, Country>> Names = new(() => Index(c => [c.Name, .. c.OtherNames]));
    private static readonly Lazy<FrozenDictionary<string, Country>> AdjectiveWords = new(() => Index(c => c.Adjectives));
    private static readonly Lazy<FrozenDictionary<string, Country>> PeopleWords = new(() => Index(c => c.Peoples));
    private static readonly Lazy<FrozenDictionary<string, Country>> SeatNames = new(() => Index(c => c.Seats));
    private static readonly Lazy<FrozenDictionary<string, Country>> Codes = new(() => Index(c => [c.Code]));

    public static ImmutableArray<Country> All => Rows.Value;

    public static Country? ByCode(string code) => Find(Codes.Value, code);

    /// <summary>By its name: "Iraq", "U.S.", "DR Congo".</summary>
    public static Country? ByName(string name) => IsWord(name) ? null : Find(Names.Value, name);

    /// <summary>By its adjective: "Iraqi", "Burkinabe".</summary>
    public static Country? ByAdjective(string word) => Find(AdjectiveWords.Value, word);

    /// <summary>By its people: "Iraqis", "Britons".</summary>
    public static Country? ByPeople(string word) => Find(PeopleWords.Value, word);

    /// <summary>By its capital or a building that stands for its government: "Baghdad", "the Kremlin".</summary>
    public static Country? BySeat(string name) => Find(SeatNames.Value, name);

    /// <summary>By any word but a people's: what can stand before a ministry or an office.</summary>
    public static Country? ByAny(string name) => ByName(name) ?? ByAdjective(name) ?? BySeat(name);

    // "their car", "Car bomb": initials that are a word in small letters.
    private static bool IsWord(string name) => name is "us" or "Us" or "car" or "Car";

    private static string Form(string name) => Phrases.Form(name);

    private static Country? Find(FrozenDictionary<string, Country> index, string name)
    {
        Span<char> form = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        return index.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Phrases.Form(name, form), out var country) ? country : null;
    }

    private static ImmutableArray<Country> Read() =>
        [.. NameLists.Rows("Names/Countries.table.tsv", 7).Select(row =>
        {
            var words = NameLists.Entries(row[3]).ToList();
            return new Country(
                row[0], row[1], [.. NameLists.Entries(row[2])], [.. words.Where(w => !IsPeople(w, words))], [.. words.Where(w => IsPeople(w, words))],
                [.. NameLists.Entries(row[4])], double.Parse(row[5], CultureInfo.InvariantCulture), double.Parse(row[6], CultureInfo.InvariantCulture));
        })];

    // "Iraqis" beside "Iraqi", "Britons" beside "Briton": a plural is the people, its singular may be the adjective.
    private static bool IsPeople(string word, List<string> words) =>
        (word.EndsWith('s') && words.Contains(word[..^1])) || word.EndsWith("men", StringComparison.Ordinal);

    private static FrozenDictionary<string, Country> Index(Func<Country, IEnumerable<string>> names)
    {
        var index = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (var country in Rows.Value)
        {
            foreach (var name in names(country))
                index.TryAdd(Form(name), country);
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
