namespace Digest.Editions;

/// <summary>Who publishes: the names and addresses that stand in every output.</summary>
/// <param name="Id">A short name for paths and addresses: lower-case letters, digits and hyphens ("daily").</param>
/// <param name="Name">"Daily conflict digest".</param>
/// <param name="BaseUrl">Where its pages are, http or https, without a slash at the end.</param>
public sealed record Publication(string Id, string Name, string BaseUrl)
{
    public static Publication Default { get; } = new("daily", "Daily conflict digest", "https://digest.example.org");

    /// <summary>The domain of its message and feed identifiers; it must never change once editions are out.</summary>
    public string Domain { get; init; } = "digest.example.org";

    /// <summary>The year its identifiers were first made: part of every <c>tag:</c> URI, never changed.</summary>
    public int Since { get; init; } = 2023;

    public string FromAddress { get; init; } = "digest@digest.example.org";

    public string ContactAddress { get; init; } = "editor@digest.example.org";

    /// <summary>How the subscriber came to get this mail, and who sends it: printed at the foot of every mail.</summary>
    public string PostalNote { get; init; } = "You get this mail because this address was subscribed to the digest.";

    public string MethodUrl => $"{BaseUrl}/method";

    public string CorrectionsUrl => $"{BaseUrl}/corrections";

    public string ReportErrorUrl => $"{BaseUrl}/report-error";

    public string DayUrl(DateOnly date) => $"{BaseUrl}/digests/{date:yyyy-MM-dd}";

    public string EditionUrl(DateOnly date, int number) => FormattableString.Invariant($"{BaseUrl}/digests/{date:yyyy-MM-dd}/editions/{number}");
}
