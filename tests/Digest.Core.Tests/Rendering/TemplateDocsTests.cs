using Digest.Rendering;
using Digest.Rendering.Model;
using Digest.Rendering.Outputs;
using Digest.Rendering.Templates;

namespace Digest.Tests.Rendering;

/// <summary>docs/templates.md names every field that a template can use and every filter; the shipped templates print a figure only beside its claimant.</summary>
public sealed class TemplateDocsTests
{
    private static readonly string Docs = File.ReadAllText(Path.Combine(ModelDay.Root, "docs", "templates.md"));

    // Values that fields have, and what stands beside them.
    private static readonly string[] NotFields = ["first", "update", "correction", "refile", "withdrawn", "script", "digest", "publication", "mail", "page"];

    [Fact]
    public void TheFieldsDocumentedAreThoseOfTheModel()
    {
        var extras = Fields(EmailBodies.Mail(new(ModelDay.Rendered.Model, []), Recipient.Preview)).Append("json_ld");
        var fields = Fields(DigestValues.Of(ModelDay.Rendered.Model, "")).Concat(Fields(DigestValues.Of(HostileDay.Render("x").Model, ""))).Concat(Fields(DigestValues.Of(ModelMaker.Make(SampleEdition.All[0], SampleEdition.Texts), ""))).Concat(extras).Except(NotFields).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var documented = Docs[Docs.IndexOf("## The fields", StringComparison.Ordinal)..].Split('`').Where((_, index) => index % 2 == 1)
            .Where(word => word.All(c => char.IsAsciiLetterLower(c) || c == '_')).Except(NotFields).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(fields, documented);
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
