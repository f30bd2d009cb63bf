namespace Digest.Text.Times;

/// <summary>One word, number or mark of a text, as times are read from it.</summary>
internal readonly record struct TimePiece(int Start, int End, string Lower, bool IsCapital, bool IsNumber);

/// <summary>Cuts text into words, numbers and single marks in one pass; ordinals lose their ending ("22nd" is 22), possessives theirs ("Tuesday's").</summary>
internal static class TimePieces
{
    public static List<TimePiece> Of(string text, TextSpan within)
    {
        var pieces = new List<TimePiece>();
        var end = Math.Min(within.End, text.Length);
        for (var i = within.Start; i < end;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
                i = NumberEnd(text, i, end);
            else if (char.IsLetter(text[i]))
            {
                while (i < end && char.IsLetter(text[i]))
                    i++;
            }
            else
            {
                i++;
                if (!char.IsWhiteSpace(text[start]))
                    pieces.Add(new(start, i, text[start] is '–' or '—' or '‑' ? "-" : text[start] is '’' ? "'" : text[start..i], false, false));
                continue;
            }

            var word = text[start..Math.Min(i, start + 24)].ToLowerInvariant();
            var isNumber = char.IsAsciiDigit(text[start]);
            if (isNumber && i < end && IsOrdinalEnding(text, i, end))
                i += 2;
            pieces.Add(new(start, i, word, char.IsUpper(text[start]), isNumber));
        }

        return pieces;
    }

    // "2,014" and "7.62" are one number each, and neither a year nor a day.
    private static int NumberEnd(string text, int i, int end)
    {
        while (i < end && (char.IsAsciiDigit(text[i]) || (text[i] is ',' or '.' && i + 1 < end && char.IsAsciiDigit(text[i + 1]))))
            i++;
        return i;
    }

    private static bool IsOrdinalEnding(string text, int i, int end) =>
        i + 1 < end && (i + 2 >= end || !char.IsLetter(text[i + 2]))
        && text.AsSpan(i, 2) is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH";
}
