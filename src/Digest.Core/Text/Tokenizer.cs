using System.Collections.Frozen;
using System.Globalization;

namespace Digest.Text;

/// <summary>What kind of characters a raw token is made of.</summary>
internal enum RawKind
{
    Word,
    Number,
    Punctuation,
    OpenQuote,
    CloseQuote,
    Possessive,
    Symbol,
}

/// <summary>A token before its part of speech is known.</summary>
internal readonly record struct RawToken(TextSpan Span, RawKind Kind, bool SpaceBefore);

/// <summary>
/// Cuts text into tokens, in one pass. White space, control and invisible characters (zero width, bidirectional marks, soft hyphens at a word's edge) belong to no token.
/// "U.S.", "a.m.", "Gen." keep their full stops; "Iraq's" is two tokens, "al-Sakhar", "13-year-old" and "AC-130" are one;
/// "didn't" is "did" and "n't"; "10-15" is one number.
/// </summary>
internal static class Tokenizer
{
    // Titles, ranks, months and the like: the full stop after one belongs to it and ends no sentence.
    // "St." is left out on purpose as a sentence end: "on Main St. Police said" is rarer than "St. Petersburg".
    private static readonly FrozenSet<string> Abbreviations = WordList.Read("Text/Lexicon/abbreviations.words.txt");

    internal static List<RawToken> Tokenize(string text, TextSpan within)
    {
        var tokens = new List<RawToken>(within.Length / 5);
        var openDouble = false;
        var openSingle = false;
        var at = within.Start;
        var space = true;
        while (at < within.End)
        {
            var c = text[at];
            if (IsBlank(c))
            {
                space = true;
                at++;
                continue;
            }

            if (c == '<' && TagEnd(text, at, within.End) is var end && end > at)
            {
                at = end;
                space = true;
                continue;
            }

            var start = at;
            RawKind kind;
            if (char.IsAsciiDigit(c))
                (at, kind) = ScanNumber(text, at, within.End);
            else if (IsWordChar(text, at))
                (at, kind) = (ScanWord(text, at, within.End), RawKind.Word);
            else
                (at, kind) = ScanMark(text, at, within, space, ref openDouble, ref openSingle);

            if (kind == RawKind.Word && SplitContraction(text, start, at) is var cut && cut > start && cut < at)
            {
                tokens.Add(new RawToken(new TextSpan(start, cut), RawKind.Word, space));
                tokens.Add(new RawToken(new TextSpan(cut, at), IsPossessive(text, cut, at) ? RawKind.Possessive : RawKind.Word, false));
            }
            else
            {
                tokens.Add(new RawToken(new TextSpan(start, at), kind, space));
            }

            space = false;
        }

        return tokens;
    }

