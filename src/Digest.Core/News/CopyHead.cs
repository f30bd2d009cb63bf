using System.Collections.Frozen;
using Digest.Text;

namespace Digest.News;

/// <summary>Reads the head of press copy: headline, standfirst, byline and date lines, the masthead above them.</summary>
internal static class CopyHead
{
    // A head has a handful of lines; what looks like a byline further down is not one.
    private const int MostHeadLines = 20;
    private const int LongestTitle = 220;
    private const int MostTitleWords = 26;
    private const int MostStandfirsts = 2;

    private static readonly FrozenSet<string> Slugs = FrozenSet.Create(StringComparer.Ordinal,
        "FLASH", "CORRECTED", "CORRECTION", "UPDATE", "UPDATED", "REFILE", "WRAPUP", "URGENT", "BREAKING", "EXCLUSIVE", "RECAST", "REPEAT", "CLARIFICATION", "ALERT", "NEWSALERT", "ADVISORY", "RPT", "UPDATING");

    /// <summary>Marks the pieces of the head and returns headline and masthead.</summary>
    public static (string? Title, string? Outlet) Mark(string text, List<CopyPiece> pieces, string? knownTitle)
    {
        var marked = pieces.FindIndex(piece => piece.Kind == BlockKind.Title);
        var end = HeadEnd(text, pieces, out var lastMeta);
        var candidates = Candidates(text, pieces, end);
        var title = marked >= 0 ? marked
            : knownTitle is not null && FindKnown(text, pieces, knownTitle) is >= 0 and var known ? known
            : ChooseTitle(text, pieces, candidates);
        var outlet = MarkMastheads(text, pieces, candidates, title);
        if (title < 0)
            title = TakeDatedTitle(text, pieces, end);
        if (title < 0)
            return (null, outlet);

        pieces[title].Kind = BlockKind.Title;
        MarkStandfirsts(text, pieces, title, end, lastMeta);
        title = SplitSlug(text, pieces, title);
        return (PressText.Folded(pieces[title].Span.In(text)), outlet);
    }

