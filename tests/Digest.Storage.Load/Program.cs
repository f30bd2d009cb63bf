// How long it takes until many articles that come in at once are in their days' drafts, and what it asks of the store.
//   dotnet run -c Release --project tests/Digest.Storage.Load -- folder|azurite [articles] [at once] [instances]
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Digest.Days;
using Digest.Facts;
using Digest.News;
using Digest.Rendering;
using Digest.Storage;
using Digest.Storage.Flow;
using Digest.Storage.Load;
using Digest.Storage.Tests;

int Argument(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
var (articles, atOnce, instances) = (Argument(1, 2000), Argument(2, 32), Argument(3, 2));
IStorePlace place = args.FirstOrDefault() switch
{
    "folder" => new FolderPlace(),
    "azurite" => new AzuritePlace(),
    _ => throw new InvalidOperationException("The first argument says on which store: folder or azurite."),
};
await place.InitializeAsync();
var stores = place.Open("load", TimeProvider.System);
var counting = new CountingStores(stores);
var folder = Path.Combine(AppContext.BaseDirectory, "templates");
var templates = new TemplateSet(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => KeyValuePair.Create(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path))));
// Each stands for a machine of its own: what one remembers the others do not know.
var flows = Enumerable.Range(0, instances).Select(_ => new DigestFlow(counting, counting, new FolderMailSender(Path.GetTempPath()), templates, new FlowSettings(), TimeProvider.System)).ToArray();

var uploads = Enumerable.Range(0, articles).Select(number => (Name: $"article-{number:D5}.txt", Content: WireCopy.Write(number))).ToArray();
var watch = Stopwatch.StartNew();
var handled = 0;
using var done = new CancellationTokenSource();
var pumps = flows.SelectMany(flow => Enumerable.Range(0, 4).Select(_ => PumpAsync(flow, done.Token))).ToArray();
await Parallel.ForEachAsync(uploads.Select((upload, number) => (upload, number)), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (each, cancel) =>
{
    await stores.Blobs.WriteAsync($"articles/{each.upload.Name}", each.upload.Content, WriteCondition.None, cancel);
    await Ingest.RunAsync(flows[each.number % flows.Length], $"articles/{each.upload.Name}", cancel: cancel);
});
var stored = watch.Elapsed;
while (handled < articles || await WaitingAsync())
    await Task.Delay(200);
var drafted = watch.Elapsed;
await done.CancelAsync();
await Task.WhenAll(pumps);

var names = new List<string>();
var sum = 0;
await foreach (var day in stores.Blobs.ListFoldersAsync("drafts/daily/"))
{
    var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    var draft = (await Drafts.FindAsync(flows[0], date))!;
    using var json = JsonDocument.Parse((await Drafts.ReadFileAsync(flows[0], date, "digest.json"))!.Value);
    names.AddRange(json.RootElement.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("name").GetString()!));
    Console.WriteLine($"{day}: {draft.Articles} articles, draft {draft.Sequence}");
    sum += draft.Articles;
}

var facts = uploads.Select(upload => FactExtractor.Extract(ArticleReader.Read(new(upload.Name, upload.Content)).Article!)).ToList();
watch.Restart();
foreach (var day in DayPlacer.Place(facts))
    DayMerger.Merge(day.Key, day.Value);
var folding = watch.Elapsed;

Console.WriteLine($"store {args[0]}, {articles} articles, {atOnce} at once, {instances} instances, {Environment.ProcessorCount} processors");
Console.WriteLine($"in the drafts: {sum}; lost {uploads.Select(upload => upload.Name).Except(names, StringComparer.Ordinal).Count()}; doubled {names.Count - names.Distinct(StringComparer.Ordinal).Count()}");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stored after {stored.TotalSeconds:F1} s; drafts current after {drafted.TotalSeconds:F1} s; one fold of all days alone takes {folding.TotalSeconds:F1} s"));
foreach (var (kind, count, time) in counting.Counts)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-40} {count,8} {(double)count / articles,8:F2} an article  {time.TotalMilliseconds / count,8:F1} ms each"));
await place.DisposeAsync();

async Task PumpAsync(DigestFlow flow, CancellationToken cancel)
{
    while (!cancel.IsCancellationRequested)
    {
        var messages = await counting.ReceiveAsync(StorePaths.DayChangedQueue, 16, TimeSpan.FromMinutes(5), CancellationToken.None);
        foreach (var message in messages)
        {
            try
            {
                await UpdateDay.RunAsync(flow, FlowJson.Read<DayChanged>(message.Body), CancellationToken.None);
                await counting.CompleteAsync(message, CancellationToken.None);
                Interlocked.Increment(ref handled);
            }
            catch (TimeoutException error)
            {
                Console.Error.WriteLine(error.Message);
            }
        }

        if (messages.IsEmpty)
            await Task.Delay(100, CancellationToken.None);
    }
}

async Task<bool> WaitingAsync() => !(await stores.Queue.ReceiveAsync(StorePaths.DayChangedQueue, 1, TimeSpan.FromMilliseconds(1000))).IsEmpty;
