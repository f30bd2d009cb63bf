using Digest.Rendering;
using Digest.Rendering.Templates;

namespace Digest.Tests.Rendering.Templates;

/// <summary>Every construct of the subset. The results are those that Scriban gives for the same template.</summary>
public sealed class TemplateLanguageTests
{
    internal static readonly MapValue Model = MapValue.With(
        ("name", "Al Qaim"),
        ("none", TemplateValue.Null),
        ("empty_text", ""),
        ("three", 3),
        ("zero", 0),
        ("yes", true),
        ("no", false),
        ("day", new DateValue(new DateTime(2023, 11, 2, 9, 5, 0, DateTimeKind.Utc))),
        ("mark", new MarkupValue("<b>ours</b>")),
        ("towns", TemplateValue.Of([TemplateValue.Of("Basra"), TemplateValue.Of("Erbil"), TemplateValue.Of("Mosul")])),
        ("nobody", TemplateValue.Of([])),
        ("claim", MapValue.With(("who", "Kataib Hezbollah"), ("count", 8), ("note", TemplateValue.Null))),
        ("claims", TemplateValue.Of([MapValue.With(("count", 8)), MapValue.With(("count", 5))])));

    /// <summary>What every engine of this build makes of a template: one result.</summary>
    internal static string Render(string template, Escaping escaping = Escaping.None, TemplateLimits? limits = null, params (string Name, string Text)[] others) =>
        Assert.Single(Set(template, limits, others).Engines.Select(engine => engine.Render("t", Model, escaping)).Distinct(StringComparer.Ordinal))!;

    internal static TemplateSet Set(string template, TemplateLimits? limits = null, params (string Name, string Text)[] others) =>
        new([new("t", template), .. others.Select(other => new KeyValuePair<string, string>(other.Name, other.Text))], limits);

