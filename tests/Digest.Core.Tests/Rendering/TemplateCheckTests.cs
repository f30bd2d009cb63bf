using Digest.Rendering;

namespace Digest.Tests.Rendering;

public sealed class TemplateCheckTests
{
    private static readonly List<KeyValuePair<string, string>> Shipped = [.. ModelDay.TemplateSources()];

    [Fact]
    public void TheShippedTemplatesHaveNothingWrong() => Assert.Empty(TemplateCheck.Of(Shipped, []));

    [Theory]
    [InlineData("digest.txt", "one\n{{ digest.headlin }}", "digest.txt(2,")]
    [InlineData("digest.txt", "{{ if digest.headline }}", "digest.txt(1,")]
    [InlineData("digest.txt", "{{ include \"partials/lost.txt\" }}", "digest.txt(1,4): there is no template 'partials/lost.txt'")]
    [InlineData("partials/email-claim.html", "<td>\n<b>{{ $1.figure }}</b></td>", "partials/email-claim.html(2,9): a claim's figure is printed here")]
    [InlineData("digest.txt", "{{ if digest.is_withdrawn }}{{ digest.withdrawn_why }}{{ end }}", "digest.txt(1,")]
    [InlineData("digest.txt", "{{ if digest.sources.size == 0 }}{{ digest.nothing }}{{ end }}", "digest.txt(1,")]
    [InlineData("site/message.html", "{{ for line in page.line }}{{ end }}", "site/message.html(1,")]
    [InlineData("partials/site-days.html", "{{ for day in page.days }}{{ day.figures }}{{ end }}", "partials/site-days.html(1,")]
    public void WhatIsWrongIsSaidWithItsPlace(string name, string source, string expected) =>
        Assert.StartsWith(expected, Assert.Single(TemplateCheck.Of(Shipped, [KeyValuePair.Create(name, source)])).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryTemplateThatCannotBeReadIsNamed() => Assert.Equal(
        ["digest.txt", "fragment.html"],
        TemplateCheck.Of(Shipped, [KeyValuePair.Create("fragment.html", "{{ end }}"), KeyValuePair.Create("digest.txt", "{{ for }}")]).Select(problem => problem.Template));
}
