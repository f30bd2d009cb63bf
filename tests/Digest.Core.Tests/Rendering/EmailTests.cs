using System.Text;
using AngleSharp.Html.Parser;
using Digest.Editions;
using Digest.Facts;
using Digest.Rendering;
using Digest.Rendering.Model;
using Digest.Rendering.Outputs;

namespace Digest.Tests.Rendering;

public sealed class EmailTests
{
    private static readonly MailReader Mail = MailReader.Read(ModelDay.Rendered["email.eml"].Content.Span);

    [Theory]
    [InlineData("From", "Daily conflict digest <digest@digest.example.org>")]
    [InlineData("To", "reader@example.org")]
    [InlineData("Reply-To", "editor@digest.example.org")]
    [InlineData("Subject", "Sources give at least 3 to 8 killed in US strikes in Iraq | 22 Nov 2023")]
    [InlineData("Date", "Wed, 22 Nov 2023 18:00:00 +0000")]
    [InlineData("References", "<2023-11-22@digest.example.org>")]
    [InlineData("List-Id", "Daily conflict digest <daily.digest.example.org>")]
    [InlineData("List-Unsubscribe", "<https://digest.example.org/u/preview>, <mailto:editor@digest.example.org?subject=unsubscribe>")]
    [InlineData("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")]
    [InlineData("Auto-Submitted", "auto-generated")]
    [InlineData("Content-Language", "en")]
    [InlineData("MIME-Version", "1.0")]
    public void TheHeadersOfAMailingListAreThere(string name, string value) => Assert.Equal(value, Mail[name]);

    [Fact]
    public void ARetriedSendIsTheSameMailAndAnotherReadersIsNot()
    {
        string Id(Recipient reader) => MailReader.Read(EmailMessage.Write(ModelDay.Rendered.Model, new("h", "t", []), reader))["Message-ID"];

        Assert.Matches("^<2023-11-22\\.e2\\.[0-9a-f]{20}@digest\\.example\\.org>$", Id(new("a@example.org", "t1")));
        Assert.Equal(Id(new("a@example.org", "t1")), Id(new("a@example.org", "t1")));
        Assert.NotEqual(Id(new("a@example.org", "t1")), Id(new("b@example.org", "t1")));
    }

