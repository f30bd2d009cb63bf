using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Facts.Casualties;

/// <summary>
/// Casualty reports as the tests write them: "k3" (killed, 3 to 3), "w5-" (wounded, at least 5), "k-10" (up to 10), "k4-5", "k?" (no number), "m" missing, "c" captured;
/// a part ends in "p", a superseded figure in "s", a denied one in "d".
/// </summary>
internal static class Casualty
{
    /// <summary>The reports of a text in its order, of an article of 7 May 2025.</summary>
    internal static string Read(string text) =>
        string.Join(' ', FactExtractor.Extract(ArticleReader.FromText("some.txt", text, new DateOnly(2025, 5, 7))).Casualties.OrderBy(c => c.Provenance.Span).Select(Short));

    internal static string Short(CasualtyReport report)
    {
        var effect = char.ToLowerInvariant(report.Effect.ToString()[0]);
        var (min, max) = (report.Count.Min, report.Count.Max);
        var count = !report.Count.IsNumbered ? "?" : min == max ? $"{min}" : $"{min}-{max}";
        var mark = report.IsPartial ? "p" : report.Status switch { FigureStatus.Superseded => "s", FigureStatus.Denied => "d", _ => "" };
        return $"{effect}{count}{mark}";
    }
}
