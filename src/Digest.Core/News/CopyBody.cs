using System.Collections.Frozen;
using Digest.Text;

namespace Digest.News;

/// <summary>Reads the body of press copy: dateline, subheads, list items, entries of a live page.</summary>
internal static class CopyBody
{
    private const int LongestSubhead = 70;
    private const int ShortestLede = 60;

    private static readonly FrozenSet<string> QuestionWords = FrozenSet.Create(StringComparer.Ordinal,
        "who", "what", "what's", "when", "where", "why", "how", "which", "is", "are", "was", "were", "did", "does", "do", "could", "can", "will", "has", "have", "should");

    /// <summary>Marks what is not a plain paragraph and returns the datelines found.</summary>
    public static List<Dateline> Mark(string text, List<CopyPiece> pieces)
    {
        var datelines = SplitDatelines(text, pieces);
        SplitRunInHeads(text, pieces);
        var isUpper = pieces.Count(piece => piece.Kind is null && PressText.IsUpperCase(piece.Span.In(text))) * 2 > pieces.Count(piece => piece.Kind is null);
        // A subhead stands over something: behind this piece there is no more story.
        var lastStory = pieces.FindLastIndex(piece => piece.Kind is null or BlockKind.Paragraph or BlockKind.ListItem && piece.Span.Length > LongestSubhead);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind is not null)
                continue;
            var line = pieces[i].Span.In(text);
            if (LiveEntry.IsListItem(line))
                pieces[i].Kind = BlockKind.ListItem;
            else if ((HeadLine.IsBareDate(text, pieces[i].Span) || HeadLine.IsImprint(text, pieces[i].Span)) && i > 0)
                pieces[i].Kind = BlockKind.DateLine;
            else if (IsEntryHeading(line, pieces, i))
            {
                PressCopy.Split(text, pieces, i, pieces[i].Span.Start + LiveEntry.TimeEnd(line), BlockKind.DateLine);
                lastStory++;
                pieces[++i].Kind = PageFurniture.Is(pieces[i].Span.In(text)) ? BlockKind.Boilerplate : BlockKind.Subhead;
            }
            else if (i < lastStory && IsSubhead(text, pieces, i, isUpper))
                pieces[i].Kind = BlockKind.Subhead;
        }

        return datelines;
    }

    private static List<Dateline> SplitDatelines(string text, List<CopyPiece> pieces)
    {
        var datelines = new List<Dateline>();
        var paragraphs = 0;
        var headed = AreHeads(text, pieces);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind is not (null or BlockKind.Paragraph))
                continue;
            var span = pieces[i].Span;
            if (LiveEntry.IsListItem(span.In(text)))
                continue;
            var isFirst = paragraphs == 0 && span.Length >= ShortestLede;
            if (Dateline.Read(text, span) is { } dateline && !(headed && IsHead(text, dateline)) && IsBelieved(text, dateline, span, isFirst))
            {
                datelines.Add(dateline);
                PressCopy.Split(text, pieces, i, dateline.Span.End, BlockKind.DateLine);
                i++;
            }

            if (span.Length >= ShortestLede)
                paragraphs++;
        }

        return datelines;
    }

    // "CONGO – Nine people …", "SUDAN – The army …": what opens paragraph after paragraph heads the items of a round-up.
    private static bool AreHeads(string text, List<CopyPiece> pieces) =>
        pieces.Where(p => p.Kind is null or BlockKind.Paragraph).Select(p => Dateline.Read(text, p.Span)).OfType<Dateline>().Where(d => IsHead(text, d)).Select(d => d.Place).Distinct(StringComparer.Ordinal).Take(2).Count() > 1;

    private static bool IsHead(string text, Dateline dateline) => dateline.Date is null && dateline.Agency is null && PressText.IsUpperCase(dateline.Span.In(text)) && !dateline.Place.Contains(',', StringComparison.Ordinal);

    /// <summary>Later in a text only a dateline with its date or agency is one: "HEALTH - The hospital" is a heading, "Hospital: " a label.</summary>
    private static bool IsBelieved(string text, Dateline dateline, TextSpan paragraph, bool isFirst) =>
        dateline.Date is not null || (dateline.Agency is not null && isFirst)
        || (isFirst && paragraph.End - dateline.Span.End >= ShortestLede && PressText.Words(dateline.Place).Length <= 4
            && (dateline.IsCertain || (char.IsUpper(text[dateline.Span.End]) && Array.TrueForAll(PressText.Words(dateline.Place), word => char.IsUpper(word[0])))));

    private static bool IsEntryHeading(string line, List<CopyPiece> pieces, int i) =>
        LiveEntry.TimeEnd(line) > 0 && line.Length <= 120 && !PressText.EndsInFullStop(line) && i + 1 < pieces.Count && !pieces[i + 1].AfterBlank;

    private static bool IsSubhead(string text, List<CopyPiece> pieces, int i, bool isUpperCaseCopy)
    {
        var line = pieces[i].Span.In(text);
        var words = PressText.Words(line).Length;
        if (line.Length > LongestSubhead || words > (isUpperCaseCopy ? 3 : 9) || (PressText.EndsInStop(line) && !IsQuestion(line)) || i == 0)
            return false;
        // A line that opens a quotation without closing it is part of one.
        var isOpenQuote = line[0] is '"' or '“' or '‘' or '«' && line[^1] is not ('"' or '”' or '’' or '»');
        return !isOpenQuote;
    }

    /// <summary>"Where did it happen?": explainers head their parts with questions of their own, never in quotation marks.</summary>
    private static bool IsQuestion(string line) => line.EndsWith('?') && QuestionWords.Contains(line.Split(' ', 2)[0].ToLowerInvariant());

    /// <summary>Round-ups open each paragraph with its country in capitals: "MALI Gunmen attacked". Three of them make a round-up.</summary>
    private static void SplitRunInHeads(string text, List<CopyPiece> pieces)
    {
        var heads = pieces.Where(piece => piece.Kind is null or BlockKind.Paragraph).Count(piece => RunInEnd(piece.Span.In(text)) > 0);
        for (var i = 0; heads >= 3 && i < pieces.Count; i++)
        {
            if (pieces[i].Kind is null or BlockKind.Paragraph && RunInEnd(pieces[i].Span.In(text)) is > 0 and var end)
            {
                PressCopy.Split(text, pieces, i, pieces[i].Span.Start + end, BlockKind.Subhead);
                i++;
            }
        }
    }

    private static int RunInEnd(string line)
    {
        var at = 0;
        var words = 0;
        while (at < line.Length && words < 4)
        {
            var from = at;
            while (at < line.Length && char.IsUpper(line[at]))
                at++;
            if (at - from < 2 || at >= line.Length || line[at] != ' ')
            {
                at = from;
                break;
            }

            words++;
            at++;
        }

        return words > 0 && at < line.Length - 40 && char.IsUpper(line[at]) && line[..at].Trim().Length >= 4 && (char.IsLower(line[at + 1]) || line[at + 1] == ' ') ? at : 0;
    }
}