    internal static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u00AD' or '\uFEFF' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsWordChar(string text, int at)
    {
        var c = text[at];
        // "FranÃ§ois": UTF-8 read as Latin-1, now and then twice over and decomposed. What stands behind the letter is the rest of it.
        if (c is >= '\u0080' and <= '\u00BF' and not '\u00A0' && at > 0 && text[at - 1] is 'Ã' or 'Â' or 'Ä' or 'Å' or '\u0083' or '\u0302' or '\u0303')
            return true;
        return char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    // "<b>", "</em>", "<br />" left over in plain copy: a tag is no word.
    private static int TagEnd(string text, int at, int end)
    {
        const int LongestTag = 12;
        var i = at + 1 < end && text[at + 1] == '/' ? at + 2 : at + 1;
        if (i >= end || !char.IsAsciiLetter(text[i]))
            return at;
        while (i < end && i < at + LongestTag && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is ' ' or '/'))
            i++;
        return i < end && text[i] == '>' ? i + 1 : at;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or 'ʿ' or 'ʾ' or '`' or '‘';

    private static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    private static (int End, RawKind Kind) ScanNumber(string text, int at, int end)
    {
        var start = at;
        while (at < end)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
                at++;
            else if (c is ',' or '.' or ':' && at + 1 < end && char.IsAsciiDigit(text[at + 1]))
                at += 2;
            else
                break;
        }

        // "10-15" and "10–15" are one number, a range; "2025-03-10" is one date.
        while (at + 1 < end && (IsHyphen(text[at]) || text[at] == '–') && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < end && (char.IsAsciiDigit(text[at]) || (text[at] is ',' or '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]))))
                at++;
        }

        // "11/22/2023" is one date.
        if (at - start <= 4)
        {
            while (at + 1 < end && text[at] == '/' && char.IsAsciiDigit(text[at + 1]) && at - start <= 8)
            {
                at++;
                while (at < end && char.IsAsciiDigit(text[at]))
                    at++;
            }
        }

        var letters = at < end && (char.IsLetter(text[at]) || (IsHyphen(text[at]) && at + 1 < end && char.IsLetter(text[at + 1])));
        return letters ? (ScanWord(text, at, end), RawKind.Word) : (at, RawKind.Number);
    }

    private static int ScanWord(string text, int at, int end)
    {
        var start = at;
        while (at < end)
        {
            var c = text[at];
            if (IsWordChar(text, at))
                at++;
            else if (IsApostrophe(c) && at + 1 < end && char.IsLetter(text[at + 1]) && at > start)
                at += 2;
            else if (IsHyphen(c) && at + 1 < end && IsWordChar(text, at + 1))
                at += 2;
            else if (c == '.' && KeepsFullStop(text, start, at, end))
                at++;
            else if (c == '&' && at > start && at + 1 < end && char.IsLetter(text[at + 1]))
                at += 2;
            else
                break;
        }

        return at;
    }

    private static bool KeepsFullStop(string text, int start, int stop, int end)
    {
        // a letter, a stop, a letter, a stop: "U.S.", "p.m."
        var letters = stop - 1;
        var single = letters >= start && char.IsLetter(text[letters]) && (letters == start || text[letters - 1] is '.' or '-');
        var more = stop + 1 < end && char.IsLetter(text[stop + 1]);
        if (single && (text.AsSpan(start, stop - start).Contains('.') || (more && stop + 2 < end && text[stop + 2] == '.')))
            return true;
        if (single && letters == start && char.IsUpper(text[start]))
            return !(text[start] == 'X' && start >= 3 && text.AsSpan(start - 3, 3).Equals("on ", StringComparison.Ordinal)); // an initial: "J. Smith"; but "posted on X. The army"
        var word = text[start..stop].ToLowerInvariant();
        if (char.IsAsciiDigit(word[0]))
            word = word.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return Abbreviations.Contains(word);
    }

    private static int SplitContraction(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        if (word.Length < 3)
            return end;
        var apostrophe = word.LastIndexOfAny("'’ʼ`");
        if (apostrophe <= 0)
            return end;
        var tail = word[(apostrophe + 1)..];
        if (tail.Equals("t", StringComparison.OrdinalIgnoreCase) && word[apostrophe - 1] is 'n' or 'N' && apostrophe >= 2)
            return start + apostrophe - 1;
        return tail.Length <= 2 && (tail.Equals("s", StringComparison.OrdinalIgnoreCase) || tail.Equals("re", StringComparison.OrdinalIgnoreCase) ||
            tail.Equals("ve", StringComparison.OrdinalIgnoreCase) || tail.Equals("ll", StringComparison.OrdinalIgnoreCase) ||
            tail.Equals("d", StringComparison.OrdinalIgnoreCase) || tail.Equals("m", StringComparison.OrdinalIgnoreCase))
            ? start + apostrophe
            : end;
    }

    private static bool IsPossessive(string text, int start, int end) => end - start == 2 && text[start + 1] is 's' or 'S' && !char.IsLetter(text[start]);

    private static (int End, RawKind Kind) ScanMark(string text, int at, TextSpan within, bool space, ref bool openDouble, ref bool openSingle)
    {
        var c = text[at];
        var next = at + 1 < within.End ? text[at + 1] : ' ';
        var before = at > within.Start ? text[at - 1] : ' ';
        switch (c)
        {
            case '“' or '«' or '„' or '‟':
                openDouble = true;
                return (at + 1, RawKind.OpenQuote);
            case '”' or '»':
                openDouble = false;
                return (at + 1, RawKind.CloseQuote);
            case '"':
                var opens = (space || before is '(' or '[' or '—' or '–' or '-' or '‘' or '\'' or '/') && !IsBlank(next) && !(openDouble && !space);
                openDouble = opens;
                return (at + 1, opens ? RawKind.OpenQuote : RawKind.CloseQuote);
            case '`' when next == '`':
                return (at + 2, RawKind.OpenQuote);
            case '\'' when next == '\'' && !space:
                return (at + 2, RawKind.CloseQuote);
            case '\'' when next == '\'' && at + 2 < within.End && !IsBlank(text[at + 2]):
                return (at + 2, RawKind.OpenQuote);
            case '‘' or '\'' or '`' when (space || before is '(' or '[' or '—' or '–' or '"' or '“' or '«') && (char.IsLetterOrDigit(next) || next is '“' or '"' or '[' or '…' or '.') && !IsElision(text, at, within.End):
                openSingle = true;
                return (at + 1, RawKind.OpenQuote);
            case '’' or '\'' or '‘':
                if (openSingle && !(before is 's' or 'S' && next == ' ' && HasLaterClosingSingle(text, at + 1, within.End)))
                {
                    openSingle = false;
                    return (at + 1, RawKind.CloseQuote);
                }

                return (at + 1, before is 's' or 'S' or 'x' or 'z' && IsBlank(next) ? RawKind.Possessive : RawKind.Punctuation);
            case '.' when next == '.':
                while (at < within.End && text[at] == '.')
                    at++;
                return (at, RawKind.Punctuation);
            case '-' when next == '-':
                while (at < within.End && text[at] == '-')
                    at++;
                return (at, RawKind.Punctuation);
        }

        return (at + 1, char.IsPunctuation(c) && c is not ('%' or '#' or '@' or '&' or '*') ? RawKind.Punctuation : RawKind.Symbol);
    }

    // "’90s", "’em": an apostrophe that stands for something left out opens nothing.
    private static bool IsElision(string text, int at, int end) =>
        text[at] is '’' or '\'' && at + 2 < end && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && (at + 3 >= end || text[at + 3] is 's' or ' ');

    // In ‘the fighters’ weapons were found’ the first ’ is a possessor's: a later one still closes.
    private static bool HasLaterClosingSingle(string text, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 400); i++)
        {
            if (text[i] is '‘')
                return false;
            if (text[i] is '’' or '\'' && i + 1 < text.Length && !char.IsLetter(text[i + 1]) && i > from && !IsBlank(text[i - 1]))
                return true;
        }

        return false;
    }
}
