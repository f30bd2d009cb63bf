using System.Text;
using System.Text.Json;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.News;
using Digest.Rendering;
using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;
using Digest.Tests.Rendering;
using Digest.Text;

namespace Digest.Tests.Days;

/// <summary>Whom and what the articles of a day name, from our rules and a text-analytics service.</summary>
public sealed class NameIndexTests
{
    private static readonly DateOnly Date = new(2024, 1, 25);

    [Fact]
    public void WhereNoServiceWasAskedThereIsNoIndex() => Assert.Null(Fold(Read("a", "Shelling killed three people in Kherson, Mayor Ana Silva said.")).Names);

    [Theory]
    [InlineData("Mayor Ana Silva said the bridge was hit.", "Person:Ana Silva", "Person Ana Silva both 1")]
    // A service's view of the sentence decides what a name is that our tables do not have.
    [InlineData("\"The school is open,\" Green Crescent said.", "Organisation:Green Crescent", "Organisation Green Crescent both 1")]
    [InlineData("Hezbollah said its men fired rockets at a base in Zarit.", "Organisation:Hezbollah", "Organisation Hezbollah both 1")]
    // The table's name stands for every spelling.
    [InlineData("Zaporizhzhia was dark. Zaporozhye was quiet.", "Place:Zaporizhzhia;Place:Zaporozhye", "Place Zaporizhzhia service 1")]
    [InlineData("The bridge in Unterwasserdorf was hit.", "Place:Unterwasserdorf", "Place Unterwasserdorf service 1")]
    // Line ends within a name are the page's, not the name's.
    [InlineData("The bridge was hit, Blue\nLantern Relief reported.", "Organisation:Blue\nLantern Relief", "Organisation Blue Lantern Relief service 1")]
    public void ANameIsListedWithWhoFoundIt(string text, string said, string expected) => Assert.Contains(expected, Listed(Fold(Enriched("a", text, said))));

    [Theory]
    // Not everybody whose name stands in an article belongs into an index.
    [InlineData("The bridge was hit near the house of Maria Kovalenko.", "Person:Maria Kovalenko")]
    // A country is nobody who acts, and an office is a description.
    [InlineData("Israel said it hit the bridge.", "Organisation:Israel")]
    [InlineData("The prime minister said the bridge was hit.", "Person:prime minister")]
    [InlineData("The bridge at the border was hit.", "Place:border")]
    [InlineData("At 9 the bridge was hit.", "Person:9")]
    public void WhatIsNoNameOfAnActorIsNotListed(string text, string said) => Assert.Empty(Listed(Fold(Enriched("a", text, said))));

    [Fact]
    public void ASurnameIsCompletedByTheOnePersonWhoBearsIt()
    {
        var names = Listed(Fold(
            Enriched("a", "Oleksandr Prokudin came. \"The bridge was hit,\" Prokudin said.", "Person:Oleksandr Prokudin;Person:Prokudin"),
            Enriched("b", "\"The road was hit,\" Prokudin said.", "Person:Prokudin")));

        Assert.Equal(["Person Oleksandr Prokudin both 1,2"], names);
    }

    [Fact]
    public void ASurnameThatTwoBearStaysAlone() => Assert.Equal(["Person Silva both 2"], Listed(Fold(
        Enriched("a", "Ana Silva and Rui Silva came.", "Person:Ana Silva;Person:Rui Silva"),
        Enriched("b", "\"The bridge was hit,\" Silva said.", "Person:Silva"))));

    [Fact]
    public void NothingElseOfTheDayIsAnyOther()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var facts = new RandomFacts(seed).Articles().ToList();
            var plain = RandomFacts.Fold(facts).Day;
            var enriched = RandomFacts.Fold([.. facts.Select(f => f with { Enrichment = EveryWord(f.Article) })]).Day;

