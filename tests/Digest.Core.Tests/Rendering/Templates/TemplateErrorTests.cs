using Digest.Rendering;
using Digest.Rendering.Templates;

namespace Digest.Tests.Rendering.Templates;

/// <summary>Each thing that can be wrong, with the text and the place a designer reads.</summary>
public sealed class TemplateErrorTests
{
    private static string ErrorOf(string template, Escaping escaping = Escaping.Html, TemplateLimits? limits = null, params (string Name, string Text)[] others) =>
        // Our own engine's words: it is the last where there are two.
        Assert.Throws<TemplateException>(() => TemplateLanguageTests.Set(template, limits, others).Engines[^1].Render("t", TemplateLanguageTests.Model, escaping)).Message;

    [Theory]
    [InlineData("one\n two {{ name", "t(2,6): these braces are never closed; write }}")]
    [InlineData("{{ 'abc }}", "t(1,4): this text is never closed; write '")]
    [InlineData("{{ '\\q' }}", "t(1,5): '\\q' is not an escape; use \\n, \\r, \\t, \\\\, \\\", \\' or \\u0000")]
    [InlineData("{{ name = 1 }}", "t(1,9): assignments are not part of the subset")]
    [InlineData("{{ name & 1 }}", "t(1,9): the character '&' has no meaning within braces")]
    [InlineData("{{ 1.5x }}", "t(1,6): '5x' is not a whole number")]
    [InlineData("{{ 99999999999999999999 }}", "t(1,4): '99999999999999999999' is not a whole number")]
    [InlineData("a {%{ b }%}", "t(1,3): escape blocks {%{ }%} are not part of the subset; write {{ \"{{\" }} to print braces")]
    [InlineData("a\0b", "t(1,2): a template cannot hold the character U+0000")]
    [InlineData("{{ if yes }}a", "t(1,4): this if is never closed; write {{ end }}")]
    [InlineData("{{ for t in towns }}a", "t(1,4): this for is never closed; write {{ end }}")]
    [InlineData("a{{ end }}", "t(1,5): 'end' closes nothing: no block is open here")]
    [InlineData("{{ if yes }}a{{ else }}b{{ else }}c{{ end }}", "t(1,28): 'else' does not belong to the if of line 1")]
    [InlineData("{{ for t towns }}{{ end }}", "t(1,10): 'in' is expected here, not 'towns': for t in list")]
    [InlineData("{{ for 3 in towns }}{{ end }}", "t(1,8): the name of the loop's variable is expected here, not '3'")]
    [InlineData("{{ for date in towns }}{{ end }}", "t(1,8): 'date' is a word of the language; give the loop's variable another name")]
    [InlineData("{{ for t in towns }}{{ for t in towns }}{{ end }}{{ end }}", "t(1,28): 't' is the variable of a loop around this one; give it another name")]
    [InlineData("{{ for name in towns }}{{ end }}", "t(1,4): 'name' already names something here; give the loop's variable another name")]
    [InlineData("{{ case three }}\n{{ when 3 }}{{ end }}", "t(1,17): 'when' is expected after case, not text outside the braces; strip white space between them with ~}}")]
    [InlineData("{{ include name }}", "t(1,12): include needs the template's name in quotes, not 'name'")]
    [InlineData("{{ include 'gone' }}", "t(1,4): there is no template 'gone'")]
    [InlineData("{{ name | include 'x' }}", "t(1,11): 'include' is not a function; a value is piped into one such as string.upcase")]
    [InlineData("{{ (include 'x') }}", "t(1,5): include stands alone in its statement; its result cannot be used as a value")]
    [InlineData("{{ while yes }}{{ end }}", "t(1,4): 'while' is not part of the subset")]
    [InlineData("{{ 1 + }}", "t(1,8): a value is expected here, not the end of the statement")]
    [InlineData("{{ (1 }}", "t(1,7): ')' is expected here, not the end of the statement")]
    [InlineData("{{ name three }}", "t(1,9): the statement should end here; 'three' does not belong to it")]
    [InlineData("{{ 'it''s' }}", "t(1,8): the statement should end here; a text in quotes does not belong to it")]
    [InlineData("{{ name | string.shout }}", "t(1,11): there is no function string.shout; there are string.append, string.capitalize, string.contains, string.downcase, string.ends_with, string.pluralize, string.prepend, string.replace, string.size, string.starts_with, string.strip, string.truncate, string.upcase")]
    [InlineData("{{ name | string.replace 'a' }}", "t(1,11): string.replace is written: string.replace text old new (the first may be piped in); here it has 2")]
    [InlineData("{{ towns | array.size > 2 }}", "t(1,23): put the call before '>' in parentheses: (value | array.size list)")]
    [InlineData("{{ 'a' + 'b' | string.upcase }}", "t(1,14): put what is piped into a function in parentheses: (a + b) | string.upcase")]
    [InlineData("{{ string.append name string.upcase name }}", "t(1,23): put a call used as an argument in parentheses: (string.…)")]
    [InlineData("{{ $10 }}", "t(1,4): '$10' is not an argument of the include; they are $1 to $9")]
    [InlineData("{{ for.count }}", "t(1,8): for has no 'count'; it has index, rindex, first, last, even, odd and length")]
    public void AMistakeInTheTextIsFoundWhenTheSetIsRead(string template, string expected) => Assert.Equal(expected, ErrorOf(template));

