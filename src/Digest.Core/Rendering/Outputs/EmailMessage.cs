using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Digest.Editions;
using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Outputs;

/// <summary>What a mail's headers say of the edition it carries.</summary>
public sealed record MailHeading(Publication Publication, DateOnly Date, int Number, DateTimeOffset PublishedAt, string Subject);

/// <summary>An edition as a mail to one reader: the headers that mailing lists need, then the two bodies.</summary>
public static class EmailMessage
{
    private const int LongestHeadline = 120;

    /// <summary>"Sources give at least 3 to 8 killed in US strikes in Iraq | 22 Nov 2023"; a correction is always labelled as one.</summary>
    public static string Subject(DigestModel model)
    {
        var label = model.Edition.Kind switch
        {
            EditionKind.Correction => "Correction: ",
            EditionKind.Withdrawn => "Withdrawn: ",
            _ => "",
        };
        return $"{label}{Shortened(model.Headline)} | {Dates.Short(model.Edition.Day.Date)}";
    }

    public static string UnsubscribeUrl(Publication publication, Recipient recipient) => $"{publication.BaseUrl}/u/{Uri.EscapeDataString(recipient.Token)}";

    /// <summary>The message as bytes; the same model, bodies and recipient give the same bytes.</summary>
    /// <exception cref="ArgumentException">A header value or an address holds a line end, a control character or no address at all.</exception>
    public static byte[] Write(DigestModel model, EmailBody body, Recipient recipient)
    {
        var edition = model.Edition;
        return Write(new(edition.Publication, edition.Day.Date, edition.Number, edition.PublishedAt, Subject(model)), body.Text, body.Html, recipient);
    }

    /// <summary>The same of bodies that were rendered before, as an edition is kept.</summary>
    /// <exception cref="ArgumentException">A header value or an address holds a line end, a control character or no address at all.</exception>
    public static byte[] Write(MailHeading heading, string text, string html, Recipient recipient)
    {
        var publication = heading.Publication;
        var day = heading.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var reader = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{publication.Id}\n{recipient.Address}\n{recipient.Token}")))[..20];
        return MimeWriter.Alternative(
        [
            ("From", MimeValue.Mailbox(publication.Name, publication.FromAddress)),
            ("To", MimeValue.Mailbox(null, recipient.Address)),
            ("Reply-To", MimeValue.Mailbox(null, publication.ContactAddress)),
            ("Subject", MimeValue.Text(heading.Subject)),
            ("Date", MimeValue.Token(heading.PublishedAt.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture))),
            ("Message-ID", MimeValue.Token(string.Create(CultureInfo.InvariantCulture, $"<{day}.e{heading.Number}.{reader}@{publication.Domain}>"))),
            ("References", MimeValue.Token($"<{day}@{publication.Domain}>")),
            ("List-Id", MimeValue.List(publication.Name, $"{publication.Id}.{publication.Domain}")),
            ("List-Unsubscribe", MimeValue.Token($"<{UnsubscribeUrl(publication, recipient)}>, <mailto:{publication.ContactAddress}?subject=unsubscribe>")),
            ("List-Unsubscribe-Post", MimeValue.Token("List-Unsubscribe=One-Click")),
            ("Auto-Submitted", MimeValue.Token("auto-generated")),
            ("Content-Language", MimeValue.Token("en")),
        ], text, html);
    }

    private static string Shortened(string headline)
    {
        if (headline.Length <= LongestHeadline)
            return headline;
        var cut = headline.LastIndexOf(' ', LongestHeadline - 1);
        if (cut < LongestHeadline / 2)
            cut = char.IsHighSurrogate(headline[LongestHeadline - 2]) ? LongestHeadline - 2 : LongestHeadline - 1;
        return $"{headline[..cut]}…";
    }
}
