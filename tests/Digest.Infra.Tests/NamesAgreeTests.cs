using System.Text.Json;
using Digest.Functions.Hosting;
using Digest.Storage;
using Digest.Storage.Analytics;
using Digest.Storage.Flow;

namespace Digest.Infra.Tests;

/// <summary>What the deployment makes and what the code asks for are one: settings, containers, queues and functions, in both directions.</summary>
public sealed class NamesAgreeTests
{
    /// <summary>Settings that a deployment leaves out, and why.</summary>
    private static readonly Dictionary<string, string> NotOnAzure = new(StringComparer.Ordinal)
    {
        [StorageSettings.Folder] = "a folder instead of an account",
        [StorageSettings.Connection] = "a connection string: Azurite's",
        [MailSettings.Folder] = "a folder instead of a mail server",
        [AnalyticsSettings.Key] = "a key: the identity has the role",
        [AppFlow.TemplatesSetting] = "templates come with the app",
    };

    /// <summary>Settings that the Functions host reads and we do not.</summary>
    private static readonly HashSet<string> Hosts = new(StringComparer.Ordinal)
    {
        "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri",
        "AzureWebJobsDisableHomepage", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        $"{StorageSettings.Connection}__credential",
    };

    private static IEnumerable<string> Deployed => BicepFile.Keys(BicepFile.All["app.bicep"].The("resource", "settings"), "properties").Select(key => key.Key);

    [Fact]
    public void EverySettingThatIsDeployedIsRead() => Assert.Empty(Deployed.Except(Hosts, StringComparer.Ordinal).Except(Asked(), StringComparer.Ordinal));

    [Fact]
    public void EverySettingThatIsReadIsDeployed() => Assert.Empty(Asked().Except(NotOnAzure.Keys, StringComparer.Ordinal).Except(Deployed, StringComparer.Ordinal));

    [Fact]
    public void NoSettingIsDeployedTwiceOrLeftOutForNothing()
    {
        Assert.Equal(Deployed.Distinct(StringComparer.Ordinal), Deployed);
        Assert.Empty(NotOnAzure.Keys.Intersect(Deployed, StringComparer.Ordinal));
        Assert.Empty(NotOnAzure.Keys.Except(Asked(), StringComparer.Ordinal));
        Assert.Empty(Hosts.Except(Deployed, StringComparer.Ordinal));
    }

    [Fact]
    public void EverySettingIsInTheOperatorsPage()
    {
        var page = Repository.Read("docs", "storage.md");
        // "`DigestSmtpHost`, `…Port`" names two.
        bool IsThere(string setting) => page.Contains($"`{setting}`", StringComparison.Ordinal) || (setting.StartsWith("DigestSmtp", StringComparison.Ordinal) && page.Contains($"`…{setting["DigestSmtp".Length..]}`", StringComparison.Ordinal));

        Assert.All(Asked(), setting => Assert.True(IsThere(setting), setting));
    }

