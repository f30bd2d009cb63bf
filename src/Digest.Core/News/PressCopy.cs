using System.Collections.Immutable;

namespace Digest.News;

/// <summary>What the layout of an article's text tells: its blocks, and what its head lines and dateline say.</summary>
internal sealed record CopyReading(ImmutableArray<TextBlock> Blocks)
{
    public string? Title { get; init; }

    public ImmutableArray<HeadLine> HeadLines { get; init; } = [];

    public ImmutableArray<Dateline> Datelines { get; init; } = [];

    public string? Outlet { get; init; }
}

/// <summary>
/// Reads the layout of press copy: which lines are headline, byline, caption, furniture of the page, and which are the story.
/// Whatever no rule tells is a paragraph: a line of furniture read as story is a nuisance, a lost paragraph is a lost fact.
/// </summary>
internal static class PressCopy
{
    public static CopyReading Read(string text, CopyHints hints)
    {
        var pieces = CopyPiece.Lines(text);
        for (var i = 0; i < pieces.Count && i < hints.LineKinds.Length; i++)
            pieces[i].Kind = hints.LineKinds[i];

        SplitLeadingDate(text, pieces);
        SplitGluedCaption(text, pieces);
        MarkFurniture(text, pieces);
        var (title, outlet) = CopyHead.Mark(text, pieces, hints.Title);
        var datelines = CopyBody.Mark(text, pieces);
        return new([.. pieces.Select(piece => new TextBlock(piece.Kind ?? BlockKind.Paragraph, piece.Span))])
        {
            Title = title,
            Outlet = outlet,
            HeadLines = [.. pieces.Where(piece => piece.Head is not null).Select(piece => piece.Head!)],
            Datelines = [.. datelines],
        };
    }

    /// <summary>Whether a line reads as a sentence of the story: it ends in a full stop and has the length of one, and is not set as a headline.</summary>
    public static bool IsSentence(string line)
    {
        var words = PressText.Words(line);
        return (PressText.EndsInFullStop(line) && words.Length >= 8 && !(words.Length <= 20 && PressText.IsTitleCase(line))) || line.Length > 280;
    }

    /// <summary>
    /// Takes the parts before and behind a position apart. The new piece behind is not after an empty line.
    /// </summary>
    public static void Split(string text, List<CopyPiece> pieces, int index, int at, BlockKind? kindBefore)
    {
        var (start, end) = (pieces[index].Span.Start, pieces[index].Span.End);
        pieces.Insert(index + 1, new(PressText.Trim(text, at, end), afterBlank: false) { Kind = pieces[index].Kind });
        pieces[index].Span = PressText.Trim(text, start, at);
        pieces[index].Kind = kindBefore;
    }

    /// <summary>Feeds put " date 2023-11-22 " in front of the first sentence, on the same line.</summary>
    private static void SplitLeadingDate(string text, List<CopyPiece> pieces)
    {
        if (pieces.Count == 0)
            return;
        var span = pieces[0].Span;
        var dates = DateScanner.Find(text, span.Start, Math.Min(span.End, span.Start + 60));
        if (dates is not [{ Year: not null } date, ..] || date.Span.End + 20 >= span.End)
            return;
        var label = PressText.Key(text.AsSpan(span.Start, date.Span.Start - span.Start)).TrimEnd(':', ' ');
        var rest = PressText.Trim(text, date.Span.End, span.End);
        var isIso = char.IsAsciiDigit(text[date.Span.Start]) && text[date.Span.Start + 4] == '-';
        if ((label is "date" or "published" or "posted" or "publication date" || (label.Length == 0 && isIso)) && (char.IsUpper(text[rest.Start]) || text[rest.Start] is '"' or '“' or '‘'))
        {
            Split(text, pieces, 0, date.Span.End, BlockKind.DateLine);
            pieces[0].Head = new() { Date = date };
        }
    }

    private static void SplitGluedCaption(string text, List<CopyPiece> pieces)
    {
        for (var i = 0; i < pieces.Count && i < 6; i++)
        {
            if (pieces[i].Kind is null && CaptionSigns.GluedEnd(pieces[i].Span.In(text)) is { } end)
                Split(text, pieces, i, pieces[i].Span.Start + end, BlockKind.Caption);
        }
    }

    private static void MarkFurniture(string text, List<CopyPiece> pieces)
    {
        var firstSentence = pieces.FindIndex(piece => piece.Kind is null or BlockKind.Paragraph && IsSentence(piece.Span.In(text)));
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind is not (null or BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Subhead))
                continue;
            var line = pieces[i].Span.In(text);
            var inBody = firstSentence >= 0 && i > firstSentence;
            if (inBody && PageFurniture.ClosesStory(line))
            {
                for (; i < pieces.Count; i++)
                    pieces[i].Kind = BlockKind.Boilerplate;
            }
            else if (PageFurniture.OpensLinkList(line) && !(i + 1 == pieces.Count && firstSentence < 0))
            {
                pieces[i].Kind = BlockKind.Boilerplate;
                while (inBody && i + 1 < pieces.Count && IsLink(pieces[i + 1].Span.In(text)))
                    pieces[++i].Kind = BlockKind.Boilerplate;
            }
            else
                pieces[i].Kind = KindOf(line) ?? pieces[i].Kind;
            if (i < pieces.Count && pieces[i].Kind == BlockKind.Boilerplate)
                KeepProseBehind(text, pieces, i);
        }
    }

    private static BlockKind? KindOf(string line) =>
        CreditSigns.IsCorrection(line) ? BlockKind.CorrectionNotice
        : CreditSigns.IsAdvisory(line) ? BlockKind.Boilerplate
        : CreditSigns.IsCredit(line) ? BlockKind.Credit
        : CaptionSigns.Is(line) ? BlockKind.Caption
        : PageFurniture.Is(line) ? BlockKind.Boilerplate
        : null;

    /// <summary>A link's text has no full stop, or is short.</summary>
    private static bool IsLink(string line) => line.Length <= 160 && !(PressText.EndsInFullStop(line) && PressText.Words(line).Length > 8);

    /// <summary>"Welcome to our live coverage. Reports are coming in of …": only the greeting is furniture.</summary>
    private static void KeepProseBehind(string text, List<CopyPiece> pieces, int i)
    {
        var span = pieces[i].Span;
        var line = span.In(text);
        var stop = line.IndexOf(". ", StringComparison.Ordinal);
        if (stop < 0 || stop + 2 >= line.Length || !char.IsUpper(line[stop + 2]) || line[..stop].Contains(':', StringComparison.Ordinal))
            return;
        var rest = line[(stop + 2)..];
        if (!PageFurniture.Is(line[..(stop + 1)]) || PageFurniture.Is(rest) || !IsSentence(rest))
            return;
        Split(text, pieces, i, span.Start + stop + 1, BlockKind.Boilerplate);
        pieces[i + 1].Kind = null;
    }
}
