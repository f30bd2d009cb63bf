using System.Net;
using Digest.Rendering;
using Digest.Rendering.Templates;

namespace Digest.Tests.Rendering.Templates;

public sealed class TemplateLawTests
{
    private const string Alphabet = "<>&\"'`={}%#-~/\\ \n\t;:()abz09é日\u202e\u0001{{}}";

    [Fact]
    public void NoValueCanBreakOutOfElementContentOrAnAttribute()
    {
        var random = new Random(7);
        var set = new TemplateSet([new("t", "<p title=\"{{ v }}\" class='{{ v }}'>{{ v }}</p>")]);
        for (var round = 0; round < 2_000; round++)
        {
            var value = new string(random.GetItems<char>(Alphabet, random.Next(30)));

            var html = set.Render("t", MapValue.With(("v", value)), Escaping.Html);

            var escaped = HtmlText.Escape(value);
            Assert.Equal($"<p title=\"{escaped}\" class='{escaped}'>{escaped}</p>", html);
            Assert.Equal(-1, escaped.AsSpan().IndexOfAny("<>\"'"));
            Assert.Equal(value, WebUtility.HtmlDecode(escaped));
        }
    }

    [Fact]
    public void PlainTextIsPrintedAsItIs()
    {
        Assert.Equal("a<b>&\"'", new TemplateSet([new("t", "{{ v }}")]).Render("t", MapValue.With(("v", "a<b>&\"'")), Escaping.None));
    }

    [Fact]
    public void MarkupIsPrintedAsItIsAndTextBesideItIsNot()
    {
        var model = MapValue.With(("ours", new MarkupValue("<b>x</b>")), ("theirs", "<b>x</b>"));

        Assert.Equal("<b>x</b>&lt;b&gt;x&lt;/b&gt;", new TemplateSet([new("t", "{{ ours }}{{ theirs }}")]).Render("t", model, Escaping.Html));
    }

    [Fact]
    public void AValueIsNeverReadAsATemplate() =>
        Assert.Equal("{{ 1 + 1 }}", new TemplateSet([new("t", "{{ v }}")]).Render("t", MapValue.With(("v", "{{ 1 + 1 }}")), Escaping.Html));

    [Theory]
    [InlineData("{{ for a in l }}{{ for b in l }}{{ for c in l }}{{ end }}{{ end }}{{ end }}", "t(1,36): the loops of this rendering took more than 500 turns")]
    [InlineData("{{ include 't' }}", "t(1,4): includes are more than 4 deep; does 't' include itself?")]
    [InlineData("{{ for a in l }}{{ 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 }}{{ end }}{{ for a in l }}{{ 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 }}{{ end }}", null)]
    [InlineData("{{ for a in l }}0123456789{{ end }}0123456789", "t(1,36): the output is longer than 200 characters")]
    public void ARenderingIsBounded(string template, string? expected)
    {
        var limits = new TemplateLimits { LoopTurns = 500, Steps = 2_000, OutputLength = 200, IncludeDepth = 4 };
        var model = MapValue.With(("l", TemplateValue.Of(Enumerable.Range(0, 20).Select(i => TemplateValue.Of(i)))));
        string Run() => new TemplateSet([new("t", template)], limits).Engines[^1].Render("t", model, Escaping.Html)!;

        if (expected is null)
            Assert.Equal(80, Run().Length);
        else
            Assert.Equal(expected, Assert.Throws<TemplateException>(Run).Message);
    }

    [Fact]
    public void StepsAreBounded()
    {
        var limits = new TemplateLimits { Steps = 10 };

        Assert.EndsWith("this rendering took more than 10 steps", Assert.Throws<TemplateException>(
            () => new TemplateSet([new("t", string.Concat(Enumerable.Repeat("{{ 1 }}", 20)))], limits).Render("t", MapValue.With(), Escaping.Html)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("-", "")]
    [InlineData("a[", "]")]
    public void DeepNestingIsRefusedInsteadOfExhaustingTheStack(string open, string close)
    {
        var template = "{{ " + string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000)) + " }}";

        Assert.EndsWith("nested too deeply", Assert.Throws<TemplateException>(() => new TemplateSet([new("t", template)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepBlocksAreRefused() =>
        Assert.EndsWith("nested too deeply", Assert.Throws<TemplateException>(
            () => new TemplateSet([new("t", string.Concat(Enumerable.Repeat("{{ if true }}", 50_000)))])).Message, StringComparison.Ordinal);

    [Fact]
    public void ALongChainOfOperatorsIsRefusedRatherThanExhaustingTheStack() =>
        Assert.EndsWith("nested too deeply", Assert.Throws<TemplateException>(
            () => new TemplateSet([new("t", "{{ 1" + string.Concat(Enumerable.Repeat(" + 1", 100_000)) + " }}")])).Message, StringComparison.Ordinal);

    [Fact]
    public void AnyTextIsEitherATemplateOrAnErrorWithItsPlace()
    {
        var random = new Random(11);
        string[] parts = ["{{", "}}", "{{-", "~}}", " if ", " for ", " end ", " else ", " x ", " in ", "'", "\"", "|", "(", ")", "[", "]", ".", "$1", "\n", "text", " string.upcase ", " case ", " when ", "??", "5", "#", "\\"];
        for (var round = 0; round < 5_000; round++)
        {
            var template = string.Concat(random.GetItems(parts, random.Next(14)));
            try
            {
                _ = new TemplateSet([new("t", template)]);
            }
            catch (TemplateException problem)
            {
                Assert.InRange(problem.Position.Line, 1, template.Count(c => c == '\n') + 1);
                Assert.InRange(problem.Position.Column, 1, template.Length + 1);
            }
        }
    }
}
