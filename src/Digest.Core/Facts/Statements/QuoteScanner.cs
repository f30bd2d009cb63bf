using System.Collections.Immutable;
using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Finds the outermost quoted stretches of an article: straight, curly, single, low and angle marks, nested in one another, continued over paragraphs
/// (where the opening mark is repeated) or never closed. One pass over the text.
/// </summary>
internal static class QuoteScanner
{
    private enum Mark
    {
        None,

        /// <summary>“…”, „…“, "…", ``…'': marks that mean nothing else.</summary>
        Double,

        /// <summary>‘…’, '…': marks that are apostrophes as well.</summary>
        Single,
        Angle,
    }

    private readonly record struct Open(Mark Mark, int At, int Content);

    internal static ImmutableArray<Quote> Scan(Article article)
    {
        var quotes = ImmutableArray.CreateBuilder<Quote>();
        var left = Mark.None;
        for (var b = 0; b < article.Blocks.Length; b++)
        {
            var block = article.Blocks[b];
            if (!block.IsStory)
                continue;
            left = ScanBlock(article.Text, b, block.Span, left, quotes);
        }

        return quotes.ToImmutable();
    }

    /// <returns>The mark that the block leaves open.</returns>
    private static Mark ScanBlock(string text, int b, TextSpan block, Mark left, ImmutableArray<Quote>.Builder quotes)
    {
        var stack = new Stack<Open>();
        var first = block.Start;
        while (first < block.End && char.IsWhiteSpace(text[first]))
            first++;
        var continues = left != Mark.None && IsMarkOf(left, text, first);
        if (left != Mark.None && !continues && ClosesFirst(text, block, left))
        {
            // The mark was not repeated, yet this block closes what the last one opened.
            stack.Push(new Open(left, first, first));
            continues = true;
        }

        for (var at = first; at < block.End; at++)
        {
            var (mark, opens, closes, length) = MarkAt(text, at, block);
            if (mark == Mark.None)
                continue;
            if (closes && stack.Any(o => o.Mark == mark) && !(opens && mark == Mark.Double && stack.Peek().Mark == Mark.Single))
            {
                if (mark == Mark.Single && IsPossessor(text, at, block))
                    continue;
                // An inner mark that was never closed ends with the outer one.
                while (stack.Peek().Mark != mark)
                    stack.Pop();
                var open = stack.Pop();
                if (stack.Count == 0)
                    Add(text, open, new TextSpan(open.At, at + length), at, b, true, continues && open.At == first, quotes);
            }
            else if (opens)
            {
                stack.Push(new Open(mark, at, at + length));
            }

            at += length - 1;
        }

        return Unclosed(text, b, block, first, continues, stack, quotes);
    }

    private static Mark Unclosed(string text, int b, TextSpan block, int first, bool continues, Stack<Open> stack, ImmutableArray<Quote>.Builder quotes)
    {
        while (stack.Count > 1)
            stack.Pop();
        if (stack.Count == 0)
            return Mark.None;
        var open = stack.Pop();
        // A lone single mark is an apostrophe, unless a whole paragraph opens with it.
        if (open.Mark == Mark.Single && open.At != first && text[open.At] != '‘')
            return Mark.None;
        var end = block.End;
        while (end > open.Content && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > open.Content)
            Add(text, open, new TextSpan(open.At, end), end, b, false, continues && open.At == first, quotes);
        return open.Mark;
    }

    private static void Add(string text, Open open, TextSpan outer, int innerEnd, int b, bool closed, bool continues, ImmutableArray<Quote>.Builder quotes)
    {
        var start = open.Content;
        while (start < innerEnd && (char.IsWhiteSpace(text[start]) || text[start] == '\u00A0'))
            start++;
        while (innerEnd > start && char.IsWhiteSpace(text[innerEnd - 1]))
            innerEnd--;
        if (innerEnd > start)
            quotes.Add(new Quote(outer, new TextSpan(start, innerEnd), b, closed, continues) { First = text[start] });
    }

