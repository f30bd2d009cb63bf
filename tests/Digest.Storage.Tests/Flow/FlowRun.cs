using System.Collections.Immutable;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.News;
using Digest.Rendering;
using Digest.Storage.Analytics;
using Digest.Storage.Flow;

namespace Digest.Storage.Tests.Flow;

/// <summary>A flow over a place's stores, with a pump that works its queues off.</summary>
internal sealed class FlowRun
{
    private static readonly Lazy<TemplateSet> Shipped = new(() => new(Files("templates")
        .Select(path => KeyValuePair.Create(Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "templates"), path).Replace('\\', '/'), File.ReadAllText(path)))));

    public FlowRun(Stores stores, TestClock clock, FlowSettings? settings = null, IMailSender? mail = null, Enricher? enricher = null)
    {
        (Stores, Clock) = (stores, clock);
        Flow = new(stores.Blobs, stores.Queue, mail ?? new MailTray(), Templates, settings ?? Settings, clock, enricher);
    }

    public static FlowSettings Settings { get; } = new()
    {
        // Azurite goes by the clock on the wall: nothing waits, so a test need not.
        Debounce = TimeSpan.Zero,
        Schedule = PublicationSchedule.Default with { DaysBack = null },
        SubscriberKey = [.. new byte[32]],
    };

    public static TemplateSet Templates => Shipped.Value;

    /// <summary>Name and content of the sample articles.</summary>
    public static ImmutableArray<(string Name, byte[] Content)> Seeds { get; } = [.. Files("seeds").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];

    public Stores Stores { get; }

    public TestClock Clock { get; }

    /// <summary>How long a message that was received stays hidden.</summary>
    public TimeSpan Hidden { get; init; } = TimeSpan.FromMinutes(1);

    public DigestFlow Flow { get; }

    public Task UploadAsync(string name, byte[] content) => Stores.Blobs.WriteAsync($"articles/{name}", content, WriteCondition.None);

    /// <summary>Works off all messages about days, by so many at once, until there are none.</summary>
    public Task WorkAsync(int atOnce = 4) => Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
    {
        while (await Stores.Queue.ReceiveAsync(StorePaths.DayChangedQueue, 4, Hidden) is { IsEmpty: false } messages)
        {
            foreach (var message in messages)
            {
                await UpdateDay.RunAsync(Flow, FlowJson.Read<DayChanged>(message.Body));
                await Stores.Queue.CompleteAsync(message);
            }
        }
    }));

    /// <summary>Works off all orders for mail, also those that were postponed.</summary>
    public async Task MailAsync()
    {
        for (var round = 0; round < 3; round++, Clock.Advance(TimeSpan.FromMinutes(10)))
        {
            while (await Stores.Queue.ReceiveAsync(StorePaths.MailQueue, 4, Hidden) is { IsEmpty: false } orders)
            {
                foreach (var order in orders)
                {
                    await SendEmail.RunAsync(Flow, FlowJson.Read<MailOrder>(order.Body));
                    await Stores.Queue.CompleteAsync(order);
                }
            }
        }
    }

    public async Task<SortedDictionary<string, string>> DraftsAsync()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var day in Stores.Blobs.ListFoldersAsync("drafts/daily/"))
        {
            var date = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            foreach (var file in (await Drafts.FindAsync(Flow, date))!.Files)
                files[$"{day}/{file}"] = System.Text.Encoding.UTF8.GetString((await Drafts.ReadFileAsync(Flow, date, file))!.Value.Span);
        }

        return files;
    }

    /// <summary>What `digest build` makes of the same articles.</summary>
    public static SortedDictionary<string, string> Built(IEnumerable<(string Name, byte[] Content)> articles, DateTimeOffset uploaded)
    {
        var facts = articles.Select(each => ArticleReader.Read(new(each.Name, each.Content) { UploadedAt = uploaded }).Article).OfType<Article>().Select(FactExtractor.Extract).ToList();
        var days = DayPlacer.PlaceAll(facts, FactExtractor.Extract).Days;
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (date, day) in days)
        {
            var week = Week.Before(date, days.Keys.Where(each => each < date && each.DayNumber >= date.DayNumber - Week.Length).Select(each => PastDay.Of(DayMerger.Merge(each, days[each]))));
            var texts = day.DistinctBy(each => each.Article.Id, StringComparer.Ordinal).ToDictionary(each => each.Article.Id, each => each.Article.Text, StringComparer.Ordinal);
            foreach (var file in EditionRenderer.Render(Edition.Draft(Publication.Default, DayMerger.Merge(date, day), week), texts, Templates).Files)
                files[$"{StorePaths.Iso(date)}/{file.Name}"] = file.Text;
        }

        return files;
    }

    private static string[] Files(string folder) => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*", SearchOption.AllDirectories);
}

/// <summary>Keeps what is sent, each mail once for each time it is sent.</summary>
public sealed class MailTray : IMailSender
{
    private readonly List<(string To, string Key, string Message)> sent = [];

    public IReadOnlyList<(string To, string Key, string Message)> Sent => sent;

    public Task<MailOutcome> SendAsync(string from, string to, ReadOnlyMemory<byte> message, string key, CancellationToken cancel = default)
    {
        lock (sent)
            sent.Add((to, key, System.Text.Encoding.UTF8.GetString(message.Span)));
        return Task.FromResult<MailOutcome>(new MailOutcome.Accepted());
    }
}