            Assert.NotNull(enriched.Names);
            Assert.Equal(JsonSerializer.Serialize(plain), JsonSerializer.Serialize(enriched with { Names = null }));
        }
    }

    [Fact]
    public void TheIndexDoesNotDependOnOrderOrRepetition()
    {
        var articles = Enumerable.Range(0, 6).Select(i => Enriched($"a{i}", $"Mayor Ana Silva said bridge {i} in Kherson was hit. Green Crescent came.", "Person:Ana Silva;Place:Kherson;Organisation:Green Crescent")).ToList();
        var expected = JsonSerializer.Serialize(Fold([.. articles]).Names);

        articles.Reverse();
        Assert.Equal(expected, JsonSerializer.Serialize(Fold([.. articles, .. articles]).Names));
    }

    [Fact]
    public void OneUploadOfATextThatTheServiceWasAwayForTakesTheOthersNames()
    {
        var found = Enriched("a", "Mayor Ana Silva said the bridge was hit.", "Person:Ana Silva");
        var missed = found with { Article = found.Article with { Name = "0.txt" }, Enrichment = Enrichment.Away };

        foreach (var facts in new[] { new[] { found, missed }, [missed, found] })
            Assert.Equal((1, 0), (Fold(facts).Names!.Articles, Fold(facts).Names!.Away));
    }

    [Theory]
    [InlineData(1, 0, 0, "A text-analytics service completes the list of people, organisations and places in the data files. No figure, claimant, quotation or event comes from it.")]
    [InlineData(3, 0, 1, "It was away for one article, so the list is not whole.")]
    [InlineData(30, 1, 12, "It was away for 12 articles, so the list is not whole.")]
    [InlineData(3, 2, 0, "It could not read all of two articles, so the list may not be whole.")]
    [InlineData(3, 0, 3, "The text-analytics service that completes the list of people, organisations and places was away; the list in the data files holds what our rules name.")]
    public void TheEditionSaysWhatTheServiceHadToDoWithIt(int articles, int partial, int away, string expected)
    {
        var line = Assert.Single(NamesLine.Of(new(articles, partial, away, [])));

        Assert.Contains(expected, line.Text, StringComparison.Ordinal);
        Assert.EndsWith("No figure, claimant, quotation or event comes from it.", line.Text, StringComparison.Ordinal);
        Assert.Empty(WordingLint.Check(line));
    }

    [Fact]
    public void AnArticlesRecordKeepsWhatTheServiceSaid()
    {
        var facts = Enriched("a", "Mayor Ana Silva said the bridge in Kherson was hit.", "Person:Ana Silva;Place:Kherson");
        var record = FactsJson.Record(facts);

        var read = FactsJson.Read(record);

        Assert.Equal(Encoding.UTF8.GetString(record), Encoding.UTF8.GetString(FactsJson.Record(read)));
        Assert.Equal(facts.Enrichment!.Mentions, read.Enrichment!.Mentions.AsEnumerable());
        Assert.Equal(EnrichmentState.Complete, read.Enrichment.State);
        Assert.Throws<FormatException>(() => FactsJson.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(record).Replace("\"evidence\":\"Kherson\"", "\"evidence\":\"Kharkiv\"", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"state":"asleep","mentions":[]}""")]
    [InlineData("""{"state":"complete","mentions":[{"kind":"person","span":{"start":0,"end":400},"evidence":"x"}]}""")]
    [InlineData("""{"state":"complete","mentions":[{"kind":"number","span":{"start":0,"end":1},"evidence":"S"}]}""")]
    public void WhatIsNoEnrichmentIsSaidToBeNone(string record) =>
        Assert.Throws<FormatException>(() => FactsJson.ReadEnrichment(Encoding.UTF8.GetBytes(record), Some.Article("Shells fell.")));

    [Fact]
    public void NamesAreListedInTheDataFiles()
    {
        var edition = new Edition(Publication.Default, ModelDay.Day with { Names = new(3, 0, 0, [new(NameKind.Person, "Ana Silva", true, true, [1, 3]), new(NameKind.Place, "Kherson", false, true, [2])]) }, 1, ModelDay.Edition.PublishedAt);
        var rendered = EditionRenderer.Render(edition, ModelDay.Texts, ModelDay.Templates);

        var digest = JsonDocument.Parse(rendered["digest.json"].Content).RootElement;
        Assert.Equal("1.1", digest.GetProperty("schemaVersion").GetString());
        Assert.Equal(
            """{"articles":3,"partial":0,"away":0,"entries":[{"kind":"person","name":"Ana Silva","byRules":true,"byService":true,"sources":[1,3]},{"kind":"place","name":"Kherson","byRules":false,"byService":true,"sources":[2]}]}""",
            JsonSerializer.Serialize(digest.GetProperty("names")));
        Assert.Equal("""[{"name":"Ana Silva"}]""", JsonSerializer.Serialize(JsonDocument.Parse(rendered["ninjs-1.6.json"].Content).RootElement.GetProperty("person")));
        Assert.Equal("""[{"name":"Kherson"}]""", JsonSerializer.Serialize(JsonDocument.Parse(rendered["ninjs-3.1.json"].Content).RootElement.GetProperty("places")));
        Assert.False(JsonDocument.Parse(rendered["ninjs-3.1.json"].Content).RootElement.TryGetProperty("organisations", out _));
    }

    private static Day Fold(params ArticleFacts[] facts) => DayMerger.Merge(Date, facts);

    private static ArticleFacts Read(string name, string text)
    {
        var article = Some.Article(text, Date) with { Id = name, Name = $"{name}.txt" };
        return FactExtractor.Extract(article);
    }

    /// <param name="said">"Person:Ana Silva;Place:Kherson": what the service finds, each at its first place.</param>
    private static ArticleFacts Enriched(string name, string text, string said)
    {
        var facts = Read(name, text);
        var mentions = said.Split(';').Select(each => each.Split(':')).Select(each => new NamedMention(At(name, text, each[1]), Enum.Parse<NameKind>(each[0])));
        return facts with { Enrichment = new(EnrichmentState.Complete, "2025-11-01", [.. mentions]) };
    }

    private static Provenance At(string id, string text, string words) => text.IndexOf(words, StringComparison.Ordinal) is var start && start >= 0
        ? new(id, new(start, start + words.Length), words)
        : throw new ArgumentException($"\"{words}\" does not stand in the text.", nameof(words));

    private static Enrichment EveryWord(Article article) => new(EnrichmentState.Complete, null,
        [.. Document.Of(article).Sentences.SelectMany(sentence => sentence.Tokens).Select((token, i) => new NamedMention(new(article.Id, token.Span, token.Span.In(article.Text)), (NameKind)(i % 3)))]);

    private static IEnumerable<string> Listed(Day day) => day.Names!.Entries
        .Select(entry => $"{entry.Kind} {entry.Name} {(entry is { ByRules: true, ByService: true } ? "both" : entry.ByRules ? "rules" : "service")} {string.Join(',', entry.SourceNumbers)}");
}