    [Fact]
    public void LimitsInTheOperatorsPageAreThoseOfTheCode()
    {
        var page = Repository.Read("docs", "storage.md");

        foreach (var limit in new[] { News.ArticleReader.MostBytes, News.ArticleReader.MostLines, BlobNames.Longest, TextPieces.MostElements })
            Assert.Contains(limit.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
    }

    [Fact]
    public void ContainersAreThoseOfTheCode() =>
        Assert.Equal(StorePaths.Containers, BicepFile.Texts(BicepFile.All["storage.bicep"].The("var", "ownContainers")).Append(NameOf("storage.bicep", "articles")).Order(StringComparer.Ordinal));

    [Fact]
    public void QueuesAreThoseOfTheCodeEachWithItsPoison() => Assert.Equal(
        StorePaths.Queues.SelectMany(queue => new[] { queue, QueueNames.PoisonOf(queue) }).Append("webjobs-blobtrigger-poison").Order(StringComparer.Ordinal),
        BicepFile.Texts(BicepFile.All["storage.bicep"].The("var", "queues")).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryQueueWakesAFunctionAndEveryFunctionAQueueThatThereIs() =>
        Assert.Equal(StorePaths.Queues.Order(StringComparer.Ordinal), FunctionCatalog.All.Select(function => function.Trigger).OfType<Trigger.Queue>().Select(queue => queue.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void TriggersAndCodeReachTheSameAccount() => Assert.All(
        FunctionCatalog.All.Select(function => function.Trigger switch { Trigger.Queue queue => queue.Connection, Trigger.Blob blob => blob.Connection, _ => StorageSettings.Connection }),
        connection => Assert.Equal(StorageSettings.Connection, connection));

    [Fact]
    public void EventsGoToTheFunctionThatReadsUploads()
    {
        var (function, trigger) = FunctionCatalog.All.Where(each => each.Trigger is Trigger.Blob).Select(each => (each.Name, (Trigger.Blob)each.Trigger)).Single();
        var texts = BicepFile.Texts(BicepFile.All["events.bicep"].The("resource", "uploads")).ToList();

        Assert.Contains(texts, text => text.Contains($"/runtime/webhooks/blobs?functionName=Host.Functions.{function}&code=", StringComparison.Ordinal));
        // With the slash: a container whose name only begins so is another.
        Assert.Contains($"/blobServices/default/containers/{trigger.Container}/", texts);
        Assert.Equal(StorePaths.Articles, $"{trigger.Container}/");
        Assert.Contains(NameOf("storage.bicep", "deadLetters"), texts);
    }

    [Fact]
    public void AlertsWatchEveryFunctionThatNobodyCalls()
    {
        var failures = BicepFile.Texts(BicepFile.All["alerts.bicep"].The("var", "searches")).Single(text => text.StartsWith("AppRequests", StringComparison.Ordinal));
        var watched = failures[(failures.IndexOf('(', StringComparison.Ordinal) + 1)..failures.IndexOf(')', StringComparison.Ordinal)].Split(", ").Select(name => name.Trim('"'));

        Assert.Equal(FunctionCatalog.All.Where(function => function.Trigger is not Trigger.Http).Select(function => function.Name).Order(StringComparer.Ordinal), watched.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AlertsSearchForWhatTheCodeWrites()
    {
        var queries = string.Concat(BicepFile.Texts(BicepFile.All["alerts.bicep"].The("var", "searches")));

        Assert.Contains($"\"/{StorePaths.Editions}\"", queries, StringComparison.Ordinal);
        Assert.Contains($"\"/{EditionRecord.FileName}\"", queries, StringComparison.Ordinal);
        Assert.Contains($"\"/{StorePaths.Quarantine}\"", queries, StringComparison.Ordinal);
        Assert.EndsWith(QueueNames.PoisonOf(""), QueueNames.PoisonOf(StorePaths.MailQueue), StringComparison.Ordinal);
        Assert.Contains($"{QueueNames.PoisonOf("")}/messages", queries, StringComparison.Ordinal);
    }

    /// <summary>A message that failed so often is given up on Azure and on one machine alike.</summary>
    [Fact]
    public void TheHostGivesUpWhenWeDo()
    {
        var queues = JsonDocument.Parse(Repository.Read("host.json")).RootElement.GetProperty("extensions").GetProperty("queues");
        var unused = StorageSettings.OpenFolder(Path.Combine(Path.GetTempPath(), "digest-unused"), TimeProvider.System).Queue;

        Assert.Equal(new QueuePump(unused, StorePaths.MailQueue, (_, _) => Task.CompletedTask).MostDeliveries, queues.GetProperty("maxDequeueCount").GetInt32());
    }

    /// <summary>Azd finds the app by its tag, and the hook what main says it made.</summary>
    [Fact]
    public void AzdFindsWhatItDeploys()
    {
        var azure = Repository.Read("azure.yaml");
        var tag = BicepFile.Texts(BicepFile.All["app.bicep"].The("resource", "app")).SkipWhile(text => text != "azd-service-name").ElementAt(1);

        Assert.Contains($"\n  {tag}:\n", azure, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(Repository.Root, "src", "DigestFunctions")) && azure.Contains("project: src/DigestFunctions", StringComparison.Ordinal));
        foreach (var output in BicepFile.All["main.bicep"].Of("output").Select(output => output.Name).Where(name => name is "RESOURCE_GROUP" or "FUNCTION_APP" or "SYSTEM_TOPIC" or "HOST_ACCOUNT"))
            Assert.Contains(output, azure, StringComparison.Ordinal);
        foreach (var param in BicepFile.All["events.bicep"].Of("param"))
            Assert.Contains($" {param.Name}=", azure, StringComparison.Ordinal);
    }

    /// <summary>All settings that the code asks for, found by letting it ask: once with everything set for Azure, once with nothing.</summary>
    private static SortedSet<string> Asked()
    {
        var asked = new SortedSet<string>(StringComparer.Ordinal);
        var set = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [StorageSettings.BlobServiceUri] = "https://account.blob.core.windows.net",
            [StorageSettings.QueueServiceUri] = "https://account.queue.core.windows.net",
            ["DigestSmtpHost"] = "mail.example.org",
            [AnalyticsSettings.Endpoint] = "https://name.cognitiveservices.azure.com",
        };
        foreach (var values in new[] { set, [] })
        {
            try
            {
                AppFlow.Open(name =>
                {
                    asked.Add(name);
                    return values.GetValueOrDefault(name);
                });
            }
            catch (InvalidOperationException) when (values.Count == 0)
            {
                // Nothing is set; what was asked until then is asked with everything set, too.
            }
        }

        return asked;
    }

    /// <summary>The name of a resource, where it is written out.</summary>
    private static string NameOf(string file, string resource) => BicepFile.All[file].The("resource", resource).Body.SkipWhile(token => !token.IsWord("name")).First(token => token.Kind == BicepTokenKind.Text).Text;
}
