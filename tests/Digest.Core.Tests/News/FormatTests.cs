using System.IO.Compression;
using System.Text;
using Digest.News;

namespace Digest.Tests.News;

public class FormatTests
{
    private const string Page = """
        <!doctype html><html><head><title>Shelling kills three in Dorna | Gulf Times</title>
        <meta property="og:site_name" content="Gulf Times"><meta property="article:published_time" content="2025-03-10T23:30:00+03:00">
        <meta name="author" content="By Lena Farid"><link rel="canonical" href="https://example.org/dorna">
        <script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Shelling kills three in Dorna","author":[{"@type":"Person","name":"Lena Farid"},{"name":"Omar Said"}]}]}</script>
        <style>p { color: red }</style></head><body>
        <nav><ul><li><a href="/">Home</a></li><li>20 killed elsewhere, says our ticker</li></ul></nav>
        <article><header><h1>Shelling kills three in Dorna</h1><p>By Lena Farid</p><time>10 March 2025</time></header>
        <figure><img src="x.jpg"><figcaption>Four people died here in 2011 (AFP photo)</figcaption></figure>
        <p>DORNA, Syria (Gulf Wire) - Shelling killed three people in the <b>town</b> of Dorna on Monday, the mayor&nbsp;said, and it went on past midnight.</p>
        <h2>A long night</h2>
        <p>Nobody has claimed the attack, which also wounded 12 people, among them two nurses who were on their way home.</p>
        <div class="related-stories"><p>Seven killed in a bus crash</p></div>
        <p style="display: none">Nine killed in hidden text</p>
        <p><a href="/x">Two killed in Homs feud over a sheep</a></p>
        <ul><li>Two of the dead were brothers</li></ul>
        </article><footer><p>© 2025 Gulf Times</p></footer></body></html>
        """;

    [Fact]
    public void APageGivesItsMetadataAndTheTextOfItsArticleElement()
    {
        var article = Read("dorna.html", Page).Article!;

        Assert.Equal(("Shelling kills three in Dorna", "Lena Farid, Omar Said", "Gulf Times", "DORNA, Syria"), (article.Title, article.Byline, article.Outlet, article.Dateline));
        Assert.Equal((new DateOnly(2025, 3, 10), DateBasis.Stated, "https://example.org/dorna"), (article.Date!.Value, article.DateBasis, article.Url));
        Assert.Equal(
            [
                "Title: Shelling kills three in Dorna",
                "Paragraph: Shelling killed three people in the town of Dorna on Monday, the mayor said, and it went on past midnight.",
                "Subhead: A long night",
                "Paragraph: Nobody has claimed the attack, which also wounded 12 people, among them two nurses who were on their way home.",
                "ListItem: Two of the dead were brothers",
            ],
            Story(article));
    }

    [Fact]
    public void APageWithoutAnArticleElementGivesItsDensestText()
    {
        var html = "<html><body><div id=menu><p>Home</p></div><div><h1>Bomb hits market</h1><p>" + Some.Sentence(1) + "</p><p>" + Some.Sentence(2) + "</p></div><div><p>Short.</p></div></body></html>";
        var article = Read("a.html", html).Article!;

        Assert.Equal(["Title: Bomb hits market", "Paragraph: " + Some.Sentence(1), "Paragraph: " + Some.Sentence(2)], Story(article));
    }

    [Theory]
    [InlineData("<p>no article here</p>", "has no element that reads as an article")]
    [InlineData("deep", "nests its elements more than 512 deep")]
    public void APageThatHoldsNoArticleIsAProblem(string html, string message)
    {
        var reading = Read("a.html", html == "deep" ? string.Concat(Enumerable.Repeat("<div>", 100_000)) : html);

        Assert.Null(reading.Article);
        Assert.Contains(message, Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252", "<meta charset=\"windows-1252\">")]
    [InlineData("utf-8", "<meta charset=\"windows-1252\">")]   // a wrong label: the bytes are strict UTF-8
    [InlineData("utf-8", "")]
    public void APagesCharsetIsTheOneItDeclaresUnlessItsBytesSayOtherwise(string charset, string meta)
    {
        var html = $"<html><head>{meta}</head><body><article><h1>Café “blast” kills two</h1><p>{Some.Sentence(1)}</p><p>{Some.Sentence(2)}</p></article></body></html>";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(html);
        var article = ArticleReader.Read(new("a.html", charset == "utf-8" ? Encoding.UTF8.GetBytes(html) : bytes)).Article!;

        Assert.Equal("Café “blast” kills two", article.Title);
    }

