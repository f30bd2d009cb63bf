using System.Globalization;

namespace Digest.Days;

/// <summary>
/// How much the openings of two units have in common: the cosine of their words, each weighted by how few of the day's units have it
/// (idf). 0 is nothing, 1 all.
/// </summary>
internal sealed class StoryLikeness
{
    private readonly IReadOnlyList<StoryUnit> units;
    private readonly Dictionary<ulong, int> frequency = [];
    private readonly Dictionary<ulong, int> nameFrequency = [];
    private readonly (ulong Stem, double Weight, int Frequency)[][] stems;
    private readonly (ulong Stem, double Weight)[][] names;
    private readonly double[] norms;
    private readonly double[] nameSums;
    private Dictionary<string, int>? mains;

    public StoryLikeness(IReadOnlyList<StoryUnit> units)
    {
        this.units = units;
        foreach (var unit in units)
        {
            foreach (var stem in unit.Stems)
                frequency[stem] = frequency.GetValueOrDefault(stem) + 1;
            foreach (var name in unit.Names)
                nameFrequency[name] = nameFrequency.GetValueOrDefault(name) + 1;
        }

        stems = [.. units.Select(u => Array.ConvertAll(u.Stems, s => (s, Squared(Weight(s)), frequency[s])))];
        names = [.. units.Select(u => Array.ConvertAll(u.Names, n => (n, NameWeight(n))))];
        nameSums = [.. names.Select(u => u.Sum(n => n.Weight))];
        norms = [.. stems.Select(u => Math.Sqrt(u.Sum(s => s.Weight)))];
    }

    /// <summary>The share of the names of the unit with fewer that the other has too, weighted as above; 0 where either has hardly any.</summary>
    public double OfNames(int first, int second)
    {
        var (a, b) = (names[first], names[second]);
        double shared = 0;
        var common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var order = a[i].Stem.CompareTo(b[j].Stem);
            if (order == 0)
            {
                shared += a[i].Weight;
                common++;
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common < 2 ? 0 : shared / Math.Min(nameSums[first], nameSums[second]);
    }

    /// <summary>Both measures in one: the openings' likeness, and half the names'.</summary>
    public double Both(int first, int second) => Of(first, second) + (0.5 * OfNames(first, second));

    /// <summary>Whether an event lies where at least as many of the day's units have theirs as given.</summary>
    public bool IsBusy(LocalEvent told, Places places, int from)
    {
        mains ??= units.Where(u => u.Main is not null).SelectMany(u => u.Main!.Places.SelectMany(places.Keys).Distinct(StringComparer.Ordinal)).GroupBy(k => k, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return told.Places.SelectMany(places.Keys).Any(k => mains.GetValueOrDefault(k) >= from);
    }

    /// <summary>The rarest words of a unit that other units have too, at most so many.</summary>
    public IEnumerable<ulong> Telling(int unit, int most)
    {
        var shared = stems[unit].Where(s => s.Frequency > 1).ToArray();
        Array.Sort(shared, (x, y) => x.Frequency != y.Frequency ? x.Frequency.CompareTo(y.Frequency) : x.Stem.CompareTo(y.Stem));
        return shared.Take(most).Select(s => s.Stem);
    }

    public double Of(int first, int second)
    {
        var (a, b) = (stems[first], stems[second]);
        if (norms[first] == 0 || norms[second] == 0)
            return 0;
        double shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var order = a[i].Stem.CompareTo(b[j].Stem);
            if (order == 0)
                shared += a[i].Weight;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared / (norms[first] * norms[second]);
    }

    /// <summary>The words the two openings share, rarest first, for an explanation.</summary>
    public IEnumerable<string> SharedWords(int first, int second)
    {
        var shared = units[first].Stems.Intersect(units[second].Stems).ToHashSet();
        var words = new Dictionary<ulong, string>();
        foreach (var word in Words.Of(units[first].Source.Text[units[first].Span.Start..units[first].Span.End]))
        {
            var stem = Words.Hash(Words.Stem(word));
            if (shared.Contains(stem))
                words.TryAdd(stem, word);
        }

        return words.OrderBy(w => frequency[w.Key]).ThenBy(w => w.Value, StringComparer.Ordinal).Select(w => w.Value);
    }

    // Even a word that all units have counts for something: on a day of one story it is what makes it one.
    private double Weight(ulong stem) => Math.Log(1 + (units.Count / (double)frequency[stem]));

    private static double Squared(double weight) => weight * weight;

    private double NameWeight(ulong name) => Math.Log(1 + (units.Count / (double)nameFrequency[name]));

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
