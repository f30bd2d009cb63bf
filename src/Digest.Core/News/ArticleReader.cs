namespace Digest.News;

/// <summary>Makes articles of what is uploaded. Input that is not as hoped gives a <see cref="ReadProblem"/>, never an exception.</summary>
public static class ArticleReader
{
    /// <summary>The most bytes an upload may have, and the most an unpacked document may come to.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>The most lines an article may have.</summary>
    public const int MostLines = 20_000;

    /// <summary>Reads one upload by its name's ending, its media type and its first bytes.</summary>
    public static ArticleReading Read(UploadedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Content.Length > MostBytes)
            return Failed(file, $"has {file.Content.Length} bytes; at most {MostBytes} are read. Upload the article's text alone.");
        if (file.Content.IsEmpty)
            return Failed(file, "is empty.");

        var charset = TextDecoder.CharsetOf(file.ContentType);
        var format = UploadFormats.Of(file);
        if (UploadFormats.WhyNotRead(format) is { } reason)
            return Failed(file, reason);
        if (format == UploadFormat.PlainText)
            return Made(file, TextDecoder.Decode(file.Content.Span, charset).Text, CopyHints.None);

        var reading = format switch
        {
            UploadFormat.Html => HtmlArticle.Read(file.Content.Span, charset),
            UploadFormat.Markdown => MarkdownArticle.Read(TextDecoder.Decode(file.Content.Span, charset).Text),
            UploadFormat.Json => JsonArticle.Read(TextDecoder.Decode(file.Content.Span, charset).Text),
            UploadFormat.Feed => FeedArticle.Read(file.Content),
            _ => DocxArticle.Read(file.Content),
        };
        return reading.Problem is { } problem
            ? new(null, [new(file.Name, reading.Line, reading.Column, problem)])
            : Made(file, reading.Text, reading.Hints);
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
        var hints = CopyHints.None with { Title = title };
        return Make(name, text, PressCopy.Read(text, hints), hints, date ?? ArticleDate.InName(name));
    }

    private static ArticleReading Made(UploadedFile file, string text, CopyHints hints)
    {
        if (text.All(PressText.IsBlank))
            return Failed(file, "holds no text.");
        if (text.AsSpan().Count('\n') is > MostLines and var lines)
            return Failed(file, $"has {lines} lines; at most {MostLines} are read. Upload one article in each file.");
        var upload = ArticleDate.InName(file.Name) ?? (file.UploadedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null);
        var reading = PressCopy.Read(text, hints);
        return new(Make(file.Name, text, reading, hints, upload), [.. Doubts(file.Name, text, reading)]);
    }

    /// <summary>What an editor should look at although the article could be read.</summary>
    private static IEnumerable<ReadProblem> Doubts(string name, string text, CopyReading reading)
    {
        foreach (var date in ArticleDate.Contradictions(reading))
            yield return At(date.Span.Start, $"\"{date.Span.In(text)}\" names a weekday that is not the date's; the date was kept. Check which is right.");
        var damaged = text.IndexOf("â€", StringComparison.Ordinal);
        if (damaged >= 0)
            yield return At(damaged, "holds characters of a wrong decoding (\"â€\") that cannot be put right. Export the article again as UTF-8.");

        ReadProblem At(int position, string message)
        {
            var before = text.AsSpan(0, position);
            return new(name, before.Count('\n') + 1, position - before.LastIndexOf('\n'), message);
        }
    }

    private static Article Make(string name, string text, CopyReading reading, CopyHints hints, DateOnly? upload)
    {
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
