using System.Text.Json.Nodes;
using Digest.Functions.Hosting;

namespace Digest.Functions.Tests;

/// <summary>The files that the build puts beside the program for the Functions host, where the official worker does not bring its own.</summary>
public sealed class PlacedFilesTests
{
    [Fact]
    public async Task EachFunctionHasItsFile()
    {
        foreach (var function in FunctionCatalog.All)
            Assert.True(JsonNode.DeepEquals(FunctionFiles.FunctionJson(function), JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Here.App, function.Name, "function.json")))), function.Name);
    }

    [Fact]
    public void ThereIsAFileForEveryFunctionAndForNothingElse() =>
        Assert.Equal(FunctionCatalog.All.Select(function => function.Name), Directory.GetFiles(Here.App, "function.json", SearchOption.AllDirectories).Select(path => Path.GetFileName(Path.GetDirectoryName(path)!)).Order(StringComparer.OrdinalIgnoreCase));

    [Fact]
    public async Task HostJsonIsTheRepositorysCompletedWithTheHandlerAndTheBundleItsTriggersComeFrom()
    {
        var own = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Here.Root, "host.json")))!.AsObject();
        var built = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Here.App, "host.json")))!.AsObject();

        Assert.Equal("""{"description":{"defaultExecutablePath":"dotnet","arguments":["DigestFunctions.dll"]},"enableForwardingHttpRequest":true}""", built["customHandler"]!.ToJsonString());
        Assert.Equal("Microsoft.Azure.Functions.ExtensionBundle", (string)built["extensionBundle"]!["id"]!);
        Assert.True(File.Exists(Path.Combine(Here.App, "DigestFunctions.dll")));
        built.Remove("customHandler");
        built.Remove("extensionBundle");
        Assert.True(JsonNode.DeepEquals(own, built));
    }
}
