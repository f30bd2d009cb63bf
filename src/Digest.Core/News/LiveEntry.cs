namespace Digest.News;

/// <summary>How the entries of live pages and lists open.</summary>
internal static class LiveEntry
{
    /// <summary>Behind "15:20 " or "9.40pm " at a line's start: where the entry's heading begins; 0 where there is no such time or nothing behind it.</summary>
    public static int TimeEnd(string line)
    {
        var at = 0;
        while (at < line.Length && at < 2 && char.IsAsciiDigit(line[at]))
            at++;
        if (at == 0 || at + 3 > line.Length || line[at] is not (':' or '.') || !char.IsAsciiDigit(line[at + 1]) || !char.IsAsciiDigit(line[at + 2]))
            return 0;
        at += 3;
        foreach (var half in (string[])["am", "pm", " am", " pm", " a.m.", " p.m.", " GMT"])
        {
            if (line.AsSpan(at).StartsWith(half, StringComparison.OrdinalIgnoreCase))
            {
                at += half.Length;
                break;
            }
        }

        var blanks = at;
        while (at < line.Length && line[at] is ' ' or '-' or '–' or '—' or ':' or '|' or '\u00A0')
            at++;
        return at > blanks && at < line.Length && !char.IsLower(line[at]) ? at : 0;
    }

    /// <summary>"• …", "- …", "1. …", "2) …".</summary>
    public static bool IsListItem(string line)
    {
        if (line.Length < 3)
            return false;
        if (line[0] is '•' or '●' or '▪' or '◦' or '‣' or '·' or '■' or '□' or '►' or '✦')
            return true;
        if (line[0] is '-' or '–' or '*' or '—')
            return line[1] == ' ';
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits is 1 or 2 && line.Length > digits + 2 && line[digits] is '.' or ')' && PressText.IsBlank(line[digits + 1]);
    }
}
