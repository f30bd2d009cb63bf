using System.Text.Json;
using Digest.Editions;
using Digest.Facts;
using Digest.Rendering;

namespace Digest.Tests.Rendering;

/// <summary>docs/digest.schema.json and digest.json hold each other to account: no field is written that is not described, and none is described that is not written.</summary>
public sealed class DigestSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(ModelDay.Root, "docs", "digest.schema.json"))).RootElement;

    [Fact]
    public void TheModelDayHasExactlyTheFieldsDescribed() => Check(Schema, JsonDocument.Parse(ModelDay.Rendered["digest.json"].Content).RootElement, "digest");

    [Fact]
    public void ADayOfHostileTextToo() => Check(Schema, JsonDocument.Parse(HostileDay.Render("\"}]<b>")["digest.json"].Content).RootElement, "digest");

    [Fact]
    public void ADayWithNamesToo()
    {
        var day = ModelDay.Day with { Names = new(3, 1, 1, [new(NameKind.Organisation, "Green Crescent", ByRules: false, ByService: true, [1])]) };
        Check(Schema, JsonDocument.Parse(EditionRenderer.Render(new(Publication.Default, day, 1, ModelDay.Edition.PublishedAt), ModelDay.Texts, ModelDay.Templates)["digest.json"].Content).RootElement, "digest");
    }

    private static void Check(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = Schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        if (schema.TryGetProperty("enum", out var values))
            Assert.Contains(value.GetString(), values.EnumerateArray().Select(item => item.GetString()));
        if (schema.TryGetProperty("type", out var types))
            Assert.Contains(KindOf(value), types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Select(type => type.GetString()) : [types.GetString()]);
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Check(schema.GetProperty("items"), item, path + "[]");
        }
        if (value.ValueKind == JsonValueKind.Object)
        {
            // Names are listed where a service was asked for them.
            Assert.Equal(
                schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Where(name => path != "digest" || name != "names" || value.TryGetProperty(name, out _)),
                value.EnumerateObject().Select(property => property.Name));
            foreach (var property in value.EnumerateObject())
                Check(schema.GetProperty("properties").GetProperty(property.Name), property.Value, $"{path}.{property.Name}");
        }
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "integer",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
