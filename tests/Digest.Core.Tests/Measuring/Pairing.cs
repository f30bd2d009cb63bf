namespace Digest.Tests.Measuring;

/// <summary>Greedy one-to-one pairing, best score first.</summary>
internal static class Pairing
{
    /// <param name="agrees">Null where the two do not match, else a number to rank by.</param>
    internal static (List<(TGold Gold, TOurs Ours)> Pairs, List<TGold> Missed, List<TOurs> Extra) Of<TGold, TOurs>(IEnumerable<TGold> gold, IEnumerable<TOurs> ours, Func<TGold, TOurs, double?> agrees)
    {
        var (left, right) = (gold.ToList(), ours.ToList());
        var ranked = left.SelectMany((g, i) => right.Select((s, j) => (Score: agrees(g, s), I: i, J: j))).Where(c => c.Score is not null).OrderByDescending(c => c.Score).ToList();
        var (usedLeft, usedRight) = (new HashSet<int>(), new HashSet<int>());
        var pairs = new List<(TGold, TOurs)>();
        foreach (var (_, i, j) in ranked)
        {
            if (usedLeft.Contains(i) || usedRight.Contains(j))
                continue;
            usedLeft.Add(i);
            usedRight.Add(j);
            pairs.Add((left[i], right[j]));
        }

        return (pairs, [.. left.Where((_, i) => !usedLeft.Contains(i))], [.. right.Where((_, j) => !usedRight.Contains(j))]);
    }
}

/// <summary>What was found, missed and found too much.</summary>
internal sealed class Tally
{
    internal int Found { get; private set; }

    internal int Missed { get; private set; }

    internal int Extra { get; private set; }

    internal double F1 => 2.0 * Found / Math.Max(1, (2 * Found) + Missed + Extra);

    internal void Add(int found, int missed, int extra) => (Found, Missed, Extra) = (Found + found, Missed + missed, Extra + extra);

    public override string ToString() => FormattableString.Invariant($"F1 {F1:0.000} ({Found} found, {Missed} missed, {Extra} extra)");
}
