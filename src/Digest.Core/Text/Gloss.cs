using System.Collections.Immutable;

namespace Digest.Text;

/// <summary>What an editor or an acronym adds in brackets inside a noun phrase: "two FC [Frontier Corps] men", "a Justice Front (JF) leader", "in [southern] Kandahar Province".</summary>
internal static class Gloss
{
    private const int Longest = 6;

    /// <summary>The token behind the brackets that open at a token, if they hold a gloss and a noun follows at once; else 0.</summary>
    internal static int End(ImmutableArray<Token> tokens, int open)
    {
        if (tokens[open].Lower is not ("[" or "("))
            return 0;
        var close = open + 1;
        while (close < Math.Min(tokens.Length, open + Longest) && MayStandIn(tokens, open, close))
            close++;
        if (close == open + 1 || close + 1 >= tokens.Length || !tokens[close + 1].IsNominal || TimeTokens.IsTime(tokens[close + 1]))
            return 0;
        return (tokens[open].Lower, tokens[close].Lower) is ("[", "]") || (tokens[close].Lower == ")" && close == open + 2 && IsAcronym(tokens[open + 1]) && !tokens[close + 1].IsCapitalised) ? close + 1 : 0;
    }

    private static bool MayStandIn(ImmutableArray<Token> tokens, int open, int at) =>
        tokens[at].IsNominal || tokens[at].Pos is PartOfSpeech.Adjective or PartOfSpeech.PossessiveMarker ||
        (tokens[open].Lower == "[" && tokens[at].Pos == PartOfSpeech.Number && at + 1 < tokens.Length && TimeTokens.IsTime(tokens[at + 1]));

    private static bool IsAcronym(Token token) => token.Text.Length > 1 && token.Text.All(char.IsAsciiLetterUpper);
}
