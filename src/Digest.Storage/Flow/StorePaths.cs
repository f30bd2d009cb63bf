using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Storage.Flow;

/// <summary>Where things lie in the store (docs/storage.md), and the names of the queues.</summary>
public static class StorePaths
{
    /// <summary>What was uploaded; never written by us.</summary>
    public const string Articles = "articles/";

    public const string Facts = "facts/";

    /// <summary>In place of a day: facts of articles that state no date of their own.</summary>
    public const string Undated = "undated";

    /// <summary>What a text-analytics service said of a text, once for all uploads of it.</summary>
    public const string Enrichments = "enrichments/";

    public const string Quarantine = "quarantine/";

    public const string Drafts = "drafts/";

    public const string Editions = "editions/";

    public const string Claims = "claims/";

    public const string Subscribers = "subscribers/";

    /// <summary>What days are remembered by: derived, and made again where it is missing.</summary>
    public const string Folds = "folds/";

    /// <summary>A message for each change of a day: <see cref="DayChanged"/>.</summary>
    public const string DayChangedQueue = "day-changed";

    /// <summary>An article to be read again: <see cref="ArticleOrder"/>.</summary>
    public const string ArticleQueue = "read-article";

    /// <summary>An edition to be mailed, to all or to one: <see cref="MailOrder"/>.</summary>
    public const string MailQueue = "send-email";

    /// <summary>The containers that a deployment makes, in alphabetic order.</summary>
    public static IEnumerable<string> Containers => ["articles", "claims", "drafts", "editions", "enrichments", "facts", "folds", "quarantine", "subscribers"];

    public static IEnumerable<string> Queues => [DayChangedQueue, ArticleQueue, MailQueue];

    /// <summary>Names an upload: 32 lower-case hex digits of the hash of its blob's name.</summary>
    public static string UploadId(string blobName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blobName)))[..32];

    /// <summary>What became of an upload.</summary>
    public static string UploadOf(string uploadId) => $"{Claims}uploads/{uploadId}.json";

    /// <param name="date">Null for an article that states none.</param>
    public static string FactsOf(DateOnly? date, string uploadId) => $"{FactsOf(date)}{uploadId}.json";

    public static string FactsOf(DateOnly? date) => $"{Facts}{(date is { } day ? Iso(day) : Undated)}/";

    /// <param name="text">The article's, to the character: names stand at places of it.</param>
    public static string EnrichmentOf(string text) => $"{Enrichments}{Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)))[..32]}.json";

    /// <summary>Uploads whose facts were stored while the text-analytics service was away.</summary>
    public const string Unenriched = Claims + "unenriched/";

    public static string QuarantineOf(string uploadId) => $"{Quarantine}{uploadId}.json";

    public static string DraftOf(string publication, DateOnly date) => $"{Drafts}{publication}/{Iso(date)}/";

    public static string EditionsOf(string publication, DateOnly date) => $"{Editions}{publication}/{Iso(date)}/";

    public static string EditionOf(string publication, DateOnly date, int number) => string.Create(CultureInfo.InvariantCulture, $"{EditionsOf(publication, date)}{number}/");

    public static string LatestOf(string publication) => $"{Editions}{publication}/latest.json";

    /// <summary>Everything that claims an edition of the day.</summary>
    public static string EditionClaims(string publication, DateOnly date) => $"{Claims}editions/{publication}/{Iso(date)}/";

    public static string MailLedger(string publication, DateOnly date, int number) => string.Create(CultureInfo.InvariantCulture, $"{Claims}mail/{publication}/{Iso(date)}/{number}/");

    public static string PastOf(DateOnly date) => $"{Folds}{Iso(date)}/past.json";

    public static string TurnOf(DateOnly date) => $"{Folds}{Iso(date)}/turn.json";

    public static string PackOf(string day) => $"{Folds}{day}/facts.pack";

    /// <summary>Says that on this day articles came in that tell of that one.</summary>
    public static string Arrivals(DateOnly uploaded) => $"{Claims}arrivals/{Iso(uploaded)}/";

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static bool TryDate(string text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
