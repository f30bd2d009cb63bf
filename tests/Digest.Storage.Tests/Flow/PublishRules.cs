using Digest.Editions;
using Digest.Storage.Flow;
using Digest.Storage.Subscriptions;

namespace Digest.Storage.Tests.Flow;

/// <summary>When editions go out, what they say, and to whom.</summary>
public abstract class PublishRules
{
    private static readonly DateOnly Day = new(2023, 11, 22);

    // Berlin is an hour ahead of UTC in November: 18:00 there.
    private static readonly DateTimeOffset Due = new(2023, 11, 22, 17, 0, 0, TimeSpan.Zero);

    private static readonly FlowSettings Settings = FlowRun.Settings with { Schedule = new(18, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), 7) };

    private readonly TestClock clock = new(Due.AddHours(-3));
    private readonly MailTray tray = new();
    private readonly FlowRun run;

    protected PublishRules(IStorePlace place) => run = new(place.Open($"publish-{Guid.NewGuid():N}", clock), clock, Settings, tray);

    [Fact]
    public async Task ADayIsPublishedAtItsHourAndOnce()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        clock.Set(Due.AddSeconds(-1));
        Assert.Empty(await Publish.RunDueAsync(run.Flow));
        clock.Set(Due);

        var edition = Assert.Single(await Publish.RunDueAsync(run.Flow));

        Assert.Equal((Day, 1, EditionKind.First, Due), (edition.Date, edition.Number, edition.Kind, edition.PublishedAt));
        Assert.Equal(edition with { Files = [] }, (await EditionShelf.FindAsync(run.Flow, Day, 1))! with { Files = [] });
        Assert.Equal(Day, Assert.Single(await EditionShelf.DaysAsync(run.Flow)));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Publish.RunDueAsync(run.Flow));
    }

    [Fact]
    public async Task ManyThatPublishAtOncePublishOneEdition()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        clock.Set(Due);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Publish.RunDueAsync(run.Flow)));

        Assert.Single(await EditionShelf.OfAsync(run.Flow, Day));
    }

    [Fact]
    public async Task AnOldDayIsDraftedAndNotPublished()
    {
        clock.Set(Due.AddDays(9));
        await UploadAsync("a.txt", Some.Article("three"));

        Assert.Empty(await Publish.RunDueAsync(run.Flow));
        Assert.NotEmpty(await run.DraftsAsync());
    }

    [Fact]
    public async Task NewReportingWaitsForTheNextHourAndSaysWhatItAdds()
    {
        await PublishFirstAsync();
        await UploadAsync("b.txt", Some.Article("seven", town: "Nikopol"));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await Publish.RunDueAsync(run.Flow));
        clock.Set(Due.AddDays(1));

        var update = Assert.Single(await Publish.RunDueAsync(run.Flow));

        Assert.Equal((2, EditionKind.Update), (update.Number, update.Kind));
        Assert.Contains("Update, 17:00 UTC", await FileAsync(2, "digest.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nikopol", await FileAsync(1, "digest.txt"), StringComparison.Ordinal);
        // No resend for new reporting.
        await run.MailAsync();
        Assert.Equal(2, tray.Sent.Count);
    }

    [Fact]
    public async Task ACorrectionGoesOutAtOnceToThoseWhoHadTheFormer()
    {
        await PublishFirstAsync();
        await run.MailAsync();
        await Subscribers.SubscribeAsync(run.Flow, "new@example.org");
        await Subscribers.UnsubscribeAsync(run.Flow, Token(tray.Sent.Single(mail => mail.To == "second@example.org").Message));
        await MisreadAsync();
        clock.Advance(TimeSpan.FromMinutes(5));

        var correction = Assert.Single(await Publish.RunDueAsync(run.Flow));
        await run.MailAsync();

        Assert.Equal((2, EditionKind.Correction), (correction.Number, correction.Kind));
        Assert.Contains("That was wrong", await FileAsync(2, "digest.txt"), StringComparison.Ordinal);
        Assert.Equal(["first@example.org"], tray.Sent.Skip(2).Select(mail => mail.To));
        Assert.Contains("Subject: Correction: ", tray.Sent[2].Message, StringComparison.Ordinal);
        Assert.Equal(new(Day, 2), await EditionShelf.LatestAsync(run.Flow));
    }

    [Fact]
    public async Task ADayWhoseArticlesAreAllTakenBackIsWithdrawn()
    {
        await PublishFirstAsync();
        await run.Stores.Blobs.DeleteAsync("articles/a.txt", WriteCondition.None);
        await Ingest.RunAsync(run.Flow, "articles/a.txt");
        await run.WorkAsync(1);

        var withdrawn = Assert.Single(await Publish.RunDueAsync(run.Flow));

        Assert.Equal((2, EditionKind.Withdrawn), (withdrawn.Number, withdrawn.Kind));
        Assert.Contains("withdrawn", await FileAsync(2, "digest.txt"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task WhatNoReaderWouldSeeMakesNoEdition()
    {
        await PublishFirstAsync();
        // Read again, with the same outcome: the record is another and the day the same.
        await Ingest.RunAsync(run.Flow, "articles/a.txt", again: true);
        await run.WorkAsync(1);
        clock.Set(Due.AddDays(1));

        Assert.Empty(await Publish.RunDueAsync(run.Flow));
        Assert.Empty(await Publish.RunDueAsync(run.Flow));
    }

    [Fact]
    public async Task TheFeedHasEachDaysLastEditionNewestFirst()
    {
        Assert.Null(await EditionFeed.FindAsync(run.Flow, "atom.xml"));
        await PublishFirstAsync();
        await UploadAsync("c.txt", Some.Article("two", "November 21, 2023", "Tuesday", "Sumy"));
        await Publish.RunDueAsync(run.Flow);
        await UploadAsync("b.txt", Some.Article("seven", town: "Nikopol"));
        clock.Set(Due.AddDays(1));
        await Publish.RunDueAsync(run.Flow);

        var feed = System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString((await EditionFeed.FindAsync(run.Flow, "atom.xml"))!.Content.Span));

        System.Xml.Linq.XNamespace atom = "http://www.w3.org/2005/Atom";
        var entries = feed.Root!.Elements(atom + "entry").Select(entry => (entry.Element(atom + "id")!.Value, entry.Element(atom + "updated")!.Value)).ToList();
        Assert.Equal([("tag:digest.example.org,2023:daily/2023-11-22", "2023-11-23T17:00:00Z"), ("tag:digest.example.org,2023:daily/2023-11-21", "2023-11-22T17:00:00Z")], entries);
        Assert.Equal("2023-11-23T17:00:00Z", feed.Root.Element(atom + "updated")!.Value);
        Assert.Contains("Nikopol", feed.Root.Elements(atom + "entry").First().Element(atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEditionNeverChanges()
    {
        await PublishFirstAsync();
        var before = await EditionFilesAsync(1);
        await UploadAsync("a.txt", Some.Article("nine"));
        clock.Set(Due.AddDays(1));
        await Publish.RunDueAsync(run.Flow);

        Assert.Equal(before, await EditionFilesAsync(1));
        Assert.Equal(2, (await EditionShelf.OfAsync(run.Flow, Day)).Length);
    }

    [Fact]
    public async Task EachReaderGetsTheEditionOnceWithALinkOfTheirOwn()
    {
        await PublishFirstAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendEmail.RunAsync(run.Flow, new(Day, 1, null))));
        await run.MailAsync();

        Assert.Equal(["first@example.org", "second@example.org"], tray.Sent.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.Equal(2, tray.Sent.Select(mail => Token(mail.Message)).Distinct(StringComparer.Ordinal).Count());
        Assert.All(tray.Sent, mail => Assert.DoesNotContain("/u/preview", mail.Message, StringComparison.Ordinal));
        Assert.All(tray.Sent, mail => Assert.True(Subscribers.IdOfToken(run.Flow, Token(mail.Message)) is not null));
    }

    [Fact]
    public async Task OneOrderFromManyHandsIsOneMail()
    {
        await PublishFirstAsync();
        var id = await Subscribers.IdsAsync(run.Flow).FirstAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendEmail.RunAsync(run.Flow, new(Day, 1, id))));

        Assert.Single(results, MailResult.Sent);
        Assert.Single(tray.Sent);
    }

    [Theory]
    [InlineData("later", new[] { MailResult.Postponed, MailResult.Sent })]
    [InlineData("refused", new[] { MailResult.Refused, MailResult.AlreadySettled })]
    public async Task WhatAServerDoesNotTakeIsTriedAgainOrGivenUp(string answer, MailResult[] expected)
    {
        await PublishFirstAsync();
        var id = await Subscribers.IdsAsync(run.Flow).FirstAsync();
        var flow = new DigestFlow(run.Stores.Blobs, run.Stores.Queue, new ReluctantServer(answer == "later" ? new MailOutcome.Later("450", TimeSpan.FromMinutes(5)) : new MailOutcome.Refused("550")), FlowRun.Templates, Settings, clock);

        Assert.Equal(expected, [await SendEmail.RunAsync(flow, new(Day, 1, id)), await SendEmail.RunAsync(flow, new(Day, 1, id))]);
    }

    [Fact]
    public async Task AMailForAnEditionThatIsNotThereIsNotSent() => Assert.Equal(MailResult.NoEdition, await SendEmail.RunAsync(run.Flow, new(Day, 7, "x")));

    [Fact]
    public async Task ATokenThatIsNotOursEndsNoSubscription()
    {
        var id = await Subscribers.SubscribeAsync(run.Flow, "first@example.org");

        Assert.False(await Subscribers.UnsubscribeAsync(run.Flow, $"{id}.{new string('0', 32)}"));
        Assert.False(await Subscribers.UnsubscribeAsync(run.Flow, id));
        Assert.False(await Subscribers.UnsubscribeAsync(run.Flow, ""));
        Assert.Equal(SubscriberState.Active, (await Subscribers.FindAsync(run.Flow, id))!.State);
        Assert.True(await Subscribers.UnsubscribeAsync(run.Flow, Subscribers.TokenOf(run.Flow, id)));
        Assert.True(await Subscribers.UnsubscribeAsync(run.Flow, Subscribers.TokenOf(run.Flow, id)));
        Assert.Equal(SubscriberState.Unsubscribed, (await Subscribers.FindAsync(run.Flow, id))!.State);
    }

    [Fact]
    public async Task OneAddressIsOneSubscriber()
    {
        Assert.Equal(await Subscribers.SubscribeAsync(run.Flow, "First@Example.org "), await Subscribers.SubscribeAsync(run.Flow, "first@example.org"));
        Assert.Single(await Subscribers.IdsAsync(run.Flow).ToListAsync());
    }

    /// <summary>Whom no mail can be made for is told so at once, and not passed over in silence at every edition.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("reader")]
    [InlineData("reader@")]
    [InlineData("a@b@example.org")]
    [InlineData("leserin@exämple.org")]
    [InlineData("läser@example.org")]
    [InlineData("Reader <reader@example.org>")]
    [InlineData("reader@example.org\r\nBcc: other@example.org")]
    [InlineData("\"a b\"@example.org")]
    public async Task WhatIsNoAddressIsNotTakenAndNotRepeated(string address)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Subscribers.SubscribeAsync(run.Flow, address));

        Assert.True(address.Length == 0 || !error.Message.Contains(address, StringComparison.Ordinal));
    }

    private async Task PublishFirstAsync()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        await Subscribers.SubscribeAsync(run.Flow, "first@example.org");
        await Subscribers.SubscribeAsync(run.Flow, "second@example.org");
        clock.Set(Due);
        Assert.Single(await Publish.RunDueAsync(run.Flow));
    }

    private async Task UploadAsync(string name, byte[] content)
    {
        await run.UploadAsync(name, content);
        await Ingest.RunAsync(run.Flow, $"articles/{name}");
        await run.WorkAsync(1);
    }

    /// <summary>As if the code had misread the article before: what is stored of it now says something else, of the same text.</summary>
    private async Task MisreadAsync()
    {
        var path = StorePaths.FactsOf(Day, StorePaths.UploadId("articles/a.txt"));
        var found = Assert.IsType<BlobReading.Found>(await run.Stores.Blobs.ReadAsync(path, long.MaxValue));
        var record = FactRecord.Read(found.Content);
        var facts = record.Facts! with { Casualties = [.. record.Facts.Casualties.Where(report => report.Effect != Facts.HarmEffect.Wounded)] };
        Assert.NotEqual(record.Facts.Casualties.Length, facts.Casualties.Length);
        await run.Stores.Blobs.WriteAsync(path, (record with { Facts = facts }).Write(), WriteCondition.None);
        await UpdateDay.RunAsync(run.Flow, new(Day, clock.GetUtcNow()));
    }

    private static string Token(string message)
    {
        // Unfolded, since a long header goes over lines.
        var unfolded = message.Replace("\r\n ", " ", StringComparison.Ordinal);
        var start = unfolded.IndexOf("/u/", unfolded.IndexOf("List-Unsubscribe:", StringComparison.Ordinal), StringComparison.Ordinal) + 3;
        return unfolded[start..unfolded.IndexOf('>', start)];
    }

    private async Task<string> FileAsync(int number, string file) =>
        System.Text.Encoding.UTF8.GetString((await EditionShelf.FileAsync(run.Flow, (await EditionShelf.FindAsync(run.Flow, Day, number))!, file))!.Content.Span);

    private async Task<List<BlobEntry>> EditionFilesAsync(int number) => await run.Stores.Blobs.ListAsync(StorePaths.EditionOf("daily", Day, number)).ToListAsync();

    private sealed class ReluctantServer(MailOutcome first) : IMailSender
    {
        private int asked;

        public Task<MailOutcome> SendAsync(string from, string to, ReadOnlyMemory<byte> message, string key, CancellationToken cancel = default) =>
            Task.FromResult(asked++ == 0 ? first : new MailOutcome.Accepted());
    }
}

