using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

/// <summary>Which of an article's events a figure goes to where its own sentence names no place.</summary>
public sealed class PlacedFiguresTests
{
    private const string Lede = "Fighters overran an army camp in the northern Burkina Faso town of Djibo on Wednesday, killing at least 31 soldiers, two security sources said.";
    private const string Stray = "A nurse said she had counted nine dead civilians, hit by stray rounds in the Balaboulé neighbourhood.";

    [Theory]
    [InlineData("Militants overrun army camp in northern Burkina Faso", Lede + "\n\nThe army said 12 soldiers had fallen.\n\n" + Stray, 12, "Djibo")]
    [InlineData("Militants overrun army camp in northern Burkina Faso", Lede + "\n\n" + Stray + "\n\nThe army said 12 soldiers had fallen.", 12, "Djibo")]
    [InlineData("Militants overrun army camp in northern Burkina Faso", Lede + "\n\n" + Stray, 9, "Balaboulé neighbourhood")]
    [InlineData("Raid on camp kills 31", Lede + "\n\nRockets hit the market of Dori on Wednesday. Twelve people were killed in that attack, a doctor said.", 12, "Dori")]       // it points back
    [InlineData("Raid on camp near Ouagadougou kills 31", Lede + "\n\nThe army said 12 soldiers had fallen.", 12, "Djibo")]                                                     // near is not in
    public void AFigureWithoutAPlaceIsOfTheMainEvent(string title, string text, int figure, string place)
    {
        var article = ArticleReader.FromText("some.txt", title + "\n\n" + text, new DateOnly(2025, 8, 14), title);
        var events = DayMerger.Merge(new(2025, 8, 14), [FactExtractor.Extract(article)]).Stories.SelectMany(story => story.Events);

        Assert.Contains(place, Assert.Single(events, e => e.Claims.Any(c => c.Count.Min == figure)).Label, StringComparison.Ordinal);
    }

    [Fact]
    public void TheHeadingOfAnEntryTellsOfWhatStandsBelowIt()
    {
        const string Text = "Live: Russia attacks Kharkiv\n\n07.12 – Kharkiv: two killed\nTwo people were killed when drones struck a block of flats in Kharkiv on Wednesday, the mayor says.\n\n"
            + "12.15 – Governor: woman killed\nA woman was killed when a drone hit a car in Shebekino on Wednesday, the governor says.";
        var article = ArticleReader.FromText("live.txt", Text, new DateOnly(2026, 2, 4));
        var events = DayMerger.Merge(new(2026, 2, 4), [FactExtractor.Extract(article)]).Stories.SelectMany(story => story.Events).ToArray();

        Assert.DoesNotContain(events, e => e.Label.Contains("Kharkiv", StringComparison.Ordinal) && e.Claims.Any(c => c.Count.Max == 1));
    }

    [Fact]
    public void WhatDiesOfColdDiesInNoAttack() =>
        Assert.DoesNotContain(DayMerger.Merge(new(2026, 2, 4), [FactExtractor.Extract(Some.Article("Hospitals received 11 martyrs. Three children died of cold in Khan Younis.") with { Date = new(2026, 2, 4) })]).Stories.SelectMany(s => s.Events), e => e.Label.Contains("Khan Younis", StringComparison.Ordinal));
}
