using Digest.Storage.Flow;

namespace Digest.Storage.Tests.Flow;

public sealed class FlowSettingsTests
{
    private static readonly string Key = Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    [Fact]
    public void WithoutSettingsTheStandardHolds() => Assert.Equal(FlowJson.Text(new FlowSettings().Publication), FlowJson.Text(FlowSettings.From(_ => null).Publication));

    [Fact]
    public void EachSettingIsRead()
    {
        var settings = FlowSettings.From(Values("DigestPublicationId=evening;DigestPublicationName=Evening digest;DigestBaseUrl=https://news.example.org/d;DigestDomain=news.example.org;"
            + "DigestFromAddress=a@news.example.org;DigestContactAddress=b@news.example.org;DigestPostalNote=Why;DigestPublishHour=6;DigestTimeZone=Asia/Kathmandu;DigestPublishDaysBack=all;"
            + $"DigestDebounceSeconds=10;DigestPlacementDays=7;DigestSubscriberKey={Key}"));

        Assert.Equal(("evening", "Evening digest", "https://news.example.org/d", "news.example.org"), (settings.Publication.Id, settings.Publication.Name, settings.Publication.BaseUrl, settings.Publication.Domain));
        Assert.Equal(("a@news.example.org", "b@news.example.org", "Why"), (settings.Publication.FromAddress, settings.Publication.ContactAddress, settings.Publication.PostalNote));
        Assert.Equal((6, "Asia/Kathmandu", (int?)null), (settings.Schedule.Hour, settings.Schedule.Zone.Id, settings.Schedule.DaysBack));
        Assert.Equal((TimeSpan.FromSeconds(10), 7, Key), (settings.Debounce, settings.PlacementDays, Convert.ToBase64String(settings.SubscriberKey.AsSpan())));
    }

    [Theory]
    [InlineData("DigestPublishHour=24", "DigestPublishHour is \"24\"; expected a whole number from 0 to 23.")]
    [InlineData("DigestTimeZone=Berlin", "DigestTimeZone is \"Berlin\"; expected an IANA name such as Europe/Berlin.")]
    [InlineData("DigestPublicationId=Evening News", "DigestPublicationId is \"Evening News\"; expected lower-case letters, digits and hyphens.")]
    [InlineData("DigestBaseUrl=https://example.org/", "DigestBaseUrl is \"https://example.org/\"; expected an http or https address without a slash at the end.")]
    [InlineData("DigestBaseUrl=javascript:alert", "DigestBaseUrl is \"javascript:alert\"; expected an http or https address without a slash at the end.")]
    [InlineData("DigestBaseUrl=https://example.org?a=b", "DigestBaseUrl is \"https://example.org?a=b\"; expected an http or https address without a slash at the end.")]
    [InlineData("DigestBaseUrl=https://user@example.org", "DigestBaseUrl is \"https://user@example.org\"; expected an http or https address without a slash at the end.")]
    [InlineData("DigestDomain=example.org/digest", "DigestDomain is \"example.org/digest\"; expected a domain such as digest.example.org.")]
    [InlineData("DigestDomain=exämple.org", "DigestDomain is \"exämple.org\"; expected a domain such as digest.example.org.")]
    [InlineData("DigestFromAddress=digest", "DigestFromAddress is \"digest\"; expected a mail address such as digest@example.org.")]
    [InlineData("DigestFromAddress=Digest <digest@example.org>", "DigestFromAddress is \"Digest <digest@example.org>\"; expected a mail address such as digest@example.org.")]
    [InlineData("DigestContactAddress=a@example.org\r\nBcc: b@example.org", "DigestContactAddress is \"a@example.org\r\nBcc: b@example.org\"; expected a mail address such as editor@example.org.")]
    [InlineData("DigestPublicationName=Daily\ndigest", "DigestPublicationName is \"Daily\ndigest\"; expected a line of text.")]
    [InlineData("DigestPostalNote=Why\u0000", "DigestPostalNote is \"Why\u0000\"; expected a line of text.")]
    // A key is a secret, right or wrong.
    [InlineData("DigestSubscriberKey=c2hvcnQ", "DigestSubscriberKey cannot be used; expected 32 bytes or more as base64.")]
    public void WhatCannotBeUsedIsSaid(string settings, string expected) => Assert.Equal(expected, Assert.Throws<InvalidOperationException>(() => FlowSettings.From(Values(settings))).Message);

    [Theory]
    [InlineData("DigestSmtpHost=mail.example.org", "SmtpMailSender")]
    [InlineData("DigestMailFolder=/tmp/mail", "FolderMailSender")]
    public void MailGoesWhereTheSettingsSay(string settings, string sender) => Assert.Equal(sender, MailSettings.Open(Values(settings)).GetType().Name);

    [Theory]
    [InlineData("")]
    [InlineData("DigestSmtpHost=mail.example.org;DigestMailFolder=/tmp/mail")]
    public void WhereMailGoesMustBePlain(string settings) => Assert.Throws<InvalidOperationException>(() => MailSettings.Open(Values(settings)));

    [Theory]
    [InlineData("", "No setting says")]
    [InlineData("DigestFolder=/tmp/x;DigestStorage=UseDevelopmentStorage=true", "More than one setting says")]
    [InlineData("DigestStorage__blobServiceUri=https://a.blob.core.windows.net", "DigestStorage__queueServiceUri is missing")]
    [InlineData("DigestStorage__blobServiceUri=http://a.blob.core.windows.net;DigestStorage__queueServiceUri=https://a.queue.core.windows.net", "DigestStorage__blobServiceUri is \"http://a.blob.core.windows.net\"; expected an https address")]
    [InlineData("DigestStorage__blobServiceUri=https://a.blob.core.windows.net?sv=1;DigestStorage__queueServiceUri=https://a.queue.core.windows.net", "DigestStorage__blobServiceUri is \"https://a.blob.core.windows.net?…\"; expected an https address alone")]
    public void WhereTheStoreIsMustBePlain(string settings, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidOperationException>(() => StorageSettings.Open(Values(settings), TimeProvider.System)).Message, StringComparison.Ordinal);

    /// <summary>An address with a signature opens the account to whoever reads it, in a log too.</summary>
    [Fact]
    public void ASignatureInAnAddressIsNotRepeated() => Assert.DoesNotContain("c2lnbmF0dXJl", Assert.Throws<InvalidOperationException>(() => StorageSettings.Open(
        Values("DigestStorage__blobServiceUri=https://a.blob.core.windows.net/?sig=c2lnbmF0dXJl;DigestStorage__queueServiceUri=https://a.queue.core.windows.net"), TimeProvider.System)).Message, StringComparison.Ordinal);

    [Fact]
    public void AnAccountIsReachedWithTheAppsIdentity()
    {
        var stores = StorageSettings.Open(Values("DigestStorage__blobServiceUri=https://a.blob.core.windows.net;DigestStorage__queueServiceUri=https://a.queue.core.windows.net;DigestStorage__clientId=x"), TimeProvider.System);

        Assert.IsType<AzureBlobStore>(stores.Blobs);
        Assert.IsType<AzureMessageQueue>(stores.Queue);
    }

    private static Func<string, string?> Values(string settings) => settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal).GetValueOrDefault;
}