    [Fact]
    public void FrontMatterStatesWhatItNames()
    {
        var article = Read("a.md", $"---\ntitle: 'Two dead: what we know'\ndate: 2025-05-06\nauthor: [A Name, B Name]\nsource: Gulf Times\nurl: https://example.org/a\n---\n\n{Some.Sentence(1)} **Two** died.\n\n## Later\n\n- one <script>alert(1)</script>\n- two\n\n{Some.Sentence(2)}\n").Article!;

        Assert.Equal(("Two dead: what we know", "A Name, B Name", "Gulf Times", "https://example.org/a"), (article.Title, article.Byline, article.Outlet, article.Url));
        Assert.Equal((new DateOnly(2025, 5, 6), DateBasis.Stated), (article.Date!.Value, article.DateBasis));
        Assert.Equal(["Title: Two dead: what we know", $"Paragraph: {Some.Sentence(1)} Two died.", "Subhead: Later", "ListItem: one <script>alert(1)</script>", "ListItem: two", $"Paragraph: {Some.Sentence(2)}"], Story(article));
    }

    [Fact]
    public void FrontMatterThatIsNoYamlIsAProblemWithItsLine()
    {
        var problem = Assert.Single(Read("a.md", "---\ntitle: ok\ndate: \"2025-03-10\n---\ntext\n").Problems);

        Assert.Equal(3, problem.Line);
        Assert.StartsWith("a.md(3,", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rss><channel><title>Gulf Times</title><item><title>Two &amp;amp; more dead</title><pubDate>Mon, 10 Mar 2025 21:30:00 GMT</pubDate><author>a@example.org (A Name)</author><link>https://example.org/a</link><description>&lt;p&gt;{0}&lt;/p&gt;&lt;p&gt;{1}&lt;/p&gt;</description></item></channel></rss>")]
    [InlineData("<?xml version=\"1.0\"?><entry xmlns=\"http://www.w3.org/2005/Atom\"><source>Gulf Times</source><title>Two &amp; more dead</title><updated>2025-03-12T01:00:00Z</updated><published>2025-03-10T21:30:00Z</published><author><name>A Name</name></author><link href=\"https://example.org/a\"/><content type=\"html\">&lt;p&gt;{0}&lt;/p&gt;&lt;p&gt;{1}&lt;/p&gt;</content></entry>")]
    public void AFeedsItemIsAnArticle(string xml)
    {
        var article = Read("a.xml", string.Format(null, xml, Some.Sentence(1), Some.Sentence(2))).Article!;

        Assert.Equal(("Two & more dead", "A Name", "Gulf Times", "https://example.org/a"), (article.Title, article.Byline, article.Outlet, article.Url));
        Assert.Equal((new DateOnly(2025, 3, 10), DateBasis.Stated), (article.Date!.Value, article.DateBasis));
        Assert.Equal(["Title: Two & more dead", "Paragraph: " + Some.Sentence(1), "Paragraph: " + Some.Sentence(2)], Story(article));
    }

    [Theory]
    [InlineData("""{"title":"Two dead","body":"%1\n\n%2","date":"2025-03-10","author":"A Name","source":"Gulf Times","url":"https://example.org/a"}""")]
    [InlineData("""{"uri":"https://example.org/a","type":"text","versioncreated":"2025-03-10T10:37:00Z","byline":"A Name","headline":"Two dead","body_text":"%1\n%2","copyrightholder":"Gulf Times"}""")]
    [InlineData("""{"uri":"https://example.org/a","versioncreated":"2025-03-10T10:37:00Z","byline":"A Name","headline":"Two dead","body_xhtml":"<p>%1</p><p>%2</p>","source":"Gulf Times"}""")]
    [InlineData("""{"uri":"https://example.org/a","versionCreated":"2025-03-10T10:37:00Z","by":"A Name","provider":"Gulf Times","headlines":[{"role":"main","value":"Two dead"}],"bodies":[{"role":"main","contentType":"text/plain","value":"%1\n%2"}]}""")]
    [InlineData("""[{"uri":"https://example.org/a","versionCreated":"2025-03-10T10:37:00Z","by":"A Name","provider":"Gulf Times","headlines":[{"value":"Two dead"}],"bodies":[{"contentType":"text/plain","value":"plain"},{"contentType":"text/html","value":"<p>%1</p><p>%2</p>"}]}]""")]
    public void JsonAndNinjsOfAllKindsGiveTheSameArticle(string json)
    {
        var article = Read("a.json", json.Replace("%1", Some.Sentence(1), StringComparison.Ordinal).Replace("%2", Some.Sentence(2), StringComparison.Ordinal)).Article!;

        Assert.Equal(("Two dead", "A Name", "Gulf Times", "https://example.org/a"), (article.Title, article.Byline, article.Outlet, article.Url));
        Assert.Equal((new DateOnly(2025, 3, 10), DateBasis.Stated), (article.Date!.Value, article.DateBasis));
        Assert.Equal(["Title: Two dead", "Paragraph: " + Some.Sentence(1), "Paragraph: " + Some.Sentence(2)], Story(article));
    }

    [Fact]
    public void AWordDocumentGivesItsParagraphs()
    {
        var xml = $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Two </w:t></w:r><w:r><w:t>dead</w:t></w:r></w:p><w:p><w:r><w:t>10 March 2025</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">{Some.Sentence(1)}</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>one</w:t><w:br/><w:t>more</w:t></w:r></w:p></w:body></w:document>";
        var article = ArticleReader.Read(new("a.docx", Zip("word/document.xml", xml))).Article!;

        Assert.Equal(new DateOnly(2025, 3, 10), article.Date);
        Assert.Equal(["Title: Two dead", "Paragraph: " + Some.Sentence(1), "ListItem: one more"], Story(article));
    }

    [Fact]
    public void AWordDocumentThatUnpacksWithoutEndIsAProblem()
    {
        var bytes = Zip("word/document.xml", "<w>" + new string(' ', 3_000_000) + "</w>");

        Assert.Contains("unpacks to more than", Assert.Single(ArticleReader.Read(new("a.docx", bytes)).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7 …", "is a PDF")]
    [InlineData("a.txt", "%PDF-1.7 …", "is a PDF")]                      // by its first bytes, whatever its name
    [InlineData("a.rtf", "{\\rtf1 x}", "is rich text (RTF)")]
    [InlineData("a.eml", "From: a@example.org\n\nx", "is an email")]
    [InlineData("a.doc", "anything", "old binary kind")]
    [InlineData("a.txt", "one\0two", "is not text: it holds zero bytes")]
    [InlineData("a.txt", "", "is empty")]
    [InlineData("a.txt", " \n \u00A0 ", "holds no text")]
    [InlineData("a.docx", "PK\u0003\u0004 not a zip", "is a damaged zip")]
    [InlineData("a.json", "{\"title\": \"x\",\n \"body\": }", "is not valid JSON")]
    [InlineData("a.json", "{\"title\": \"x\"}", "is JSON without a text")]
    [InlineData("a.json", "[{}, {}]", "is a list of 2 values")]
    [InlineData("a.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><item>&a;</item>", "is not well-formed XML")]
    [InlineData("a.xml", "<opml/>", "is XML with the root <opml>")]
    [InlineData("a.xml", "<rss><channel><item/><item/></channel></rss>", "is a feed of 2 items")]
    [InlineData("a.xml", "<item><title>x</title></item>", "has an item without content")]
    public void WhatIsNotReadSaysWhyAndWhatToDo(string name, string content, string message)
    {
        var reading = Read(name, content);

        Assert.Null(reading.Article);
        Assert.Contains(message, Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenJsonIsReportedAtItsLine()
    {
        Assert.StartsWith("a.json(2,10): is not valid JSON", Assert.Single(Read("a.json", "{\"title\": \"x\",\n \"body\": }").Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnUploadLargerThanTheLimitIsAProblem()
    {
        var reading = ArticleReader.Read(new("a.txt", new byte[ArticleReader.MostBytes + 1]));

        Assert.Equal("a.txt(0,0): has 5242881 bytes; at most 5242880 are read. Upload the article's text alone.", Assert.Single(reading.Problems).ToString());
    }

    [Theory]
    [InlineData("text/html", "Title: Two dead")]
    [InlineData("text/plain; charset=utf-8", "Title: Two dead")]   // a page by its first bytes
    public void ANameWithoutAnEndingIsReadByMediaTypeAndOpening(string mediaType, string first)
    {
        var html = $"<html><body><article><h1>Two dead</h1><p>{Some.Sentence(1)}</p><p>{Some.Sentence(2)}</p></article></body></html>";
        var article = ArticleReader.Read(new("upload", Encoding.UTF8.GetBytes(html)) { ContentType = mediaType }).Article!;

        Assert.Equal(first, Story(article)[0]);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public void OnlyAddressesOfTheWebAreKept(string url)
    {
        Assert.Null(Read("a.json", $"{{\"title\":\"x\",\"body\":\"{Some.Sentence(1)}\",\"url\":\"{url}\"}}").Article!.Url);
    }

    private static ArticleReading Read(string name, string content) => ArticleReader.Read(new(name, Encoding.UTF8.GetBytes(content)));

    private static string[] Story(Article article) => [.. article.Blocks.Where(block => block.IsStory).Select(block => $"{block.Kind}: {block.Span.In(article.Text)}")];

    private static byte[] Zip(string entry, string content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write(content);
        }

        return bytes.ToArray();
    }
}
