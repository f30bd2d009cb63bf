using Digest.Storage.Analytics;

namespace Digest.Storage.Tests.Analytics;

public sealed class AnalyticsSettingsTests
{
    [Fact]
    public void WithoutSettingsNoServiceIsAsked() => Assert.Null(Open());

    [Theory]
    [InlineData("https://news.cognitiveservices.azure.com", null)]
    [InlineData("https://news.cognitiveservices.azure.com/", null)]
    [InlineData("https://news.cognitiveservices.azure.com", "0123456789abcdef0123456789abcdef")]
    [InlineData("http://127.0.0.1:5000", "0123456789abcdef")]
    [InlineData("http://localhost:5000", "0123456789abcdef")]
    public void WhatCanBeUsedIs(string endpoint, string? key) => Assert.NotNull(Open(endpoint, key));

    [Theory]
    [InlineData("news.cognitiveservices.azure.com", null, "DigestLanguageEndpoint is \"news.cognitiveservices.azure.com\"; expected the resource's address alone, such as https://name.cognitiveservices.azure.com.")]
    [InlineData("https://news.cognitiveservices.azure.com/language/:analyze-text", null, "expected the resource's address alone")]
    [InlineData("https://news.cognitiveservices.azure.com/?code=1", null, "expected the resource's address alone")]
    [InlineData("https://user:word@news.cognitiveservices.azure.com/", null, "expected the resource's address alone")]
    [InlineData("http://news.cognitiveservices.azure.com", "0123456789abcdef", "expected an https address")]
    [InlineData("http://127.0.0.1:5000", null, "expected an https address")]
    [InlineData("ftp://news.cognitiveservices.azure.com", null, "expected an https address")]
    [InlineData("file:///etc/passwd", null, "expected")]
    [InlineData(null, "0123456789abcdef", "DigestLanguageKey is set and DigestLanguageEndpoint is not; set both, or neither to do without the service.")]
    public void WhatCannotBeUsedIsSaidAtTheStart(string? endpoint, string? key, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidOperationException>(() => Open(endpoint, key)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("secret\r\nX-Other: 1")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/a)")]
    public void AKeyThatIsNoneIsNotRepeated(string key)
    {
        var message = Assert.Throws<InvalidOperationException>(() => Open("https://news.cognitiveservices.azure.com", key)).Message;

        Assert.StartsWith("DigestLanguageKey cannot be used", message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, message, StringComparison.Ordinal);
    }

    private static Enricher? Open(string? endpoint = null, string? key = null) =>
        AnalyticsSettings.Open(name => name switch { "DigestLanguageEndpoint" => endpoint, "DigestLanguageKey" => key, _ => "" }, TimeProvider.System);
}
