namespace Digest.Browser.Tests;

/// <summary>
/// ninjs documents held to JSON schemas. IPTC's are not part of this repository: they are used where the folder named by NINJS_SCHEMAS (or ../shared/reference/ninjs beside the
/// checkout) holds them. A small schema of our own is always used, so that what validates is known to refuse.
/// </summary>
public sealed class NinjsSchemaTests
{
    private const string Own = """
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["uri"], "unevaluatedProperties": false, "properties": {"uri": {"type": "string"}}}
        """;

    [Theory]
    [InlineData("""{"uri": "a"}""", 0)]
    [InlineData("""{"uri": "a", "url": "b"}""", 1)]
    [InlineData("""{"uri": 1}""", 1)]
    public async Task WhatASchemaDoesNotAllowIsRefused(string document, int code)
    {
        using var files = new TemporaryFolder();

        var (ended, said) = await NodeProgram.RunAsync("ninjs.mjs", files.Add("schema.json", Own), "--", files.Add("document.json", document));

        Assert.True(code == ended, said);
        Assert.Equal(code == 1, said.Contains("document.json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1.6")]
    [InlineData("3.1")]
    public async Task EveryDayKeepsTheSchemaOfItsVersion(string version)
    {
        using var files = new TemporaryFolder();
        var schemas = Environment.GetEnvironmentVariable("NINJS_SCHEMAS") is { Length: > 0 } named ? named : Path.Combine(Shown.Root, "..", "shared", "reference", "ninjs");
        var iptc = Path.Combine(schemas, $"ninjs-schema_{version}.json");
        string[] schema = !File.Exists(iptc) ? [files.Add("schema.json", """{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "required": ["uri"]}""")]
            : version == "3.1" ? [iptc, Path.Combine(schemas, "GeoJSON-schema.json")]
            : [iptc];

        var (ended, said) = await NodeProgram.RunAsync("ninjs.mjs", [.. schema, "--", .. Shown.Ninjs(version).Select((document, at) => files.Add($"{at}.json", document))]);

        Assert.True(ended == 0, said);
    }
}

/// <summary>Files of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("digest-");

    /// <returns>The file's path.</returns>
    public string Add(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