    [Theory]
    [InlineData("plain { text } stays", "plain { text } stays")]
    [InlineData("", "")]
    [InlineData("{{ name }}", "Al Qaim")]
    [InlineData("{{name}}", "Al Qaim")]
    [InlineData("{{ three }} {{ yes }} {{ no }}", "3 true false")]
    [InlineData("[{{ none }}]", "[]")]
    [InlineData("[{{ }}]", "[]")]
    [InlineData("{{ claim.who }}", "Kataib Hezbollah")]
    [InlineData("{{ towns[1] }} {{ claims[0].count }}", "Erbil 8")]
    [InlineData("{{ towns.size }}", "3")]
    [InlineData("{{ \"a\\tb\\n\\\"c\\\" \\u00e9\" }}", "a\tb\n\"c\" é")]
    [InlineData("{{ name # a note }}", "Al Qaim")]
    [InlineData("{{ ## a longer\nnote ## name }}", "Al Qaim")]
    [InlineData("{{ name; three }}", "Al Qaim3")]
    [InlineData("{{ name\nthree }}", "Al Qaim3")]
    [InlineData("{{ \"{{\" }}", "{{")]
    [InlineData("{{ day }}", "02 Nov 2023")]
    public void ValuesArePrinted(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("{{ 1 + 2 * 3 }}", "7")]
    [InlineData("{{ (1 + 2) * 3 }}", "9")]
    [InlineData("{{ 10 - 2 - 3 }}", "5")]
    [InlineData("{{ -three + 1 }}", "-2")]
    [InlineData("{{ 'a' + 'b' + 1 }}", "ab1")]
    [InlineData("{{ three == 3 && name == 'Al Qaim' }}", "true")]
    [InlineData("{{ three != 3 || no }}", "false")]
    [InlineData("{{ 2 < three && three <= 3 && 4 > three && three >= 3 }}", "true")]
    [InlineData("{{ 1 + 1 == 2 }}", "true")]
    [InlineData("{{ !no }}", "true")]
    [InlineData("{{ !three }}", "false")]                                 // any number is true
    [InlineData("{{ none == null }} {{ name == null }} {{ name != null }}", "true false true")]
    [InlineData("{{ none ?? 'nothing' }}", "nothing")]
    [InlineData("{{ name ?? 'nothing' }}", "Al Qaim")]
    [InlineData("{{ no ?? 'nothing' }}", "false")]                        // false is not null
    [InlineData("{{ yes ? 'in' : 'out' }}", "in")]
    [InlineData("{{ three > 5 ? 'many' : 'few' }}", "few")]
    [InlineData("{{ 'a' < 'b' }}", "true")]
    public void ExpressionsAreEvaluated(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("{{ if yes }}a{{ end }}", "a")]
    [InlineData("{{ if none }}a{{ else }}b{{ end }}", "b")]
    [InlineData("{{ if no }}a{{ else if three == 3 }}b{{ else }}c{{ end }}", "b")]
    [InlineData("{{ if zero }}a{{ end }}{{ if empty_text }}b{{ end }}{{ if nobody }}c{{ end }}", "abc")]
    [InlineData("{{ if !none }}a{{ end }}", "a")]
    [InlineData("{{ if yes; name; end }}", "Al Qaim")]
    [InlineData("{{ case three }}{{ when 1, 2 }}few{{ when 3 }}three{{ else }}more{{ end }}", "three")]
    [InlineData("{{ case name }}{{ when 'Basra' }}b{{ else }}other{{ end }}", "other")]
    [InlineData("{{ case none }}{{ when 'Basra' }}b{{ end }}", "")]
    [InlineData("{{ for town in towns }}{{ town }} {{ end }}", "Basra Erbil Mosul ")]
    [InlineData("{{ for town in nobody }}{{ town }}{{ else }}none{{ end }}", "none")]
    [InlineData("{{ for town in none }}{{ town }}{{ else }}none{{ end }}", "none")]
    [InlineData("{{ for t in towns }}{{ for.index }}{{ for.rindex }}{{ end }}", "021120")]
    [InlineData("{{ for t in towns }}{{ t }}{{ if !for.last }}, {{ end }}{{ end }}", "Basra, Erbil, Mosul")]
    [InlineData("{{ for t in towns }}{{ if for.first }}[{{ end }}{{ for.even }}{{ end }}", "[truefalsetrue")]
    [InlineData("{{ for t in towns }}{{ for.length }}{{ end }}", "333")]
    [InlineData("{{ for t in towns }}{{ for c in claims }}{{ c.count }}{{ end }}{{ for.index }} {{ end }}", "850 851 852 ")]
    [InlineData("{{ for t in towns | array.limit 2 }}{{ t }}{{ end }}", "BasraErbil")]
    [InlineData("{{ for t in towns }}a{{ end }}{{ for t in towns }}b{{ end }}", "aaabbb")]
    public void BlocksChooseAndRepeat(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("a  {{- name -}}  b", "aAl Qaimb")]
    [InlineData("a \n {{- name -}} \n b", "aAl Qaimb")]
    [InlineData("a \n  {{~ name }}", "a \nAl Qaim")]
    [InlineData("{{ name ~}} \n  b", "Al Qaim  b")]
    [InlineData("{{ name ~}} \n\n  b", "Al Qaim\n  b")]
    [InlineData("<ul>\n  {{~ for t in towns ~}}\n  <li>{{ t }}</li>\n  {{~ end ~}}\n</ul>", "<ul>\n  <li>Basra</li>\n  <li>Erbil</li>\n  <li>Mosul</li>\n</ul>")]
    [InlineData("a {{ name }} b", "a Al Qaim b")]
    [InlineData("{{ yes }}\n{{ no }}", "true\nfalse")]
    public void WhiteSpaceIsControlled(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("{{ 'a<b>' | html.escape }}", "a&lt;b&gt;")]
    [InlineData("{{ name | string.upcase }}", "AL QAIM")]
    [InlineData("{{ string.downcase name }}", "al qaim")]
    [InlineData("{{ 'one' | string.capitalize }}", "One")]
    [InlineData("{{ ' a ' | string.strip }}", "a")]
    [InlineData("{{ name | string.size }}", "7")]
    [InlineData("{{ name | string.append '!' | string.prepend '>' }}", ">Al Qaim!")]
    [InlineData("{{ name | string.replace 'Al ' 'al-' }}", "al-Qaim")]
    [InlineData("{{ name | string.contains 'Qa' }} {{ name | string.starts_with 'Al' }} {{ name | string.ends_with 'x' }}", "true true false")]
    [InlineData("{{ 'The cat came back' | string.truncate 10 }}", "The cat...")]
    [InlineData("{{ 'The cat came back' | string.truncate 8 '…' }}", "The cat…")]
    [InlineData("{{ 'short' | string.truncate 10 }}", "short")]
    [InlineData("{{ three | string.pluralize 'person' 'people' }} {{ 1 | string.pluralize 'person' 'people' }}", "people person")]
    [InlineData("{{ towns | array.size }} {{ towns | array.first }} {{ towns | array.last }}", "3 Basra Mosul")]
    [InlineData("{{ nobody | array.first }}", "")]
    [InlineData("{{ towns | array.join ', ' }}", "Basra, Erbil, Mosul")]
    [InlineData("{{ towns | array.reverse | array.offset 1 | array.join '' }}", "ErbilBasra")]
    [InlineData("{{ towns |\n array.join ' ' }}", "Basra Erbil Mosul")]
    [InlineData("{{ if (towns | array.size) > 2 }}many{{ end }}", "many")]
    [InlineData("{{ day | date.to_string '%A %e %B %Y, %H:%M' }}", "Thursday  2 November 2023, 09:05")]
    [InlineData("{{ day | date.to_string '%a %d %b %y %F %T %R %j %m %M %S %%' }}", "Thu 02 Nov 23 2023-11-02 09:05:00 09:05 306 11 05 00 %")]
    [InlineData("{{ 'a b/é?' | html.url_encode }}", "a%20b%2F%C3%A9%3F")]
    [InlineData("{{ 'https://x.org/a b?q=é&r' | html.url_escape }}", "https://x.org/a%20b?q=%C3%A9&r")]
    public void FiltersGiveWhatScribanGives(string template, string expected) =>
        Assert.Equal(expected, Render(template, template.Contains("html.escape", StringComparison.Ordinal) ? Escaping.Html : Escaping.None));

    [Fact]
    public void AnIncludeSeesTheModelTheLoopsAroundItAndItsArguments()
    {
        var result = Render("{{ for town in towns }}{{ include 'row' claim.who for.index }};{{ end }}", others: ("row", "{{ town }} {{ name }} {{ $1 }} {{ $2 }}"));

        Assert.Equal("Basra Al Qaim Kataib Hezbollah 0;Erbil Al Qaim Kataib Hezbollah 1;Mosul Al Qaim Kataib Hezbollah 2;", result);
    }

    [Fact]
    public void ALaterTemplateReplacesAnEarlierOneOfTheSameName()
    {
        var set = new TemplateSet([new("t", "ours"), new("t", "theirs")]);

        Assert.Equal("theirs", set.Render("t", Model, Escaping.Html));
    }
}
