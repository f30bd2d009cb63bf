using System.Collections.Immutable;
using System.Text;
using Digest.Rendering.Model;
using Digest.Text;

namespace Digest.Rendering.Phrasing;

/// <summary>A sentence of ours that breaks an editorial rule.</summary>
public sealed record WordingProblem(string Sentence, string Rule)
{
    public override string ToString() => $"{Rule}: “{Sentence}”";
}

/// <summary>
/// The editorial rules of wording, as code. It reads what an edition says in our own words: words inside quotation marks are a speaker's,
/// and words taken over from an article are that article's, so they stand as placeholders here.
/// </summary>
public static class WordingLint
{
    private const string Sourced = "\u25A1";

    private static readonly ImmutableArray<(string Word, string Why)> Banned =
        [.. WordList.Rows("Rendering/Phrasing/Banned.table.tsv").Select(row => (row[0], row[1]))];

    private static readonly string[] Harm = ["killed", "wounded", "injured", "dead", "deaths", "injuries", "missing", "captured"];

    private static readonly string[] Attributions = ["said", "Sources give", "no source named", "attributed to", "gave", "No article", "given by", "The articles give"];

    /// <summary>Everything wrong with an edition's own words; empty when it keeps the rules.</summary>
    public static ImmutableArray<WordingProblem> Check(DigestModel model) => [.. Lines(model).SelectMany(Check), .. Sentences(model.Headline).SelectMany(sentence => CheckSentence(sentence, inNumerals: true))];

    public static IEnumerable<WordingProblem> Check(Line line)
    {
        var words = new StringBuilder();
        foreach (var run in line.Runs)
            words.Append(run.Voice == Voice.Own ? run.Text : Placeholder(run.Text));
        return Sentences(words.ToString()).SelectMany(sentence => CheckSentence(sentence));
    }

    /// <summary>A sentence that is ours from end to end.</summary>
    public static IEnumerable<WordingProblem> Check(string text) => Sentences(text).SelectMany(sentence => CheckSentence(sentence));

    private static IEnumerable<WordingProblem> CheckSentence(string sentence, bool inNumerals = false)
    {
        if (sentence.EndsWith("We have not verified these claims.", StringComparison.Ordinal))
            yield break;
        foreach (var (word, why) in Banned.Where(banned => Holds(sentence, banned.Word)))
            yield return new(sentence, $"'{word}' is not used ({why})");
        if (HasFigure(sentence) && !Attributions.Any(words => sentence.Contains(words, StringComparison.Ordinal)))
            yield return new(sentence, "a figure stands without its claimant in the same sentence");
        foreach (var digit in inNumerals ? [] : BareDigits(sentence))
            yield return new(sentence, $"numbers from one to nine are words in prose, not '{digit}'");
    }

    private static IEnumerable<Line> Lines(DigestModel model)
    {
        IEnumerable<Line> lines = [.. model.Notice?.Lines ?? [], .. model.KeyPoints, model.Comparison, .. model.Method, Line.Of(model.AutomationLine)];
        if (model.AbsenceNote is { } absence)
            lines = lines.Append(Line.Of(absence));
        foreach (var story in model.Stories)
        {
            if (story.NoStatement is { } silent)
                lines = lines.Append(silent);
            lines = lines.Concat(story.Escalation).Concat(story.NotKnown).Concat(story.Background).Concat(story.Events.SelectMany(happening => happening.Notes))
                .Concat(story.Reactions.SelectMany(group => group.Speakers).SelectMany(speaker => speaker.Statements).SelectMany(statement => statement.Wordings));
        }
        return lines;
    }

    // A run taken over may end a sentence or hold several; its full stops are kept, its words are not ours.
    private static string Placeholder(string text) => text.EndsWith('.') ? Sourced + "." : Sourced;

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || text[i + 1] == ' '))
            {
                yield return text[start..(i + 1)].Trim();
                start = i + 1;
            }
        }
        if (text[start..].Trim() is { Length: > 0 } rest)
            yield return rest;
    }

    private static bool Holds(string sentence, string word)
    {
        for (var at = sentence.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(sentence[at - 1])) && (end == sentence.Length || !char.IsLetter(sentence[end])))
                return true;
        }
        return false;
    }

    private static bool HasFigure(string sentence) => Harm.Any(word => Holds(sentence, word))
        && (sentence.Any(char.IsAsciiDigit) || Enumerable.Range(1, 9).Any(number => Holds(sentence, Numerals.InProse(number))));

    /// <summary>Digits from 1 to 9 that stand alone: not in dates, times, editions, article numbers or quoted table cells.</summary>
    private static IEnumerable<char> BareDigits(string sentence)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i] is < '1' or > '9' || (i > 0 && IsJoined(sentence[i - 1])) || (i + 1 < sentence.Length && IsJoined(sentence[i + 1])))
                continue;
            var before = sentence[..i].TrimEnd();
            if (!IsNumbered(before) && !IsDate(sentence[(i + 1)..]) && sentence[..i].Count(c => c == '“') == sentence[..i].Count(c => c == '”'))
                yield return sentence[i];
        }
    }

    private static bool IsJoined(char c) => char.IsLetterOrDigit(c) || c is ':' or ',' or '.' or '–' or '-' or '%';

    private static bool IsNumbered(string before)
    {
        var words = before.Split(' ');
        return words.Reverse().SkipWhile(word => word is "and" || word.TrimEnd(',').All(char.IsAsciiDigit))
            .FirstOrDefault() is "Edition" or "edition" or "article" or "articles" or "Article" or "Articles" or "Event";
    }

    private static bool IsDate(string after)
    {
        var word = after.TrimStart().Split(' ', '.', ',', ':')[0];
        return word.Length > 2 && System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Contains(word, StringComparer.Ordinal);
    }
}
