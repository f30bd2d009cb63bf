using System.Collections.Immutable;

namespace Digest.Text;

/// <summary>Which tokens name a time, as far as one word and its neighbours tell.</summary>
internal static class TimeTokens
{
    // "the second hit rescuers": the second of two, no part of a minute.
    internal static bool IsOneOfTwo(ImmutableArray<Token> tokens, int at, int head) => tokens[head].Lower == "second" && head == at + 1 && tokens[at].Lower == "the";

    internal static bool IsWeekday(Token token) => token.Lower is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday";

    internal static bool IsTime(Token token) => Lexicon.TimeNouns.Contains(token.Lower) || IsOrdinal(token) || IsYear(token);

    // "the 7th", "October 21st"
    internal static bool IsOrdinal(Token token) => char.IsAsciiDigit(token.Text[0]) && token.Text.Length <= 4 && (token.Lower.EndsWith("th", StringComparison.Ordinal) || token.Lower.EndsWith("st", StringComparison.Ordinal) || token.Lower.EndsWith("nd", StringComparison.Ordinal) || token.Lower.EndsWith("rd", StringComparison.Ordinal));

    internal static bool IsYear(Token token) => token.Text.Length == 4 && token.Text[0] is '1' or '2' && int.TryParse(token.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100;

    // "the April 30 vote": a date between the article and its noun.
    internal static bool IsDateInside(ImmutableArray<Token> tokens, int at, int head, int number) =>
        head == number - 1 && head > at && tokens[at].Pos == PartOfSpeech.Determiner && tokens[head].IsCapitalised && Lexicon.TimeNouns.Contains(tokens[head].Lower) && number + 1 < tokens.Length && tokens[number + 1].Pos == PartOfSpeech.Noun;
}
