using System.Diagnostics;

namespace Digest.Browser.Tests;

/// <summary>html-validate reads every document: the standard's rules and its recommended ones.</summary>
public sealed class ValidTests
{
    // What is left out, and why: a void element's form and blank lines are taste; a long title belongs to a long headline; inline style is what mail programs keep.
    private const string Page = """{ "extends": ["html-validate:recommended"], "rules": { "no-trailing-whitespace": "off", "long-title": "off" } }""";
    private const string Mail = """{ "extends": ["html-validate:recommended"], "rules": { "no-trailing-whitespace": "off", "long-title": "off", "no-inline-style": "off" } }""";

    [Theory]
    [InlineData("page", Page)]
    [InlineData("fragment", Page)]
    [InlineData("email", Mail)]
    public async Task TheMarkupIsValid(string kind, string rules)
    {
        var folder = Directory.CreateTempSubdirectory("digest-html-");
        try
        {
            var settings = Path.Combine(folder.FullName, "rules.json");
            await File.WriteAllTextAsync(settings, rules);
            var files = new List<string>();
            foreach (var name in Shown.Names.Where(name => name.EndsWith(kind, StringComparison.Ordinal)))
            {
                files.Add(Path.Combine(folder.FullName, name.Replace(' ', '-') + ".html"));
                await File.WriteAllTextAsync(files[^1], Shown.Html(name));
            }

            var (code, said) = await HtmlValidate(["--config", settings, "--formatter", "text", .. files]);

            Assert.True(code == 0, said);
            Assert.Equal(3, files.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AnInvalidPageIsFound()
    {
        var file = Path.Combine(Path.GetTempPath(), $"digest-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, "<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body><p id=\"a\"><div id=\"a\"></p></body></html>");

        var (code, said) = await HtmlValidate(["--formatter", "text", file]);

        File.Delete(file);
        Assert.Equal(1, code);
        Assert.Contains("no-dup-id", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> HtmlValidate(IEnumerable<string> arguments)
    {
        var program = Path.Combine(await NpmTools.InstalledAsync(), "node_modules", "html-validate", "bin", "html-validate.mjs");
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(program))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