    private static bool IsMarkOf(Mark mark, string text, int at) => at < text.Length && mark switch
    {
        Mark.Double => text[at] is '“' or '"' or '„' or '‟' or '”',
        Mark.Single => text[at] is '‘' or '\'',
        Mark.Angle => text[at] is '«' or '»',
        _ => false,
    };

    private static bool ClosesFirst(string text, TextSpan block, Mark left)
    {
        for (var at = block.Start; at < block.End; at++)
        {
            var (mark, opens, closes, _) = MarkAt(text, at, block);
            if (mark == left && left != Mark.Single)
                return closes && !opens;
        }

        return false;
    }

    /// <summary>What the character at a place can be: which kind of mark, whether it can open and whether it can close, and how long it is.</summary>
    private static (Mark Mark, bool Opens, bool Closes, int Length) MarkAt(string text, int at, TextSpan block)
    {
        var c = text[at];
        var before = at > block.Start ? text[at - 1] : ' ';
        var next = at + 1 < block.End ? text[at + 1] : ' ';
        var gapBefore = char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–' or '-' or '/' or '―' or '‘' or '“' or '"' or '\'' or ':' or '…' || (before == ',' && char.IsLetter(next));
        var gapAfter = char.IsWhiteSpace(next) || char.IsPunctuation(next);
        switch (c)
        {
            case '«':
                return (Mark.Angle, true, !gapBefore && gapAfter, 1);
            case '»':
                return (Mark.Angle, gapBefore && !char.IsWhiteSpace(next), true, 1);
            case '“' or '„' or '‟':
                return (Mark.Double, !(gapAfter && !gapBefore) || char.IsLetterOrDigit(next), !gapBefore && gapAfter, 1);
            case '”':
                // A paragraph opened with the wrong mark: ” … and we left,” he said.
                return (Mark.Double, gapBefore && (char.IsLetterOrDigit(next) || at == block.Start), !(gapBefore && char.IsLetterOrDigit(next)), 1);
            case '"':
                // Feet and inches: 5'11"
                if (char.IsAsciiDigit(before) && at >= 2 && text[at - 2] is '\'' or '’' && !gapAfter)
                    return default;
                return (Mark.Double, gapBefore && !char.IsWhiteSpace(next), !(char.IsWhiteSpace(before) && char.IsLetterOrDigit(next)), 1);
            case '`' when next == '`':
                return (Mark.Double, true, false, 2);
            case '\'' when next == '\'':
                var behind = at + 2 < block.End ? text[at + 2] : ' ';
                return (Mark.Double, gapBefore && !char.IsWhiteSpace(behind), !gapBefore || char.IsWhiteSpace(behind), 2);
            case '‘':
                return (Mark.Single, gapBefore && !char.IsWhiteSpace(next), false, 1);
            // "rock 'n' roll"
            case '\'' or '’' when next == 'n' && at + 2 < block.End && text[at + 2] == c:
            case '\'' or '’' when before == 'n' && at >= 2 && text[at - 2] == c:
                return default;
            case '\'' or '’':
                var opens = c == '\'' && gapBefore && (char.IsLetter(next) || next is '“' or '"' or '[' or '…' || (char.IsAsciiDigit(next) && !IsDecade(text, at, block)));
                return (Mark.Single, opens, !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(next), 1);
            default:
                return default;
        }
    }

    // "the '90s"
    private static bool IsDecade(string text, int at, TextSpan block) => at + 3 < block.End && char.IsAsciiDigit(text[at + 2]) && text[at + 3] is 's' or ' ';

    // In ‘the fighters’ weapons were found’ the first ’ is a possessor's: a later one still closes.
    private static bool IsPossessor(string text, int at, TextSpan block)
    {
        if (at == 0 || text[at - 1] is not ('s' or 'S') || at + 1 >= block.End || text[at + 1] != ' ')
            return false;
        for (var i = at + 1; i < Math.Min(block.End, at + 400); i++)
        {
            if (text[i] is '‘' || (text[i] is '\'' && char.IsWhiteSpace(text[i - 1])))
                return false;
            if (text[i] is '’' or '\'' && !char.IsLetter(i + 1 < block.End ? text[i + 1] : ' ') && !char.IsWhiteSpace(text[i - 1]))
                return true;
        }

        return false;
    }
}
