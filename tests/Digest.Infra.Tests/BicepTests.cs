using System.Text.Json;

namespace Digest.Infra.Tests;

/// <summary>The templates, as far as they can be checked without their compiler.</summary>
public sealed class BicepTests
{
    public static TheoryData<string> Files => [.. BicepFile.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryFileHoldsTogether(string file) => Assert.Empty(BicepFile.All[file].Problems);

    /// <summary>A check that finds nothing wrong with anything says nothing.</summary>
    [Theory]
    [InlineData("var a = {\noutput b string = a", "a \"{\" is never closed")]
    [InlineData("var a = [ (1 ] )\noutput b array = a", "a \"]\" closes the \"(\" of line 1")]
    [InlineData("var a = 1 }\noutput b int = a", "a \"}\" closes nothing")]
    [InlineData("var a = 'it\noutput b string = a", "a string does not end on its line")]
    [InlineData("/* never ends", "a comment does not end")]
    [InlineData("param a string\nparam a string\noutput b string = a", "a is declared twice")]
    [InlineData("output b string = a", "a is not declared")]
    [InlineData("output b string = 'x-${a}'", "a is not declared")]
    [InlineData("output b string = true ? a : 'c'", "a is not declared")]
    [InlineData("param a string", "the param a is not used")]
    [InlineData("var a = { b: 1 }", "the var a is not used")]
    [InlineData("resource a 'Microsoft.Web/sites' = {\n  name: 'x'\n}", "expected a type and its version")]
    [InlineData("resource a 'Microsoft.Web/sites@latest' = {\n  name: 'x'\n}", "expected a type and its version")]
    [InlineData("module a 'br/public:avm/res/web/site:0.16.0' = {\n  name: 'x'\n}", "no file of ours")]
    public void WhatDoesNotHoldTogetherIsFound(string text, string expected) => Assert.Contains(new BicepFile("a.bicep", text).Problems, problem => problem.Message.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("var a = '\\'s ${'x${'y'}'} {[('\noutput b string = a")]
    [InlineData("// don't ${ {\n/* ' */ var a = 1\noutput b int = a")]
    [InlineData("param a array\noutput b array = [for (each, i) in a: {\n  name: each\n  at: i\n}]")]
    [InlineData("param a bool\noutput b object = {\n  a: a ? 'a' : 'b'\n  c: { d: a }\n}")]
    [InlineData("param a object\nresource b 'Microsoft.Web/sites@2024-04-01' existing = {\n  name: a.type.output\n}\noutput c string = b!.properties.x")]
    public void WhatHoldsTogetherIsLetBe(string text) => Assert.Empty(new BicepFile("a.bicep", text).Problems);

    [Fact]
    public void EveryModuleIsGivenItsParametersAndNoOthers()
    {
        foreach (var (file, module, target) in Modules())
        {
            var given = BicepFile.Keys(module, "params").Select(key => key.Key).ToList();
            var declared = target.Of("param").ToList();
            Assert.True(given.Distinct(StringComparer.Ordinal).Count() == given.Count, $"{file.Name}: {module.Name} is given a parameter twice.");
            Assert.Empty(given.Except(declared.Select(param => param.Name), StringComparer.Ordinal));
            Assert.Empty(declared.Where(param => !param.HasDefault).Select(param => param.Name).Except(given, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void EveryOutputThatIsReadIsThere()
    {
        foreach (var (file, module, target) in Modules())
        {
            var read = file.Declarations.SelectMany(declaration => OutputsOf(module.Name, declaration.Body)).Distinct(StringComparer.Ordinal);
            Assert.Empty(read.Except(target.Of("output").Select(output => output.Name), StringComparer.Ordinal));
        }
    }

    [Fact]
    public void TheParametersFileHasMainsParameters()
    {
        var given = JsonDocument.Parse(Repository.Read("infra", "main.parameters.json")).RootElement.GetProperty("parameters").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);

        Assert.Equal(BicepFile.All["main.bicep"].Of("param").Select(param => param.Name).Order(StringComparer.Ordinal), given);
    }

    [Fact]
    public void EveryParameterIsExplained()
    {
        var readme = Repository.Read("infra", "README.md");

        Assert.All(BicepFile.All["main.bicep"].Of("param"), param => Assert.Contains($"`{param.Name}`", readme, StringComparison.Ordinal));
    }

    /// <summary>Keys open everything to whoever reads them: accounts have none that work, and none is handed on. The one key there is, of the webhook, is read where it is used.</summary>
    [Fact]
    public void NoKeyIsInASettingOrAnOutput()
    {
        foreach (var (name, file) in BicepFile.All)
        {
            var keys = file.Declarations.Where(declaration => declaration.Body.Any(token => token.Text is "listKeys" or "listAccountSas" or "connectionStrings")).Select(declaration => declaration.Name);
            Assert.Equal(name == "events.bicep" ? ["webhookKey"] : [], keys);
            Assert.DoesNotContain(file.Declarations.SelectMany(BicepFile.Texts), text => text.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase) || text.Contains("SharedAccess", StringComparison.OrdinalIgnoreCase));
        }

        foreach (var account in BicepFile.All["storage.bicep"].Of("resource").Where(resource => resource.Target!.StartsWith("Microsoft.Storage/storageAccounts@", StringComparison.Ordinal)))
        {
            Assert.Contains("allowSharedKeyAccess:false", Written(account), StringComparison.Ordinal);
            Assert.Contains("allowBlobPublicAccess:false", Written(account), StringComparison.Ordinal);
            Assert.Contains("minimumTlsVersion:TLS1_2", Written(account), StringComparison.Ordinal);
        }

        Assert.Contains("disableLocalAuth:true", Written(BicepFile.All["language.bicep"].The("resource", "language")), StringComparison.Ordinal);
        Assert.Contains("DisableLocalAuth:true", Written(BicepFile.All["monitoring.bicep"].The("resource", "insights")), StringComparison.Ordinal);
    }

    /// <summary>The app's roles on what it works with are given on each container and queue, never on the account.</summary>
    [Fact]
    public void NoRoleIsGivenOnTheContentAccount()
    {
        var storage = BicepFile.All["storage.bicep"];
        var scopes = storage.Of("resource").Where(resource => resource.Target!.StartsWith("Microsoft.Authorization/roleAssignments@", StringComparison.Ordinal))
            .ToDictionary(role => role.Name, role => role.Body.SkipWhile(token => !token.IsWord("scope")).Skip(2).First().Text, StringComparer.Ordinal);

        Assert.Equal(
            ["articlesRole articles", "deadLettersRole deadLetters", "hostRole host", "ownContainerRole ownContainer", "queueRole queue"],
            scopes.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key} {each.Value}"));
    }

    private static IEnumerable<(BicepFile File, BicepDeclaration Module, BicepFile Target)> Modules() =>
        BicepFile.All.Values.SelectMany(file => file.Of("module").Select(module => (file, module, BicepFile.All[module.Target!])));

    private static IEnumerable<string> OutputsOf(string module, IReadOnlyList<BicepToken> body)
    {
        var words = body.Where(token => !token.Is("!")).ToList();
        for (var i = 0; i + 4 < words.Count; i++)
        {
            if (words[i].IsWord(module) && words[i + 1].Is(".") && words[i + 2].IsWord("outputs"))
                yield return words[i + 4].Text;
        }
    }

    private static string Written(BicepDeclaration declaration) => string.Concat(declaration.Body.Select(token => token.Text));
}