    /// <summary>
    /// The index of the first piece of the body: the first sentence that no byline or date line follows. At most two sentences (standfirst, caption) may stand in a head.
    /// </summary>
    private static int HeadEnd(string text, List<CopyPiece> pieces, out int lastMeta)
    {
        lastMeta = -1;
        var (sentences, firstSentence) = (0, -1);
        for (var i = 0; i < pieces.Count && i < MostHeadLines; i++)
        {
            var piece = pieces[i];
            if (piece.Head is not null)
            {
                lastMeta = i;
                continue;
            }

            if (piece.Kind is not (null or BlockKind.Paragraph or BlockKind.DateLine or BlockKind.Byline))
                continue;
            var line = piece.Span.In(text);
            if (HeadLine.Read(text, piece.Span) is { } head && (i > 0 || pieces.Count > 1) && !(IsLater(head, lastMeta, sentences) || IsPerhapsTitle(text, pieces, i, head)))
            {
                (piece.Head, piece.Kind) = (head, head.Kind);
                lastMeta = i;
            }
            else if (IsStory(text, piece))
            {
                if (firstSentence < 0)
                    firstSentence = i;
                if (++sentences > 2 || Dateline.Read(text, piece.Span) is { IsCertain: true })
                    break;
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]) && LiveEntry.TimeEnd(line) > 0)
                break;
        }

        var start = Math.Max(lastMeta + 1, 0);
        if (firstSentence > lastMeta)
            return firstSentence;
        var next = pieces.FindIndex(start, piece => IsStory(text, piece));
        return next >= 0 ? next : lastMeta >= 0 ? lastMeta + 1 : pieces.Count;
    }

    /// <summary>A bare name or place is only believed before the first sentence.</summary>
    private static bool IsLater(HeadLine head, int lastMeta, int sentences) => sentences > 0 && lastMeta < 0 && head.Date is null && head.Byline is null;

    /// <summary>A first line without "By" or a date is rather the headline.</summary>
    private static bool IsPerhapsTitle(string text, List<CopyPiece> pieces, int i, HeadLine head) =>
        head.Date is null && !pieces[i].Span.In(text).StartsWith("By ", StringComparison.OrdinalIgnoreCase) && pieces.Take(i).All(piece => piece.Kind is not null);

    private static bool IsStory(string text, CopyPiece piece) =>
        piece.Kind is null or BlockKind.Paragraph && (PressCopy.IsSentence(piece.Span.In(text)) || (piece.Span.Length > 60 && Dateline.Read(text, piece.Span) is { IsCertain: true }));

    private static List<int> Candidates(string text, List<CopyPiece> pieces, int end)
    {
        var candidates = new List<int>();
        for (var i = 0; i < end && i < pieces.Count && i < MostHeadLines; i++)
        {
            var line = pieces[i].Span.In(text);
            if (pieces[i].Kind is null or BlockKind.Subhead && line.Length <= LongestTitle && LiveEntry.TimeEnd(line) == 0 && !LiveEntry.IsListItem(line))
                candidates.Add(i);
        }

        return candidates;
    }

    private static int ChooseTitle(string text, List<CopyPiece> pieces, List<int> candidates)
    {
        // Nothing follows: a text of one line is a paragraph, not a headline without a story.
        if (candidates.Count == 0 || candidates[^1] == pieces.Count - 1 && candidates.Count == pieces.Count && !pieces.Exists(piece => piece.Kind is not null))
            return -1;
        foreach (var candidate in candidates)
        {
            var line = pieces[candidate].Span.In(text);
            if (PressText.Words(line).Length > MostTitleWords || (EndsInDate(text, pieces[candidate].Span) && PressCopy.IsSentence(line)))
                continue;
            if (candidate != candidates[^1] && (IsMasthead(line, candidates.SkipWhile(c => c <= candidate).Select(c => pieces[c].Span.In(text))) || line.StartsWith("BREAKING", StringComparison.Ordinal)))
                continue;
            return candidate;
        }

        return -1;
    }

    /// <summary>The first line where it ends in a date and no other line is the headline: "Sudan conflict update, 12 March 2025". What stands beside its date names no place and no outlet.</summary>
    private static int TakeDatedTitle(string text, List<CopyPiece> pieces, int end)
    {
        if (end == 0 || pieces[0].Head is not { Date: not null, Byline: null } head || !HeadLine.IsTelling(text, pieces[0].Span))
            return -1;
        pieces[0].Head = head with { Place = null, Outlet = null };
        return 0;
    }

    /// <summary>The name of the publisher above a headline: few words, in capitals over a headline that is not, or with a word for a medium.</summary>
    private static bool IsMasthead(string line, IEnumerable<string> below)
    {
        var words = PressText.Words(line).Length;
        if (words > 5 || line.Any(char.IsAsciiDigit) || PressText.EndsInStop(line))
            return false;
        return (PressText.IsUpperCase(line) && below.Any(other => !PressText.IsUpperCase(other))) || (Bylines.IsOrganisation(line) && PressText.IsTitleCase(line) && below.Any(other => PressText.Words(other).Length > 3));
    }

    private static string? MarkMastheads(string text, List<CopyPiece> pieces, List<int> candidates, int title)
    {
        string? outlet = null;
        foreach (var candidate in candidates.Where(c => c < title))
        {
            var line = pieces[candidate].Span.In(text);
            var isCaption = PressCopy.IsSentence(line);
            pieces[candidate].Kind = isCaption ? BlockKind.Caption : BlockKind.Boilerplate;
            if (!isCaption && Bylines.IsOrganisation(line) || PressText.IsUpperCase(line) && candidate == candidates[0] && !line.Contains('–', StringComparison.Ordinal))
                outlet ??= PressText.Folded(line);
        }

        return outlet;
    }

    private static void MarkStandfirsts(string text, List<CopyPiece> pieces, int title, int end, int lastMeta)
    {
        for (var i = title + 1; i < end && i < pieces.Count && i <= Math.Max(title + MostStandfirsts, lastMeta); i++)
        {
            if (pieces[i].Kind is not null)
                continue;
            var line = pieces[i].Span.In(text);
            if (PressCopy.IsSentence(line) && EndsInDate(text, pieces[i].Span))
                pieces[i].Kind = BlockKind.Caption;
            else if (i < lastMeta || (PressText.Words(line).Length >= 6 && !LiveEntry.IsListItem(line) && LiveEntry.TimeEnd(line) == 0))
                pieces[i].Kind = BlockKind.Standfirst;
        }
    }

    /// <summary>A picture's caption says when it was taken: its last words are a date with its year, which a story's sentences rarely end in.</summary>
    private static bool EndsInDate(string text, TextSpan span) =>
        DateScanner.Find(text, span.Start, span.End) is [.., { Year: not null } last] && PressText.Trim(text, last.Span.End, span.End).Length <= 1;

    private static int FindKnown(string text, List<CopyPiece> pieces, string title)
    {
        var key = PressText.Key(title).TrimEnd('.');
        return pieces.FindIndex(0, Math.Min(pieces.Count, MostHeadLines), piece => piece.Kind is null or BlockKind.Paragraph && PressText.Key(piece.Span.In(text)).TrimEnd('.') == key);
    }

    /// <summary>"FLASH - ", "CORRECTED-", "UPDATE 2-" before a headline say what kind of filing it is.</summary>
    private static int SplitSlug(string text, List<CopyPiece> pieces, int title)
    {
        var line = pieces[title].Span.In(text);
        var word = line.AsSpan(0, line.TakeWhile(char.IsAsciiLetterUpper).Count()).ToString();
        if (!Slugs.Contains(word))
            return title;
        var at = word.Length;
        while (at < line.Length && (line[at] == ' ' || char.IsAsciiDigit(line[at])))
            at++;
        if (line.AsSpan(at).StartsWith("NEWS", StringComparison.Ordinal))
            at += 4;
        if (at >= line.Length || line[at] is not ('-' or '–' or '—' or ':'))
            return title;
        do
            at++;
        while (at < line.Length && (line[at] is '-' || PressText.IsBlank(line[at])));
        if (at >= line.Length)
            return title;
        PressCopy.Split(text, pieces, title, pieces[title].Span.Start + at, word.StartsWith("CORRECT", StringComparison.Ordinal) ? BlockKind.CorrectionNotice : BlockKind.Boilerplate);
        pieces[title + 1].Kind = BlockKind.Title;
        return title + 1;
    }
}
