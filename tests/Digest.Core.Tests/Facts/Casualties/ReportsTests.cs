using System.Globalization;
using Digest.Facts;
using Digest.News;
using Xunit.Abstractions;

namespace Digest.Tests.Facts.Casualties;

/// <summary>
/// The casualty figures of seventy short reports, written and read by a person before the extractor saw them. The floors are what it reads today; the first run stands in
/// <c>docs/accuracy.md</c>. What is missed and what is too much is printed.
/// </summary>
public class ReportsTests(ITestOutputHelper output)
{
    private sealed record Report(string Name, DateOnly Date, string Text, IReadOnlyList<ReportedUnit> Units);

    [Fact]
    public void TheFiguresOfShortReportsAreRead()
    {
        int told = 0, missed = 0, extra = 0, claimants = 0, victims = 0, dates = 0, standings = 0, standing = 0, numbered = 0;
        foreach (var report in All())
        {
            var read = FactExtractor.Extract(ArticleReader.FromText(report.Name, report.Text, report.Date)).Casualties.ToList();
            foreach (var unit in report.Units)
            {
                if (read.Where(r => unit.IsToldBy(r, report.Text)).MaxBy(r => Agreement(unit, r)) is not { } found)
                {
                    missed += unit.Count.IsNumbered ? 1 : 0;
                    output.WriteLine($"{report.Name}: missed {unit.Effect} {unit.Count} '{unit.Evidence}'");
                    continue;
                }

                read.Remove(found);
                told += unit.Count.IsNumbered ? 1 : 0;
                numbered++;
                claimants += ReportedUnit.SameName(unit.Claimants, found.Claimant?.Speaker) ? 1 : 0;
                victims += ReportedUnit.SameName(unit.Victims, found.Victims) ? 1 : 0;
                dates += unit.Dates.Contains(found.Date) ? 1 : 0;
                if (unit.Status == FigureStatus.Current)
                    continue;
                standings++;
                standing += unit.Status == found.Status ? 1 : 0;
            }

            foreach (var more in read.Where(r => r.Count.IsNumbered))
                output.WriteLine($"{report.Name}: too much {more.Effect} {more.Count} '{more.Provenance.Evidence}'");
            extra += read.Count(r => r.Count.IsNumbered);
        }

        var f1 = 2.0 * told / ((2.0 * told) + missed + extra);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"numbered F1 {f1:F3} ({told} told, {missed} missed, {extra} extra), claimant {(double)claimants / numbered:F3}, victims {(double)victims / numbered:F3}, date {(double)dates / numbered:F3}, replaced or denied {standing}/{standings}"));
        Assert.InRange(f1, 0.95, 1);
        Assert.InRange((double)claimants / numbered, 0.95, 1);
        Assert.InRange((double)victims / numbered, 0.95, 1);
        Assert.InRange((double)dates / numbered, 0.88, 1);
        Assert.InRange(standing, 24, standings);
    }

    [Fact]
    public void EachEvidenceStandsInItsReport() =>
        Assert.All(All(), report => Assert.All(report.Units, unit => Assert.Contains(unit.Evidence, report.Text, StringComparison.Ordinal)));

    private static int Agreement(ReportedUnit unit, CasualtyReport report) =>
        (ReportedUnit.SameName(unit.Claimants, report.Claimant?.Speaker) ? 1 : 0) + (ReportedUnit.SameName(unit.Victims, report.Victims) ? 1 : 0) + (unit.Dates.Contains(report.Date) ? 1 : 0);

    private static IEnumerable<Report> All()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Facts", "Casualties", "Reports"), "*.txt").Order(StringComparer.Ordinal))
        {
            var file = File.ReadAllText(path);
            var (line, rule) = (file.IndexOf('\n', StringComparison.Ordinal), file.IndexOf("\n----\n", StringComparison.Ordinal));
            var date = DateOnly.Parse(file[..line], CultureInfo.InvariantCulture);
            yield return new(Path.GetFileName(path), date, file[(line + 1)..rule], [.. file[(rule + 6)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => ReportedUnit.Parse(l, date))]);
        }
    }
}
