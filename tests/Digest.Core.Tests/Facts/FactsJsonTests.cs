using System.Text;
using System.Text.Json;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Tests.Facts;

public class FactsJsonTests
{
    private const string Text = "An army spokesman said at least three guards died in the air strike. \"We will answer,\" he said.";

    private static readonly Article Told = new()
    {
        Id = "a1",
        Name = "first.txt",
        Text = Text,
        Blocks = [new(BlockKind.Paragraph, new(0, Text.Length))],
        Date = new(2024, 1, 24),
        DateBasis = DateBasis.Upload,
    };

    private static readonly Attribution Spokesman = new("army spokesman", null, new TextSpan(3, 17), "said");

    private static Provenance At(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new("a1", new(start, start + words.Length), words);
    }

    [Fact]
    public void ALineHasTheFieldsAndWordsOfTheEvaluation()
    {
        var facts = new ArticleFacts(Told)
        {
            Casualties = [new(At("at least three guards died"), HarmEffect.Killed, CountRange.AtLeast(3)) { Victims = "guards", Claimant = Spokesman }],
            Toll = new(CountRange.AtLeast(3), null),
            Quotations = [new(At("We will answer"), Spokesman)],
            Reactions = [new(At("We will answer"), Spokesman, Stance.ClaimResponsibility, SpeakerKind.Official)],
            Events = [new(At("the air strike"), EventType.AirStrike)],
        };

        var line = Encoding.UTF8.GetString(FactsJson.Line(facts, "first"));

        Assert.Equal(
            "{'id':'first','article':{'date':'2024-01-24','dateSource':'upload','title':null,'byline':null,'dateline':null,'outlet':null}," +
            "'casualties':[{'effect':'killed','min':3,'max':null,'vague':null,'victims':'guards','place':null,'date':null,'source':'army spokesman'," +
            "'sourceSpan':{'start':3,'end':17},'sourceCue':'said','status':null,'cumulative':false,'partial':false,'background':false,'headline':false," +
            "'span':{'start':23,'end':49},'evidence':'at least three guards died'}]," +
            "'toll':{'killed':{'min':3,'max':null},'wounded':null}," +
            "'quotations':[{'quote':'We will answer','speaker':'army spokesman','role':null,'speakerSpan':{'start':3,'end':17},'cue':'said','span':{'start':70,'end':84}}]," +
            "'statements':[]," +
            "'reactions':[{'speaker':'army spokesman','role':null,'speakerSpan':{'start':3,'end':17},'cue':'said','speakerKind':'official'," +
            "'stance':'claim responsibility','span':{'start':70,'end':84},'evidence':'We will answer'}]," +
            "'events':[{'type':'air strike','actor':null,'target':null,'place':null,'date':null,'count':null,'countIsMinimum':false,'background':false,'since':null," +
            "'headline':false,'span':{'start':53,'end':67},'evidence':'the air strike'}]}",
            line.Replace('"', '\''));
    }

    [Fact]
    public void ARecordReadBackGivesEqualFacts()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var facts = new SomeFacts(seed).Draw();

            var read = FactsJson.Read(FactsJson.Record(facts));

