namespace Digest.Browser.Tests;

/// <summary>html-validate reads every document: the standard's rules and its recommended ones.</summary>
public sealed class ValidTests
{
    private static readonly string Program = Path.Combine("node_modules", "html-validate", "bin", "html-validate.mjs");

    // What is left out, and why: blank lines are taste; a long title belongs to a long headline; inline style is what mail programs keep.
    private const string Page = """{ "extends": ["html-validate:recommended"], "rules": { "no-trailing-whitespace": "off", "long-title": "off" } }""";
    private const string Mail = """{ "extends": ["html-validate:recommended"], "rules": { "no-trailing-whitespace": "off", "long-title": "off", "no-inline-style": "off" } }""";

    [Theory]
    [InlineData("page", Page)]
    [InlineData("fragment", Page)]
    [InlineData("site", Page)]
    [InlineData("email", Mail)]
    public async Task TheMarkupIsValid(string kind, string rules)
    {
        using var files = new TemporaryFolder();
        var settings = files.Add("rules.json", rules);
        var documents = Shown.Names.Where(name => name.EndsWith(kind, StringComparison.Ordinal)).Select(name => files.Add(name.Replace(' ', '-') + ".html", Shown.Html(name))).ToList();

        var (code, said) = await NodeProgram.RunAsync(Program, ["--config", settings, "--formatter", "text", .. documents]);

        Assert.True(code == 0, said);
        Assert.Equal(3, documents.Count);
    }

    [Fact]
    public async Task AnInvalidPageIsFound()
    {
        using var files = new TemporaryFolder();
        var file = files.Add("page.html", "<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body><p id=\"a\"><div id=\"a\"></p></body></html>");

        var (code, said) = await NodeProgram.RunAsync(Program, ["--formatter", "text", file]);

        Assert.Equal(1, code);
        Assert.Contains("no-dup-id", said, StringComparison.Ordinal);
    }
}
