namespace Digest.Days;

/// <summary>
/// Tells articles that carry one agency's copy by the five-word runs (shingles) they share. Runs are compared as 64-bit hashes,
/// all of them, so the measure is exact.
/// </summary>
internal static class SharedCopy
{
    /// <summary>
    /// From this containment on, articles share copy. On the sample articles and forty written ones, pairs that do lie at 0.19 and above,
    /// pairs that do not at 0.08 and below.
    /// </summary>
    public const double Threshold = 0.15;

    /// <summary>Draws the lines of reporting anew that run through some articles: a line opens with the first article in the fold that its copy runs through.</summary>
    /// <returns>The articles of which a line opens elsewhere than before.</returns>
    public static List<HeldArticle> Line(IEnumerable<HeldArticle> changed)
    {
        var (seen, line, relined) = (new HashSet<HeldArticle>(), new List<HeldArticle>(), new List<HeldArticle>());
        foreach (var start in changed)
        {
            if (!seen.Add(start))
                continue;
            line.Clear();
            line.Add(start);
            var opening = start;
            for (var i = 0; i < line.Count; i++)
            {
                opening = line[i].Index < opening.Index ? line[i] : opening;
                foreach (var (other, _) in line[i].Copies)
                {
                    if (seen.Add(other))
                        line.Add(other);
                }
            }

            foreach (var article in line)
            {
                if (article.LineOpening == opening)
                    continue;
                article.LineOpening = opening;
                relined.Add(article);
            }
        }

        return relined;
    }
}