            Assert.Equal(FactsJson.Record(facts), FactsJson.Record(read));
            Assert.Equal(facts.Article with { Blocks = [], Agencies = [] }, read.Article with { Blocks = [], Agencies = [] });
            Assert.Equal(facts.Article.Blocks.ToArray(), read.Article.Blocks.ToArray());
            Assert.Equal(facts.Article.Agencies.ToArray(), read.Article.Agencies.ToArray());
            Assert.Equal(facts.Casualties.ToArray(), read.Casualties.ToArray());
            Assert.Equal(facts.Toll, read.Toll);
            Assert.Equal(facts.Quotations.ToArray(), read.Quotations.ToArray());
            Assert.Equal(facts.Statements.Select(WithoutSpans), read.Statements.Select(WithoutSpans));
            Assert.Equal(facts.Statements.SelectMany(statement => statement.ContentSpans), read.Statements.SelectMany(statement => statement.ContentSpans));
            Assert.Equal(facts.Reactions.ToArray(), read.Reactions.ToArray());
            Assert.Equal(facts.Events.ToArray(), read.Events.ToArray());
        }

        static Statement WithoutSpans(Statement statement) => statement with { ContentSpans = [] };
    }

    [Fact]
    public void EveryRecordIsOneLineOfValidJson()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var record = FactsJson.Record(new SomeFacts(seed).Draw());

            Assert.DoesNotContain((byte)'\n', record);
            using var parsed = JsonDocument.Parse(record);
            Assert.Equal(JsonValueKind.Object, parsed.RootElement.ValueKind);
        }
    }

    [Theory]
    [InlineData("\"effect\":\"killed\"", "\"effect\":\"slain\"", "\"casualties[0].effect\" is a text of 5 characters; expected one of killed, wounded, missing, captured.")]
    [InlineData("\"start\":23,\"end\":49", "\"start\":23,\"end\":48", "\"casualties[0].span\" is {\"start\":23,\"end\":48}; expected the stretch of the text where the 26 characters of its evidence stand.")]
    [InlineData("\"end\":49", "\"end\":4900", "\"casualties[0].span\" is {\"start\":23,\"end\":4900}; expected start and end within the text, 0 to 95.")]
    [InlineData("\"min\":3", "\"min\":-3", "\"casualties[0]\" is an object; expected")]
    [InlineData("\"min\":3", "\"min\":3.5", "\"casualties[0].min\" is 3.5; expected a whole number.")]
    [InlineData("\"date\":\"2024-01-24\"", "\"date\":\"24/01/2024\"", "\"article.date\" is a text of 10 characters; expected a date as 2023-11-22.")]
    [InlineData("\"headline\":false", "\"headline\":0", "\"casualties[0].headline\" is 0; expected true or false.")]
    [InlineData("\"text\":", "\"texte\":", "\"article.text\" is missing")]
    [InlineData("{\"id\":", "[\"id\":", "This is not a facts record: ")]
    public void ARecordThatIsNotAsItShouldBeIsRefusedWithWhatStoodWhere(string was, string now, string message)
    {
        var facts = new ArticleFacts(Told)
        {
            Casualties = [new(At("at least three guards died"), HarmEffect.Killed, CountRange.AtLeast(3))],
        };
        var record = Encoding.UTF8.GetString(FactsJson.Record(facts));
        Assert.Contains(was, record, StringComparison.Ordinal);

        var error = Assert.Throws<FormatException>(() => FactsJson.Read(Encoding.UTF8.GetBytes(record.Replace(was, now, StringComparison.Ordinal))));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        // Errors end in logs, where an article's words have no business.
        Assert.DoesNotContain("guards", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheWordsOfStoredKindsStay()
    {
        Assert.Equal("killed, wounded, missing, captured", FactWords.All<HarmEffect>());
        Assert.Equal("current, superseded, denied", FactWords.All<FigureStatus>());
        Assert.Equal("direct, mixed, indirect", FactWords.All<StatementType>());
        Assert.Equal("comment, condemn, defend, deny, threaten, demand, claim responsibility, urge, warn, accuse", FactWords.All<Stance>());
        Assert.Equal("other, government, armed group, international body, official", FactWords.All<SpeakerKind>());
        Assert.Equal("attack, air strike, missile attack, rocket attack, drone attack, bombing, shooting, clash", FactWords.All<EventType>());
        Assert.Equal("none, day, night, around, week, month, year", FactWords.All<DatePrecision>());
        Assert.Equal("stated, upload, inferred, unknown", FactWords.All<DateBasis>());
        Assert.Equal(
            "title, standfirst, paragraph, subhead, list item, byline, date line, caption, credit, correction notice, boilerplate",
            FactWords.All<BlockKind>());
    }
}
