using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Digest.Browser.Tests;

/// <summary>Every digest as a reader has it: in light, in dark, on a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LookTests(Chromium chromium)
{
    public static TheoryData<string, Reader> Views
    {
        get
        {
            var views = new TheoryData<string, Reader>();
            foreach (var name in Shown.Names)
            {
                foreach (var reader in Enum.GetValues<Reader>())
                    views.Add(name, reader);
            }

            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task NothingStandsInAReadersWay(string name, Reader reader)
    {
        var page = await chromium.OpenAsync(Shown.Html(name), reader);

        // A mail is read inside a mail program, which has the landmarks.
        var isMail = name.EndsWith("email", StringComparison.Ordinal);
        var result = await page.RunAxe(new AxeRunOptions
        {
            ResultTypes = [ResultType.Violations],
            Rules = isMail ? new() { ["region"] = new() { Enabled = false }, ["landmark-one-main"] = new() { Enabled = false } } : new(),
        });

        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}")));
        Assert.NotEmpty(result.Passes);
        var widths = await page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        Assert.True(widths[0] <= widths[1], $"The page is {widths[0]} pixels wide on a screen of {widths[1]}, so it scrolls sideways.");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("model day page")]
    [InlineData("2024-01-24 page")]
    public async Task EveryCitationLeadsToAMarkedPassage(string name)
    {
        var page = await chromium.OpenAsync(Shown.Html(name), Reader.Light);

        var lost = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('a[href^=\"#p\"]')].map(a => a.getAttribute('href')).filter(href => !document.querySelector('mark' + href + ', mark span' + href))");

        Assert.Empty(lost);
        Assert.True(await page.EvaluateAsync<int>("() => document.querySelectorAll('a[href^=\"#p\"]').length") > 10);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ThePaletteFollowsTheReadersChoice()
    {
        async Task<string> Background(Reader reader)
        {
            var page = await chromium.OpenAsync(Shown.Html("model day page"), reader);
            var colour = await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
            await page.Context.CloseAsync();
            return colour;
        }

        Assert.Equal("rgb(255, 255, 255)", await Background(Reader.Light));
        Assert.Equal("rgb(30, 30, 30)", await Background(Reader.Dark));
    }
}