    [Theory]
    [InlineData("a\n{{ nam }}", "t(2,4): there is no 'nam' here; there are claim, claims, day, empty_text, mark, name, no, nobody, none, three, towns, yes, zero")]
    [InlineData("{{ claim.whom }}", "t(1,10): there is no field 'whom' here; there are count, note, who")]
    [InlineData("{{ claim.note.text }}", "t(1,15): 'text' is asked of null; test with if first")]
    [InlineData("{{ name.size }}", "t(1,9): a text has no field 'size'")]
    [InlineData("{{ towns[3] }}", "t(1,9): the list has 3 items; there is none at 3")]
    [InlineData("{{ name[0] }}", "t(1,8): a text cannot be indexed with a number")]
    [InlineData("{{ towns }}", "t(1,4): a list cannot be printed; print its fields or items")]
    [InlineData("{{ claim }}", "t(1,4): an object cannot be printed; print its fields or items")]
    [InlineData("{{ for t in name }}{{ end }}", "t(1,13): for needs a list, not a text")]
    [InlineData("{{ for.index }}", "t(1,4): for.index stands outside any loop of this template")]
    [InlineData("{{ $1 }}", "t(1,4): the include passed no argument $1")]
    [InlineData("{{ three == name }}", "t(1,10): a number cannot be compared with a text")]
    [InlineData("{{ yes < no }}", "t(1,8): a boolean cannot be compared with a boolean")]
    [InlineData("{{ mark + 'a' }}", "t(1,9): '+' has no meaning between markup and a text")]
    [InlineData("{{ -name }}", "t(1,4): '-' needs a number")]
    [InlineData("{{ 9223372036854775807 + 1 }}", "t(1,24): the result of '+' is too large")]
    [InlineData("{{ none | string.upcase }}", "t(1,11): string.upcase needs a text here, not null; test with if, or give a default with ??")]
    [InlineData("{{ name | array.size }}", "t(1,11): array.size needs a list here, not a text")]
    [InlineData("{{ towns | array.limit (-1) }}", "t(1,12): array.limit needs a number from 0 on")]
    [InlineData("{{ claims | array.join ', ' }}", "t(1,13): array.join needs a list of texts or numbers; it holds an object")]
    [InlineData("{{ day | date.to_string '%Q' }}", "t(1,10): the date pattern %Q is not part of the subset; it has %a %A %b %B %d %e %F %H %j %m %M %S %T %R %y %Y %%")]
    public void AMistakeInWhatIsAskedForIsFoundWhenItIsRendered(string template, string expected) => Assert.Equal(expected, ErrorOf(template));

    [Fact]
    public void AnErrorInAnIncludeNamesTheIncludedTemplate() =>
        Assert.StartsWith("partials/row(2,4): there is no 'nam' here", ErrorOf("{{ include 'partials/row' }}", others: ("partials/row", "a\n{{ nam }}")), StringComparison.Ordinal);

    [Fact]
    public void ForSpeaksOfALoopOfItsOwnTemplateOnly() =>
        Assert.Equal("row(1,4): for.index stands outside any loop of this template", ErrorOf("{{ for t in towns }}{{ include 'row' }}{{ end }}", others: ("row", "{{ for.index }}")));

    [Fact]
    public void MarkupIsRefusedInPlainText() =>
        Assert.Equal("t(1,4): markup cannot be printed into plain text", ErrorOf("{{ mark }}", Escaping.None));

    [Fact]
    public void CheckingReportsEveryTemplateThatIsWrong()
    {
        var problems = TemplateSet.Check([new("b", "{{ if }}"), new("a", "{{ include 'c' }}"), new("d", "fine")]);

        Assert.Equal(
            ["b(1,7): a value is expected here, not the end of the statement", "a(1,4): there is no template 'c'"],
            problems.Select(problem => problem.Message));
    }

    [Fact]
    public void AnUnknownNameOfATemplateSaysWhichThereAre()
    {
        var error = Assert.Throws<ArgumentException>(() => new TemplateSet([new("a", ""), new("b", "")]).Render("c", TemplateLanguageTests.Model, Escaping.Html));

        Assert.StartsWith("There is no template 'c'; there are a, b.", error.Message, StringComparison.Ordinal);
    }
}
