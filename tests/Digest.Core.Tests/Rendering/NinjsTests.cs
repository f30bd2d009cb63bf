using System.Text.Json;
using System.Text.RegularExpressions;
using Digest.Editions;
using Digest.Rendering;

namespace Digest.Tests.Rendering;

/// <summary>
/// What takes ninjs in stumbles over: a property the version does not have, a moment with a fraction of a second, an empty body. Where IPTC's schemas are at hand, the tests
/// beside the browser's hold the documents to them whole.
/// </summary>
public sealed class NinjsTests
{
    // Names of the standard that we use, with what they hold: text, moment (no fraction), number, list or object.
    private const string Version16 = "$standard object, uri text, type text, mimetype text, representationtype text, version text, firstcreated moment, versioncreated moment, pubstatus text, language text, urgency number, "
        + "headline text, slugline text, byline text, description_text text, body_text text, body_html text, ednote text, usageterms text, subject list, person list, organisation list, place list, trustindicator list";

    private const string Version31 = "standard object, uri text, type text, representationType text, version text, firstCreated moment, versionCreated moment, pubStatus text, language text, urgency number, "
        + "slugline text, by text, headlines list, descriptions list, bodies list, edNote text, usageTerms text, subjects list, people list, organisations list, places list, trustIndicators list";

    public static TheoryData<string, string> Documents => new() { { "ninjs-1.6.json", Version16 }, { "ninjs-3.1.json", Version31 } };

    [Theory]
    [MemberData(nameof(Documents))]
    public void OnlyPropertiesOfTheStandardAreUsedEachOfItsKind(string name, string standard)
    {
        var kinds = standard.Split(", ").Select(entry => entry.Split(' ')).ToDictionary(entry => entry[0], entry => entry[1], StringComparer.Ordinal);

        foreach (var rendered in (RenderedEdition[])[ModelDay.Rendered, HostileDay.Render("\"}]<b>\u0007"), Withdrawn()])
        {
            foreach (var property in JsonDocument.Parse(rendered[name].Content).RootElement.EnumerateObject())
                Assert.True(kinds.TryGetValue(property.Name, out var kind) && IsOf(kind, property.Value), $"{property.Name}: {property.Value}");
        }
    }

    [Theory]
    [InlineData("ninjs-1.6.json", "pubstatus")]
    [InlineData("ninjs-3.1.json", "pubStatus")]
    public void WhatWasWithdrawnIsCancelled(string name, string property)
    {
        Assert.Equal("usable", JsonDocument.Parse(ModelDay.Rendered[name].Content).RootElement.GetProperty(property).GetString());
        Assert.Equal("canceled", JsonDocument.Parse(Withdrawn()[name].Content).RootElement.GetProperty(property).GetString());
    }

    [Fact]
    public void RolesOfTrustAreAddresses()
    {
        var roles = JsonDocument.Parse(ModelDay.Rendered["ninjs-3.1.json"].Content).RootElement.GetProperty("trustIndicators").EnumerateArray().Select(item => item.GetProperty("role").GetString());

        Assert.All(roles, role => Assert.True(Uri.IsWellFormedUriString(role, UriKind.Absolute), role));
    }

    private static RenderedEdition Withdrawn() =>
        EditionRenderer.Render(new(Publication.Default, ModelDay.Day, 3, ModelDay.Edition.PublishedAt) { Kind = EditionKind.Withdrawn, EditorNote = "Withdrawn." }, ModelDay.Texts, ModelDay.Templates);

    private static bool IsOf(string kind, JsonElement value) => kind switch
    {
        "text" => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0,
        "moment" => value.ValueKind == JsonValueKind.String && Regex.IsMatch(value.GetString()!, "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture),
        "number" => value.ValueKind == JsonValueKind.Number && value.GetInt32() is >= 1 and <= 9,
        "list" => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0,
        _ => value.ValueKind == JsonValueKind.Object,
    };
}
