using System.Collections.Immutable;

namespace Digest.Text;

/// <summary>The words that hedge a number ("at least", "as many as", "some"), as data with what they do to it.</summary>
internal static class Quantity
{
    /// <summary>What a hedge makes of the number N behind it.</summary>
    internal enum Bound
    {
        /// <summary>N to N: "about N", "some N", "another N".</summary>
        Exact,

        /// <summary>N and more: "at least N".</summary>
        Least,

        /// <summary>N and fewer: "up to N".</summary>
        Most,
    }

    internal sealed record Hedge(string[] Words, Bound Bound);

    // "more than 10" is read as 10 or more: reporters use it for "at least" as often as for "11 and up".
    internal static readonly ImmutableArray<Hedge> Hedges =
        [.. WordList.Rows("Text/Lexicon/hedges.table.tsv").Select(r => new Hedge(r[0].Split(' '), Enum.Parse<Bound>(r[1]))).OrderByDescending(h => h.Words.Length).ThenBy(h => string.Join(' ', h.Words), StringComparer.Ordinal)];

    /// <summary>The hedge that starts at the token, if one does.</summary>
    internal static Hedge? At(ImmutableArray<Token> tokens, int at)
    {
        foreach (var hedge in Hedges)
        {
            if (Matches(tokens, at, hedge.Words) && !(hedge.Words is ["up", "to"] && at > 0 && tokens[at - 1].IsVerb && tokens[at - 1].Lemma is "go" or "rise" or "climb" or "move" or "jump" or "creep" or "push" or "edge" or "inch"))
                return hedge;
        }

        return null;
    }

    /// <summary>Where the number starts, if one or more hedges and then a number stand at the token; the token itself otherwise.</summary>
    internal static int ModifierEnd(ImmutableArray<Token> tokens, int at)
    {
        var i = at;
        for (var turn = 0; turn < 3 && i < tokens.Length && At(tokens, i) is { } hedge; turn++)
            i += hedge.Words.Length;
        if (i > at && i < tokens.Length && IsNumberStart(tokens, i))
            return i;
        return at;
    }

    internal static bool IsNumberStart(ImmutableArray<Token> tokens, int at) =>
        tokens[at].Pos == PartOfSpeech.Number || tokens[at].Lower is "dozens" or "hundreds" or "thousands" or "scores" or "several" or "half" ||
        (tokens[at].Lower is "a" or "an" && at + 1 < tokens.Length && tokens[at + 1].Lower is "dozen" or "hundred" or "thousand" or "score" or "couple" or "handful");

    /// <summary>Whether the token joins two numbers into one: "four or five", "10 to 15", "between 10 and 15".</summary>
    internal static bool JoinsNumbers(ImmutableArray<Token> tokens, int at) =>
        at + 1 < tokens.Length && tokens[at].Lower is "or" or "to" or "and" && tokens[at + 1].Pos == PartOfSpeech.Number &&
        (tokens[at].Lower != "and" || (at >= 2 && (tokens[at - 2].Lower == "between" || tokens[at - 1].Lower is "hundred" or "thousand" or "million")));

    private static bool Matches(ImmutableArray<Token> tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Length)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[at + i].Lower != words[i])
                return false;
        }

        return true;
    }
}
