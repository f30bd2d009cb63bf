namespace Digest.News;

/// <summary>Tells the lines in which a newsroom says who reported, and those in which it corrects itself.</summary>
internal static class CreditSigns
{
    private static readonly string[] Credits =
    [
        "reporting by ", "additional reporting by ", "additional reporting:", "editing by ", "writing by ", "compiled by ", "edited by ", "report by ", "translated by ", "translation by ",
        "with agency inputs", "with inputs from", "with input from", "with reporting by", "with files from", "with additional reporting", "inputs from agencies", "agencies contributed",
        "text by ",
    ];

    private static readonly string[] Corrections =
    [
        "corrects ", "corrects:", "correcting ", "this story corrects", "this version corrects", "this story has been corrected", "this article has been corrected", "this story has been updated to correct",
        "correction:", "correction –", "correction -", "corrections:", "clarification:", "refiles to ", "refile to ", "eds: corrects", "this article was amended", "this report has been corrected",
    ];

    // An editor's note on what a new version of a story adds.
    private static readonly string[] Advisories =
        ["adds ", "updates with ", "updates to ", "updates throughout", "recasts ", "rewrites ", "repeats ", "eds: ", "eds note", "with photos", "refiles "];

    public static bool IsCredit(string line)
    {
        var key = Bare(line, out var bracketed);
        if (key.Length > 300)
            return false;
        if (Array.Exists(Credits, sign => key.StartsWith(sign, StringComparison.Ordinal)))
            return bracketed || key.Length <= 160;
        // "Source: NATO." closes a table or a text; a longer one is a sentence that says who told the news.
        if (key.StartsWith("source: ", StringComparison.Ordinal) || key.StartsWith("sources: ", StringComparison.Ordinal))
            return PressText.Words(key).Length <= 5;
        return key.EndsWith("contributed to this report.", StringComparison.Ordinal) || key.EndsWith("contributed to this report", StringComparison.Ordinal)
            || key.EndsWith("contributed reporting.", StringComparison.Ordinal) || key.EndsWith("contributed to this story.", StringComparison.Ordinal);
    }

    /// <summary>"(Corrects to show 12 people were killed, not 21)", "(This March 11 story has been corrected to say …)".</summary>
    public static bool IsCorrection(string line)
    {
        var key = Bare(line, out var bracketed);
        return Array.Exists(Corrections, sign => key.StartsWith(sign, StringComparison.Ordinal) && (bracketed || sign[^1] is ':' or '-' or '–' || key.StartsWith("this ", StringComparison.Ordinal)))
            || (key.StartsWith("this ", StringComparison.Ordinal) && Head(key).Contains(" has been corrected", StringComparison.Ordinal))
            || (key.StartsWith("an earlier version of this ", StringComparison.Ordinal))
            || (key.StartsWith("a previous version of this ", StringComparison.Ordinal));
    }

    /// <summary>"(Adds quotes, background)", always in brackets.</summary>
    public static bool IsAdvisory(string line)
    {
        var key = Bare(line, out var bracketed);
        return bracketed && line.Length <= 200 && Array.Exists(Advisories, sign => key.StartsWith(sign, StringComparison.Ordinal));
    }

    private static string Head(string key) => key[..Math.Min(key.Length, 80)];

    private static string Bare(string line, out bool bracketed)
    {
        var key = PressText.Key(line);
        bracketed = key.Length > 2 && key[0] is '(' or '[' && key.TrimEnd('.')[^1] is ')' or ']';
        return bracketed ? key.TrimEnd('.')[1..^1].Trim() : key;
    }
}
