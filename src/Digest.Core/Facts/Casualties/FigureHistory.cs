using Digest.Text;

namespace Digest.Facts;

/// <summary>The words by which a report says that a figure was given earlier and holds no more.</summary>
internal static class FigureHistory
{
    /// <summary>Whether the clause around a token speaks of an earlier account: "initially", "had put", "at first", "earlier said".</summary>
    internal static bool IsOutdated(Sentence sentence, int token)
    {
        var tokens = sentence.Tokens;
        for (var k = Math.Max(0, token - 12); k < Math.Min(tokens.Length, token + 6); k++)
        {
            if (tokens[k].Lower is "initially" or "originally")
                return true;
            if (tokens[k].Lower == "first" && k > 0 && tokens[k - 1].Lower == "at")
                return true;
            if (tokens[k].Lower is "earlier" or "previously" && k < token + 2 && Near(tokens, k, "say", "put", "report", "give", "announce", "state", "speak", "confirm", "tell"))
                return true;
            if (tokens[k].Lower == "had" && k < token && k + 1 < tokens.Length && tokens[k + 1].Lemma is "put" or "give" || (tokens[k].Lower == "then" && k > 0 && tokens[k - 1].Lower == "until" && k < token))
                return true;
        }

        return false;
    }

    private static bool Near(System.Collections.Immutable.ImmutableArray<Token> tokens, int at, params ReadOnlySpan<string> lemmas)
    {
        for (var k = Math.Max(0, at - 2); k < Math.Min(tokens.Length, at + 3); k++)
        {
            foreach (var lemma in lemmas)
            {
                if (tokens[k].Lemma == lemma)
                    return true;
            }
        }

        return false;
    }
}
