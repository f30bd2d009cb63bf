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

        nameSums = [.. units.Select(u => u.Names.Sum(NameWeight))];
        norms = [.. units.Select(u => Math.Sqrt(u.Stems.Sum(s => Weight(s) * Weight(s))))];
    }

    /// <summary>The share of the names of the unit with fewer that the other has too, weighted as above; 0 where either has hardly any.</summary>
    public double OfNames(int first, int second)
    {
        var (a, b) = (units[first].Names, units[second].Names);
        double shared = 0;
        var common = 0;
        foreach (var name in a)
        {
            if (Array.BinarySearch(b, name) >= 0)
            {
                shared += NameWeight(name);
                common++;
            }
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

    public int Frequency(ulong stem) => frequency.GetValueOrDefault(stem);

    public double Of(int first, int second)
    {
        var (a, b) = (units[first].Stems, units[second].Stems);
        if (norms[first] == 0 || norms[second] == 0)
            return 0;
        double shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                shared += Weight(a[i]) * Weight(a[i]);
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
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

    private double NameWeight(ulong name) => Math.Log(1 + (units.Count / (double)nameFrequency[name]));

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
