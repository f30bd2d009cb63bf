using Digest.Rendering;
using Digest.Rendering.Templates;

namespace Digest.Tests.Rendering;

/// <summary>docs/templates.md names every field that a template can use and every filter; the shipped templates print a figure only beside its claimant.</summary>
public sealed class TemplateDocsTests
{
    private static readonly string Docs = File.ReadAllText(Path.Combine(ModelDay.Root, "docs", "templates.md"));

    [Fact]
    public void EveryFieldIsDocumented()
    {
        var fields = Fields(DigestValues.Of(ModelDay.Rendered.Model, "")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        Assert.True(fields.Count > 50);
        Assert.All(fields, field => Assert.Contains($"`{field}`", Docs, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryFilterIsDocumented() =>
        Assert.All(TemplateFunctions.ByName.Keys, name => Assert.True(
            Docs.Contains($"`{name}", StringComparison.Ordinal) || Docs.Split('\n').Any(line => line.Contains($"`{name.Split('.')[0]}.", StringComparison.Ordinal) && line.Contains(name.Split('.')[1], StringComparison.Ordinal)), name));

    [Fact]
    public void AttributesAreAlwaysInQuotationMarks() =>
        Assert.All(ModelDay.TemplateSources(), template => Assert.DoesNotContain("={{", template.Value, StringComparison.Ordinal));

    [Fact]
    public void ATemplateThatPrintsAFigurePrintsWhoSaysSo() => Assert.All(
        ModelDay.TemplateSources().Where(template => template.Value.Contains(".figure", StringComparison.Ordinal)),
        template => Assert.Contains(".said_by", template.Value, StringComparison.Ordinal));

    private static IEnumerable<string> Fields(TemplateValue value) => value switch
    {
        MapValue map => map.Fields.SelectMany(field => Fields(field.Value).Prepend(field.Key)),
        ListValue list => list.Items.SelectMany(Fields),
        _ => [],
    };
}
