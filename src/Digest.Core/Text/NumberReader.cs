using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Digest.Text;

/// <summary>
/// A number as a reporter writes it, found in a run of tokens: digits ("1,412"), words ("two hundred and fifty"), dozens, ranges ("10 to 15", "four or five").
/// </summary>
/// <param name="Low">The number, or the lower end of a range.</param>
/// <param name="High">The same, or the upper end.</param>
/// <param name="First">The first token of the number.</param>
/// <param name="End">The token after its last.</param>
internal readonly record struct Numeral(int Low, int High, int First, int End);

/// <summary>Reads numbers from tokens. A number that no headcount can be (over ten million, a decimal, a year with a month beside it) is none.</summary>
internal static class NumberReader
{
    private const int Largest = 10_000_000;

    private static readonly FrozenDictionary<string, int> Units = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fourty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Scales = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["dozen"] = 12, ["hundred"] = 100, ["thousand"] = 1_000, ["million"] = 1_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number that starts at the token, or null.</summary>
    internal static Numeral? At(ImmutableArray<Token> tokens, int at)
    {
        if (Single(tokens, at) is not { } first)
            return null;
        // "10 to 15", "four or five", "between 10 and 15"
        if (first.End + 1 < tokens.Length && tokens[first.End].Lower is var join && (join is "to" or "or" || (join == "and" && at > 0 && tokens[at - 1].Lower == "between")) &&
            Single(tokens, first.End + 1) is { } second && second.Low > first.High)
            return new Numeral(first.Low, second.High, at, second.End);
        return first;
    }

    private static Numeral? Single(ImmutableArray<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.Lower is "a" or "an")
            return at + 1 < tokens.Length && Scales.TryGetValue(tokens[at + 1].Lower, out var scale) ? Scaled(tokens, at, scale, at + 2) : null;
        if (token.Lower == "half" && at + 2 < tokens.Length && tokens[at + 1].Lower is "a" && tokens[at + 2].Lower == "dozen")
            return new Numeral(6, 6, at, at + 3);
        if (token.Lower is "half-dozen" or "half-a-dozen")
            return new Numeral(6, 6, at, at + 1);
        if (char.IsAsciiDigit(token.Text[0]))
            return token.Pos == PartOfSpeech.Number ? Digits(tokens, at) : null;
        if (token.Pos is PartOfSpeech.Number or PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Pronoun && Word(token.Lower) is { } value)
            return value is >= 20 and < 100 && value % 10 == 0 && at + 1 < tokens.Length && Units.TryGetValue(tokens[at + 1].Lower, out var ones) && ones is > 0 and < 10
                ? Scaled(tokens, at, value + ones, at + 2) // "twenty five"
                : Scaled(tokens, at, value, at + 1);
        return token.Pos == PartOfSpeech.Number && Scales.TryGetValue(token.Lower, out var lone) && !(at > 0 && tokens[at - 1].Lower is "several" or "many" or "few" or "some") ? new Numeral(lone, lone, at, at + 1) : null;
    }

    private static Numeral? Digits(ImmutableArray<Token> tokens, int at)
    {
        var text = tokens[at].Text;
        var dash = text.IndexOfAny(['-', '–', '‐', '‑']);
        if (dash > 0)
        {
            return Parse(text[..dash]) is { } low && Parse(text[(dash + 1)..]) is { } high && high > low ? new Numeral(low, high, at, at + 1) : null;
        }

        if (Parse(text) is not { } value)
            return null;
        return Scaled(tokens, at, value, at + 1);
    }

    private static int? Parse(string text)
    {
        if (text.Length > 12 || text.Contains('/') || text.Contains(':'))
            return null;
        // "1,412" and the continental "1.412"; "71.20" is no headcount.
        var parts = text.Split(',', '.');
        if (parts.Length > 1 && parts.Skip(1).Any(p => p.Length != 3))
            return null;
        return int.TryParse(string.Concat(parts), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= Largest ? value : null;
    }

    private static int? Word(string lower)
    {
        if (Units.TryGetValue(lower, out var unit))
            return unit;
        var hyphen = lower.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && Units.TryGetValue(lower[..hyphen], out var tens) && tens >= 20 && Units.TryGetValue(lower[(hyphen + 1)..], out var ones) && ones is > 0 and < 10 ? tens + ones : null;
    }

    // "two dozen", "two hundred and fifty", "three thousand", "1.2 million" is not read.
    private static Numeral? Scaled(ImmutableArray<Token> tokens, int first, int value, int end)
    {
        long total = 0;
        long current = value;
        while (end < tokens.Length)
        {
            var lower = tokens[end].Lower;
            if (Scales.TryGetValue(lower, out var scale))
            {
                current *= scale;
                end++;
                if (scale >= 1000)
                    (total, current) = (total + current, 0);
            }
            else if (lower == "and" && end + 1 < tokens.Length && (current >= 100 || total > 0) && current % 100 == 0 && tokens[end - 1].Lower is "hundred" or "thousand" && Word(tokens[end + 1].Lower) is { } small && small < 100)
            {
                current += small;
                end += 2;
            }
            else if (tokens[end].Pos == PartOfSpeech.Number && tokens[end - 1].Lower is "hundred" or "thousand" && Word(lower) is { } next && next < 100)
            {
                current += next;
                end++;
            }
            else
            {
                break;
            }

            if (total + current > Largest)
                return null;
        }

        return new Numeral((int)(total + current), (int)(total + current), first, end);
    }
}
