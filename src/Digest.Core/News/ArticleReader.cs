using System.Collections.Immutable;

namespace Digest.News;

/// <summary>Makes articles of what is uploaded. Input that is not as hoped gives a <see cref="ReadProblem"/>, never an exception.</summary>
public static class ArticleReader
{
    /// <summary>The most bytes an upload may have, and the most an unpacked document may come to.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Reads one upload by its name's ending, its media type and its first bytes.</summary>
    public static ArticleReading Read(UploadedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Content.Length > MostBytes)
            return Failed(file, $"has {file.Content.Length} bytes; at most {MostBytes} are read. Upload the article's text alone.");
        var decoded = TextDecoder.Decode(file.Content.Span, TextDecoder.CharsetOf(file.ContentType));
        return Made(file, decoded.Text, CopyHints.None, []);
    }

    /// <summary>
    /// Makes an article of text that is at hand. The text is kept as it is, so spans count its UTF-16 code units.
    /// </summary>
    /// <param name="name">What the article is called where it came from; a date in it counts as the upload's.</param>
    /// <param name="date">The date that came with the text; the text's own date wins over it.</param>
    /// <param name="title">The headline that came with the text, if it did not come inside it.</param>
    public static Article FromText(string name, string text, DateOnly? date = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        return Make(name, text, CopyHints.None with { Title = title }, date ?? ArticleDate.InName(name));
    }

    private static ArticleReading Made(UploadedFile file, string text, CopyHints hints, ImmutableArray<ReadProblem> problems)
    {
        if (text.All(PressText.IsBlank))
            return Failed(file, "holds no text.");
        var upload = ArticleDate.InName(file.Name) ?? (file.UploadedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null);
        return new(Make(file.Name, text, hints, upload), problems);
    }

    private static Article Make(string name, string text, CopyHints hints, DateOnly? upload)
    {
        var reading = PressCopy.Read(text, hints);
        var (date, basis) = ArticleDate.Settle(text, reading, hints.Date, upload);
        var dateline = reading.Datelines.IsEmpty ? null : reading.Datelines[0].Place;
        return new()
        {
            Id = ArticleIds.Of(text),
            Name = name,
            Text = text,
            Blocks = reading.Blocks,
            Title = hints.Title ?? reading.Title,
            Byline = hints.Byline ?? BylineOf(text, reading),
            Dateline = dateline ?? hints.Dateline ?? reading.HeadLines.Select(line => line.Place).FirstOrDefault(place => place is not null),
            Outlet = hints.Outlet ?? OutletOf(reading),
            Agencies = Agencies.In(text, reading),
            Url = hints.Url,
            Date = date,
            DateBasis = basis,
        };
    }

    private static string? BylineOf(string text, CopyReading reading) =>
        reading.HeadLines.Select(line => line.Byline).FirstOrDefault(byline => byline is not null)
        ?? reading.Blocks.Where(block => block.Kind == BlockKind.Credit).Select(block => Bylines.OfCredit(block.Span.In(text))).FirstOrDefault(byline => byline is not null);

    /// <summary>The masthead, or whom a date line names; with a dateline of the story's own, what stands before a date line's comma is the outlet.</summary>
    private static string? OutletOf(CopyReading reading) => reading.Outlet ?? reading.HeadLines.Select(line => line.Outlet).FirstOrDefault(outlet => outlet is not null)
        ?? (reading.Datelines.IsEmpty ? null : reading.HeadLines.Where(line => line.Date is not null && line.Byline is null).Select(line => line.Place).FirstOrDefault(place => place is not null));

    private static ArticleReading Failed(UploadedFile file, string message) => new(null, [new(file.Name, 0, 0, message)]);
}
