using Digest.Rendering;
using Digest.Rendering.Templates;

namespace Digest.Tests.Rendering.Templates;

/// <summary>
/// What every engine of a build keeps to: our own, and Scriban's where the registry has it. They need not word an error alike, but must make one, with the template and the line.
/// </summary>
public sealed class TemplateEngineTests
{
    [Theory]
    [InlineData("a\n{{ nam }}", 2)]
    [InlineData("{{ if nam }}a{{ end }}", 1)]
    [InlineData("{{ claim.whom }}", 1)]
    [InlineData("{{ claim.note.text }}", 1)]
    [InlineData("{{ claims[0].whom }}", 1)]
    [InlineData("{{ towns[3] }}", 1)]
    [InlineData("{{ towns }}", 1)]
    [InlineData("\n\n{{ claim }}", 3)]
    [InlineData("{{ $1 }}", 1)]
    [InlineData("{{ for t in name }}{{ t }}{{ end }}", 1)]
    [InlineData("{{ none | string.upcase }}", 1)]
    [InlineData("{{ name | array.size }}", 1)]
    [InlineData("{{ day | date.to_string '%Q' }}", 1)]
    [InlineData("{{ include 'other' }}", 2)]
    public void WhatIsNotThereIsAnErrorAndNeverAnEmptyPlace(string template, int line) => Assert.All(
        TemplateLanguageTests.Set(template, null, ("other", "\n{{ nam }}")).Engines,
        engine => Assert.Equal(line, Assert.Throws<TemplateException>(() => engine.Render("t", TemplateLanguageTests.Model, Escaping.Html)).Position.Line));

    [Theory]
    [InlineData("{{ for t in towns }}{{ for u in towns }}a{{ end }}{{ end }}")]
    [InlineData("{{ include 't' }}")]
    [InlineData("{{ for t in towns }}aaaaaaaaaaaaaaaaaa{{ end }}")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("{{ 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 }}")]
    public void ARenderingIsBoundedByEveryEngine(string template) => Assert.All(
        TemplateLanguageTests.Set(template, new() { LoopTurns = 6, IncludeDepth = 4, OutputLength = 50, Steps = 40 }).Engines,
        engine => Assert.Throws<TemplateException>(() => engine.Render("t", TemplateLanguageTests.Model, Escaping.None)));

    [Fact]
    public void MarkupIsRefusedInPlainTextByEveryEngine() => Assert.All(
        TemplateLanguageTests.Set("{{ mark }}").Engines, engine => Assert.Throws<TemplateException>(() => engine.Render("t", TemplateLanguageTests.Model, Escaping.None)));

    [Fact]
    public void WhatAnArticleHoldsIsEscapedByEveryEngine()
    {
        foreach (var hostile in HostileStrings.All)
        {
            var rendered = TemplateLanguageTests.Set("<p title=\"{{ v }}\">{{ v }}{{ include 'other' v }}</p>", null, ("other", "{{ $1 }}")).Engines
                .Select(engine => engine.Render("t", MapValue.With(("v", hostile)), Escaping.Html)).Distinct(StringComparer.Ordinal);

            var escaped = HtmlText.Escape(hostile);
            Assert.Equal($"<p title=\"{escaped}\">{escaped}{escaped}</p>", Assert.Single(rendered));
        }
    }

    [Fact]
    public void TheShippedTemplatesGiveTheSameBytesInEveryEngine()
    {
        var values = DigestValues.Of(ModelDay.Rendered.Model, "https://example.org/", ("page", MapValue.With(("json_ld", new MarkupValue("{}")))));

        foreach (var (name, escaping) in new[] { ("page.html", Escaping.Html), ("fragment.html", Escaping.Html), ("digest.txt", Escaping.None) })
            Assert.Single(ModelDay.Templates.Engines.Select(engine => engine.Render(name, values, escaping)).Distinct(StringComparer.Ordinal));
    }
}
