using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Digest.Editions;
using Digest.Rendering.Outputs;

namespace Digest.Storage.Flow;

/// <summary>What an operator sets.</summary>
public sealed record FlowSettings
{
    public Publication Publication { get; init; } = Publication.Default;

    public PublicationSchedule Schedule { get; init; } = PublicationSchedule.Default;

    /// <summary>How long a change waits for others before its day is folded.</summary>
    public TimeSpan Debounce { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// An article without a date of its own is compared with the articles of days that got any so many days before or after it came in.
    /// </summary>
    public int PlacementDays { get; init; } = 14;

    /// <summary>From so many records of a day read one by one, a pack of them pays: it is one request in their place.</summary>
    public int PackFrom { get; init; } = 100;

    /// <summary>Signs the tokens in unsubscribe links and makes subscribers' ids; 32 bytes or more, and never changed once mails are out.</summary>
    public ImmutableArray<byte> SubscriberKey { get; init; } = [];

    /// <summary>From settings; docs/storage.md lists them.</summary>
    /// <exception cref="InvalidOperationException">A setting cannot be used.</exception>
    public static FlowSettings From(Func<string, string?> setting)
    {
        string? Get(string name) => setting(name) is { Length: > 0 } value ? value : null;
        string? Checked(string name, Func<string, bool> isUsable, string expected) => Get(name) is not { } text ? null : isUsable(text) ? text : throw Wrong(name, text, expected);
        int? Number(string name, int least, int most) => Get(name) is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw Wrong(name, text, $"a whole number from {least} to {most}");
        var (standard, usual) = (new FlowSettings(), Publication.Default);
        return standard with
        {
            Publication = usual with
            {
                Id = Checked("DigestPublicationId", id => id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), "lower-case letters, digits and hyphens") ?? usual.Id,
                Name = Checked("DigestPublicationName", IsLine, "a line of text") ?? usual.Name,
                BaseUrl = Checked("DigestBaseUrl", IsBaseUrl, "an http or https address without a slash at the end") ?? usual.BaseUrl,
                Domain = Checked("DigestDomain", domain => Ascii.IsValid(domain) && Uri.CheckHostName(domain) == UriHostNameType.Dns, "a domain such as digest.example.org") ?? usual.Domain,
                FromAddress = Checked("DigestFromAddress", MailAddresses.IsOne, "a mail address such as digest@example.org") ?? usual.FromAddress,
                ContactAddress = Checked("DigestContactAddress", MailAddresses.IsOne, "a mail address such as editor@example.org") ?? usual.ContactAddress,
                PostalNote = Checked("DigestPostalNote", IsLine, "a line of text") ?? usual.PostalNote,
            },
            Schedule = new(
                Number("DigestPublishHour", 0, 23) ?? standard.Schedule.Hour,
                Get("DigestTimeZone") is not { } zone ? standard.Schedule.Zone : TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : throw Wrong("DigestTimeZone", zone, "an IANA name such as Europe/Berlin"),
                Get("DigestPublishDaysBack") == "all" ? null : Number("DigestPublishDaysBack", 0, 3650) ?? standard.Schedule.DaysBack),
            Debounce = TimeSpan.FromSeconds(Number("DigestDebounceSeconds", 0, 600) ?? standard.Debounce.TotalSeconds),
            PlacementDays = Number("DigestPlacementDays", 0, 60) ?? standard.PlacementDays,
            SubscriberKey = Get("DigestSubscriberKey") is not { } key ? [] : Key(key),
        };
    }

    // They stand in headers of mails and addresses of pages: what would break one is found before the first goes out.
    private static bool IsLine(string text) => !text.Any(char.IsControl);

    private static bool IsBaseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && text[^1] != '/' && url is { Query: "", Fragment: "", UserInfo: "" } && IsLine(text);

    // A secret's value stands in no message.
    private static ImmutableArray<byte> Key(string text)
    {
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= Subscriptions.Subscribers.ShortestKey
            ? [.. key.AsSpan(0, length)]
            : throw new InvalidOperationException($"DigestSubscriberKey cannot be used; expected {Subscriptions.Subscribers.ShortestKey} bytes or more as base64.");
    }

    private static InvalidOperationException Wrong(string name, string value, string expected) => new($"{name} is \"{value}\"; expected {expected}.");
}