    [Theory]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("<a@example.org>")]
    [InlineData("a b@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("é@example.org")]
    [InlineData("@example.org")]
    [InlineData("a@")]
    public void AnAddressThatCouldAddAHeaderOrAReaderIsRefused(string address) =>
        Assert.Throws<ArgumentException>(() => EmailMessage.Write(ModelDay.Rendered.Model, new("h", "t", []), new(address, "t")));

    [Fact]
    public void ALineEndInAHeaderIsRefused() =>
        Assert.StartsWith("A mail header cannot hold the character U+000D (at 4).", Assert.Throws<ArgumentException>(() => MimeValue.Text("Name\r\nBcc: x@example.org")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Plain subject")]
    [InlineData("Überraschung – 日本語 😀 and a long tail that goes on for more than one encoded word, until the words must be cut at a character 日本語日本語日本語日本語日本語")]
    [InlineData("=?utf-8?B?QQ==?=")]
    [InlineData(" space before and after ")]
    [InlineData("two  spaces")]
    [InlineData("averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword")]
    public void AnyTextComesBackOutOfAHeader(string text)
    {
        var message = MimeWriter.Alternative([("Subject", MimeValue.Text(text))], "t", "h");

        Assert.Equal(text, MailReader.Read(message)["Subject"]);
    }

    [Fact]
    public void AnyTextComesBackOutOfABody()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var text = new string(random.GetItems<char>("a=.é日 \tFrom\n-_?\"", random.Next(1, 300))).Trim('\n') + "x";

            var mail = MailReader.Read(MimeWriter.Alternative([], text, text + "<"));

            Assert.Equal((text, text + "<"), (mail.Text, mail.Html));
        }
    }

    [Fact]
    public void ACorrectionIsLabelledInTheSubject()
    {
        var edition = new Edition(Publication.Default, ModelDay.Day, 3, ModelDay.Edition.PublishedAt) { Kind = EditionKind.Correction, EditorNote = "Edition 2 gave seven killed. That was wrong: the source said seven wounded." };

        var rendered = EditionRenderer.Render(edition, ModelDay.Texts, ModelDay.Templates);

        Assert.StartsWith("Correction: Sources give", MailReader.Read(rendered["email.eml"].Content.Span)["Subject"], StringComparison.Ordinal);
        Assert.StartsWith("Correction, 18:00 UTC: Edition 2 gave seven killed.", rendered["email.txt"].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(1_000, true)]
    public void TheMailStaysWithinItsSizeAndKeepsClaimantsBesideFigures(int claims, bool leavesEventsToThePage)
    {
        var model = ModelMaker.Make(Crowded(claims), ModelDay.Texts);

        var body = EmailBodies.Render(model, ModelDay.Templates, Recipient.Preview);

        Assert.InRange(Encoding.UTF8.GetByteCount(body.Html), 1, EmailBodies.Budget);
        var rows = new HtmlParser().ParseDocument(body.Html).QuerySelectorAll("th[scope=row]").Select(th => th.ParentElement!).ToList();
        Assert.All(rows, row => Assert.Contains("Kataib Hezbollah", row.Children[2].TextContent, StringComparison.Ordinal));
        Assert.Equal(leavesEventsToThePage, rows.Count < claims);
        Assert.Equal(leavesEventsToThePage, body.Html.Contains("the figures of the last events", StringComparison.Ordinal));
        Assert.Equal(0, rows.Count % 5);
    }

    [Fact]
    public void StoriesThatTheMailHasNoRoomForAreNamedOrCountedInIt()
    {
        var story = ModelDay.Day.Stories[0];
        var day = ModelDay.Day with { Stories = [.. Enumerable.Range(1, 300).Select(number => story with { Id = $"s{number}", Headline = $"Story number {number}" })] };
        var model = ModelMaker.Make(new(Publication.Default, day, 1, ModelDay.Edition.PublishedAt), ModelDay.Texts);

        var body = EmailBodies.Render(model, ModelDay.Templates, Recipient.Preview);

        Assert.InRange(Encoding.UTF8.GetByteCount(body.Html), 1, EmailBodies.Budget);
        var document = new HtmlParser().ParseDocument(body.Html);
        var told = document.QuerySelectorAll("h2").Count(heading => heading.TextContent.StartsWith("Story number", StringComparison.Ordinal));
        var named = document.QuerySelectorAll("li > a").Where(link => link.TextContent.StartsWith("Story number", StringComparison.Ordinal)).ToList();
        Assert.InRange(told, 3, 100);
        Assert.Equal([.. Enumerable.Range(told + 1, 25).Select(number => $"Story number {number}")], named.Select(link => link.TextContent));
        Assert.EndsWith($"/2023-11-22#cd-story-{told + 1}", named[0].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains($"all but the headlines of 25 stories and {300 - told - 25} more stories", body.Html, StringComparison.Ordinal);
        Assert.Contains($"- Story number {told + 25} https://", body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryArticleThatAShortenedMailCitesIsInItsList()
    {
        var model = ModelMaker.Make(Crowded(1_000), ModelDay.Texts);

        var text = EmailBodies.Render(model, ModelDay.Templates, Recipient.Preview).Text;

        var list = text.IndexOf("\nSOURCES\n", StringComparison.Ordinal);
        var cited = text[..list].Split('[').Skip(1).SelectMany(part => part[..part.IndexOf(']', StringComparison.Ordinal)].Split(", ")).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(cited);
        Assert.All(cited, number => Assert.Contains($"\n{number}. ", text[list..], StringComparison.Ordinal));
    }

    [Fact]
    public void NothingIsUsedThatMailProgramsDrop()
    {
        var html = ModelDay.Rendered["email.html"].Text;
        var document = new HtmlParser().ParseDocument(html);

        string[] banned = ["svg", "img", "script", "form", "input", "iframe", "link", "section", "article", "header", "footer", "nav", "main", "details", "button", "video"];
        Assert.DoesNotContain(document.All, element => banned.Contains(element.LocalName));
        Assert.All(document.QuerySelectorAll("[style]"), element => Assert.DoesNotContain(
            element.GetAttribute("style")!.Split(';'), rule => rule.StartsWith("display:flex", StringComparison.Ordinal) || rule.Contains("grid", StringComparison.Ordinal)
                || rule.Contains("var(", StringComparison.Ordinal) || rule.Contains("rem", StringComparison.Ordinal) || rule.Contains("url(", StringComparison.Ordinal) || rule.StartsWith("border-radius", StringComparison.Ordinal)));
        Assert.All(document.QuerySelectorAll("td,th,p,li,h1,h2,h3,table,ul"), element => Assert.True(element.HasAttribute("style"), element.OuterHtml));
        Assert.DoesNotContain("data:", html, StringComparison.Ordinal);
        Assert.Single(document.QuerySelectorAll("h1"));
        Assert.InRange(ModelDay.Rendered.Model.Preheader.Length, 40, 110);
    }

    private static Edition Crowded(int claims)
    {
        var first = ModelDay.Day.Stories[0].Events[0];
        var events = Enumerable.Range(0, claims / 5).Select(e => first with
        {
            Id = $"e{e}", Label = $"Strike number {e}, 22 November",
            Claims = [.. Enumerable.Range(0, 5).Select(c => first.Claims[0] with { Id = $"c{c}", Count = CountRange.Exactly(10 + c) })],
        });
        var day = ModelDay.Day with { Stories = [ModelDay.Day.Stories[0] with { Events = [.. events] }] };
        return new(Publication.Default, day, 1, ModelDay.Edition.PublishedAt);
    }
}
