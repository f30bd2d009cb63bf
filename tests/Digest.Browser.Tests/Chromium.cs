using Microsoft.Playwright;

namespace Digest.Browser.Tests;

/// <summary>One Chromium for all tests. It is the machine's own; none is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find(),
            // Tests run as root in containers, where Chromium's sandbox cannot start; they show it our own files only.
            Args = ["--no-sandbox", "--disable-background-networking"],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A page as a reader would have it, off the network.</summary>
    public async Task<IPage> OpenAsync(string html, Reader reader)
    {
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = reader == Reader.Phone ? 360 : 1100, Height = 800 },
            ColorScheme = reader == Reader.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Offline = true,
        });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html);
        return page;
    }

    private static string Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Programs.Select(program => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"No Chromium was found on the PATH (sought: {string.Join(", ", Programs)}). "
            + "Install one (on Debian: apt-get install chromium; .ci/prepare does) or name its program in the environment variable CHROMIUM.");
}

/// <summary>How a digest is looked at.</summary>
public enum Reader
{
    Light,
    Dark,

    /// <summary>360 pixels wide.</summary>
    Phone,
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
