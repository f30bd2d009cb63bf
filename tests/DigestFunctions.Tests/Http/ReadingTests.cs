using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Digest.Functions.Hosting;

namespace Digest.Functions.Tests.Http;

/// <summary>How digests are read over HTTP.</summary>
public sealed class ReadingTests(PublishedDay published) : IClassFixture<PublishedDay>
{
    private readonly StartedApp app = published.App;

    [Theory]
    [InlineData("/digests/2023-11-22", "", "text/html")]
    [InlineData("/digests/2023-11-22", "application/json", "application/json")]
    [InlineData("/digests/2023-11-22", "text/plain", "text/plain")]
    [InlineData("/digests/2023-11-22", "text/*", "text/html")]
    [InlineData("/digests/2023-11-22", "text/html;q=0.4, application/json;q=0.5", "application/json")]
    [InlineData("/digests/2023-11-22", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("/digests/2023-11-22", "application/json;q=0, */*", "text/html")]
    // What there is not is no reason to show nothing.
    [InlineData("/digests/2023-11-22", "image/png", "text/html")]
    [InlineData("/digests/2023-11-22", ";;q=q,,,", "text/html")]
    // The suffix wins.
    [InlineData("/digests/2023-11-22.txt", "application/json", "text/plain")]
    [InlineData("/digests/2023-11-22/editions/1.json", "text/html", "application/json")]
    [InlineData("/api/digests/2023-11-22.json", "", "application/json")]
    [InlineData("/digests/2023-11-22/", "", "text/html")]
    [InlineData("/digests", "application/json", "application/json")]
    [InlineData("/digests?format=txt", "", "text/plain")]
    [InlineData("/", "", "text/html")]
    public async Task TheFormIsTheReadersChoice(string path, string accept, string mediaType)
    {
        using var answer = await app.GetAsync(path, accept.Length > 0 ? [("Accept", accept)] : []);

        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(path.Contains("2023-11-22.", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal) ? [] : ["Accept"], answer.Headers.Vary);
    }

    [Theory]
    [InlineData("If-None-Match", "{0}", true)]
    [InlineData("If-None-Match", "W/{0}", true)]
    [InlineData("If-None-Match", "*", true)]
    [InlineData("If-None-Match", "\"other\", W/\"with, comma\",{0}", true)]
    [InlineData("If-None-Match", "\"other\"", false)]
    [InlineData("If-None-Match", "other", false)]
    [InlineData("If-None-Match", "\"open", false)]
    [InlineData("If-Modified-Since", "{1}", true)]
    [InlineData("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT", false)]
    [InlineData("If-Modified-Since", "yesterday", false)]
    public async Task AReaderWhoHasItIsNotSentItAgain(string header, string value, bool hasIt)
    {
        using var first = await app.GetAsync("/digests/2023-11-22.json");
        var (etag, modified) = (first.Headers.ETag!, first.Content.Headers.LastModified!.Value);
        Assert.False(etag.IsWeak);

        using var again = await app.GetAsync("/digests/2023-11-22.json", (header, string.Format(CultureInfo.InvariantCulture, value, etag.Tag, modified.ToString("R", CultureInfo.InvariantCulture))));

        Assert.Equal(hasIt ? HttpStatusCode.NotModified : HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(etag, again.Headers.ETag);
        Assert.Equal(hasIt, (await again.Content.ReadAsByteArrayAsync()).Length == 0);
    }

    [Theory]
    [InlineData("/digests/2023-11-22", "https://digest.example.org/digests/2023-11-22/editions/1.html")]
    [InlineData("/digests/2023-11-22.ninjs.json?profile=3.1", "https://digest.example.org/digests/2023-11-22/editions/1.ninjs.json?profile=3.1")]
    [InlineData("/digests/2023-11-21/editions/1.txt", "https://digest.example.org/digests/2023-11-21/editions/1.txt")]
    public async Task AnAnswerSaysWhereWhatItHoldsIsForEver(string path, string place)
    {
        using var answer = await app.GetAsync(path);
        using var there = await app.GetAsync(new Uri(place).PathAndQuery);

        Assert.Equal(place, answer.Content.Headers.ContentLocation!.OriginalString);
        Assert.Equal(await answer.Content.ReadAsByteArrayAsync(), await there.Content.ReadAsByteArrayAsync());
        Assert.Contains(answer.Headers.GetValues("Link"), link => link.Contains("rel=\"canonical\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task IfNoneMatchIsAllThatCountsWhereItIsGiven()
    {
        using var first = await app.GetAsync("/digests/2023-11-22.json");
        using var again = await app.GetAsync("/digests/2023-11-22.json", ("If-None-Match", "\"other\""), ("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData("/digests/2023-11-22.txt")]
    [InlineData("/digests")]
    [InlineData("/feeds/atom.xml")]
    public async Task HeadIsGetWithoutTheBody(string path)
    {
        using var got = await app.GetAsync(path);
        using var headed = await app.SendAsync(HttpMethod.Head, path);

        Assert.Equal((got.StatusCode, got.Headers.ETag, got.Content.Headers.ContentLength, got.Content.Headers.ContentType), (headed.StatusCode, headed.Headers.ETag, headed.Content.Headers.ContentLength, headed.Content.Headers.ContentType));
        Assert.Empty(await headed.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/digests/2023-11-22", "public, max-age=60, stale-while-revalidate=300")]
    [InlineData("/digests/2023-11-22/editions/1", "public, max-age=31536000, immutable")]
    [InlineData("/digests/latest", "no-cache")]
    [InlineData("/drafts/2023-11-22", "no-cache, private")]
    [InlineData("/health/live", "no-store")]
    [InlineData("/nothing", "no-store")]
    public async Task HowLongAnAnswerMayBeKeptFollowsFromWhatItIs(string path, string expected)
    {
        using var answer = await app.GetAsync(path);

        Assert.Equal(expected.Split(", ").Order(StringComparer.Ordinal), answer.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/digests/2023-11-20", HttpStatusCode.NotFound, "No digest of 2023-11-20 is published.")]
    [InlineData("/digests/yesterday", HttpStatusCode.BadRequest, "“yesterday” is no date; expected one as 2023-11-22")]
    [InlineData("/digests/2023-02-30", HttpStatusCode.BadRequest, "“2023-02-30” is no date")]
    [InlineData("/digests/2023-11-22.pdf", HttpStatusCode.NotFound, "there are .html, .json, .txt, .ninjs.json, .fragment.html")]
    [InlineData("/digests/2023-11-22.ninjs.json?profile=9", HttpStatusCode.BadRequest, "expected 1.6 or 3.1")]
    [InlineData("/digests/2023-11-22/editions/7", HttpStatusCode.NotFound, "There is no edition 7 of 2023-11-22.")]
    [InlineData("/digests/2023-11-22/editions/first", HttpStatusCode.BadRequest, "“first” is no edition")]
    [InlineData("/digests?before=x", HttpStatusCode.BadRequest, "“x” is no date")]
    [InlineData("/digests?format=pdf", HttpStatusCode.BadRequest, "expected ?format=")]
    [InlineData("/feeds/news.xml", HttpStatusCode.NotFound, "there are atom.xml, feed.json, rss.xml")]
    [InlineData("/drafts/soon", HttpStatusCode.BadRequest, "“soon” is no draft")]
    [InlineData("/u/abc", HttpStatusCode.NotFound, "not one of ours")]
    [InlineData("/u/preview", HttpStatusCode.NotFound, "was a preview")]
    [InlineData("/admin.php", HttpStatusCode.NotFound, "Nothing is at “/admin.php”")]
    [InlineData("/IngestArticle", HttpStatusCode.NotFound, "Nothing is at “/IngestArticle”")]
    [InlineData("/%3Cscript%3Ealert(1)%3C/script%3E", HttpStatusCode.NotFound, "Nothing is at “/<script>alert(1)</script>”")]
    public async Task WhatIsNotThereIsSaidWithWhatIs(string path, HttpStatusCode status, string said)
    {
        using var page = await app.GetAsync(path, ("Accept", "text/html"));
        using var problem = await app.GetAsync(path, ("Accept", "application/json"));

        Assert.Equal((status, status), (page.StatusCode, problem.StatusCode));
        var html = await page.Content.ReadAsStringAsync();
        if (page.Content.Headers.ContentType!.MediaType == "text/html")
            Assert.Contains(WebUtility.HtmlEncode(said).Replace("&#8220;", "“", StringComparison.Ordinal).Replace("&#8221;", "”", StringComparison.Ordinal), html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType!.MediaType);
        Assert.Contains(said, (string)JsonNode.Parse(await problem.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongAddressIsNotSaidBackWhole()
    {
        using var answer = await app.GetAsync("/" + new string('x', 5000));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain(new string('x', 100), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWithdrawnDaySaysSoAndItsEditionsStay()
    {
        using var day = await app.GetAsync("/digests/2023-11-21");
        using var notice = await app.GetAsync("/digests/2023-11-21/editions/2");
        using var first = await app.GetAsync("/digests/2023-11-21/editions/1");

        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.OK, HttpStatusCode.OK], [day.StatusCode, notice.StatusCode, first.StatusCode]);
        Assert.Contains("withdrawn", await day.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        using var corrections = await app.GetAsync("/corrections");
        Assert.Contains("/digests/2023-11-21", await corrections.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE", "/digests/2023-11-22", "GET, HEAD")]
    [InlineData("PUT", "/u/abc", "GET, HEAD, POST")]
    [InlineData("OPTIONS", "/", "GET, HEAD")]
    public async Task ReadingIsAllThatCanBeDone(string method, string path, string allowed)
    {
        using var answer = await app.SendAsync(new HttpMethod(method), path);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, allowed), (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/digests/2023-11-22")]
    [InlineData("/nothing")]
    [InlineData("/method")]
    [InlineData("/report-error")]
    [InlineData("/digests/2023-11-22.json")]
    [InlineData("/feeds/atom.xml")]
    [InlineData("/health/ready")]
    public async Task NothingRunsAndNothingIsLoadedThatDoesNotStandInThePage(string path)
    {
        using var answer = await app.GetAsync(path);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        if (answer.Content.Headers.ContentType!.MediaType == "text/html")
        {
            var style = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)];
            Assert.Contains($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheFeedsHaveEachDaysLastEdition()
    {
        using var atom = await app.GetAsync("/feeds/atom.xml");
        using var rss = await app.GetAsync("/feeds/rss.xml");
        using var json = await app.GetAsync("/feeds/feed.json");

        Assert.Equal(("application/atom+xml", "application/rss+xml", "application/feed+json"), (atom.Content.Headers.ContentType!.MediaType, rss.Content.Headers.ContentType!.MediaType, json.Content.Headers.ContentType!.MediaType));
        string[] ids = ["tag:digest.example.org,2023:daily/2023-11-22", "tag:digest.example.org,2023:daily/2023-11-21"];
        XNamespace ns = "http://www.w3.org/2005/Atom";
        Assert.Equal(ids, XDocument.Parse(await atom.Content.ReadAsStringAsync()).Root!.Elements(ns + "entry").Select(entry => entry.Element(ns + "id")!.Value));
        Assert.Equal(ids, XDocument.Parse(await rss.Content.ReadAsStringAsync()).Root!.Element("channel")!.Elements("item").Select(item => item.Element("guid")!.Value));
        Assert.Equal(ids, JsonNode.Parse(await json.Content.ReadAsStringAsync())!["items"]!.AsArray().Select(item => (string)item!["id"]!));
    }

    [Fact]
    public async Task EveryRouteIsInTheDescriptionForPrograms()
    {
        using var answer = await app.GetAsync("/openapi.json");
        var paths = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["paths"]!.AsObject();

        var routes = FunctionCatalog.All.Select(function => function.Trigger).OfType<Trigger.Http>().Where(http => !http.Route.Text.StartsWith("{*", StringComparison.Ordinal)).ToList();
        Assert.Equal(routes.Select(http => $"/{http.Route.Text}").Order(StringComparer.Ordinal), paths.Select(path => path.Key).Order(StringComparer.Ordinal));
        Assert.All(routes, http => Assert.Equal(
            http.Methods.Where(method => method != "head").Order(StringComparer.Ordinal),
            paths[$"/{http.Route.Text}"]!.AsObject().Select(operation => operation.Key).Where(key => key != "parameters").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task WhatAPageLinksToOnItsOwnSiteIsThere()
    {
        foreach (var path in new[] { "/", "/digests/2023-11-22", "/nothing", "/method", "/corrections" })
        {
            using var page = await app.GetAsync(path);
            var html = await page.Content.ReadAsStringAsync();
            foreach (var link in html.Split("href=\"").Skip(1).Select(part => WebUtility.HtmlDecode(part[..part.IndexOf('"', StringComparison.Ordinal)]))
                .Where(link => link.StartsWith("https://digest.example.org", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
            {
                var target = new Uri(link);
                using var answer = await app.GetAsync(target.PathAndQuery);
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.TemporaryRedirect or HttpStatusCode.Gone, $"{path} links to {link}: {answer.StatusCode}");
            }
        }
    }
}