public sealed class FolderPublishTests(FolderPlace place) : PublishRules(place), IClassFixture<FolderPlace>;

public sealed class AzurePublishTests(AzuritePlace place) : PublishRules(place), IClassFixture<AzuritePlace>;

public sealed class PublicationScheduleTests
{
    [Theory]
    [InlineData("Europe/Berlin", 18, "2023-11-22", "2023-11-22T17:00Z")]
    [InlineData("Europe/Berlin", 18, "2023-07-22", "2023-07-22T16:00Z")]
    [InlineData("Asia/Kathmandu", 6, "2023-11-22", "2023-11-22T00:15Z")]
    [InlineData("Pacific/Auckland", 6, "2023-11-22", "2023-11-21T17:00Z")]
    // The clocks go from 2 to 3, and back from 3 to 2.
    [InlineData("Europe/Berlin", 2, "2023-03-26", "2023-03-26T01:00Z")]
    [InlineData("Europe/Berlin", 2, "2023-10-29", "2023-10-29T00:00Z")]
    public void TheHourIsTheNewsroomsOwn(string zone, int hour, string date, string due) =>
        Assert.Equal(Time(due), new PublicationSchedule(hour, TimeZoneInfo.FindSystemTimeZoneById(zone), null).DueAt(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2023-11-22T16:59Z", "2023-11-22T17:00Z")]
    [InlineData("2023-11-22T17:00Z", "2023-11-23T17:00Z")]
    [InlineData("2023-03-25T17:00Z", "2023-03-26T16:00Z")]
    public void TheNextTimeTheHourStrikesIsAfterTheMoment(string moment, string next) =>
        Assert.Equal(Time(next), new PublicationSchedule(18, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), null).NextAfter(Time(moment)));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
