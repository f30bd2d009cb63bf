namespace Digest.Infra.Tests;

internal enum BicepTokenKind
{
    Word,
    Number,

    /// <summary>A string or a stretch of one between two interpolations, without its quotation marks.</summary>
    Text,

    /// <summary>One character; an interpolation's "${" is "{".</summary>
    Mark,
}

/// <param name="StartsLine">Whether nothing but space stands before it on its line.</param>
internal readonly record struct BicepToken(BicepTokenKind Kind, string Text, int Line, bool StartsLine)
{
    public bool Is(string mark) => Kind == BicepTokenKind.Mark && Text == mark;

    public bool IsWord(string word) => Kind == BicepTokenKind.Word && Text == word;
}

/// <summary>What is wrong with a file, and in which line.</summary>
internal sealed record BicepProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}({Line}): {Message}";
}

/// <summary>Cuts Bicep into tokens; comments are left out. Strings are opened where they interpolate, so that what stands in them is checked too.</summary>
internal static class BicepTokens
{
    public static List<BicepToken> Read(string file, string text, List<BicepProblem> problems)
    {
        var tokens = new List<BicepToken>();
        // For each interpolation that is open: how many braces are open in it.
        var open = new Stack<int>();
        var (at, line, startsLine) = (0, 1, true);

        void Add(BicepTokenKind kind, string word)
        {
            tokens.Add(new(kind, word, line, startsLine));
            startsLine = false;
        }

        // From within a string, up to its end or its next interpolation.
        void ReadString()
        {
            var start = at;
            for (; at < text.Length && text[at] != '\''; at++)
            {
                if (text[at] == '\n')
                {
                    problems.Add(new(file, line, "a string does not end on its line"));
                    return;
                }

                if (text[at] == '\\')
                    at++;
                else if (text[at] == '$' && at + 1 < text.Length && text[at + 1] == '{')
                {
                    Add(BicepTokenKind.Text, text[start..at]);
                    Add(BicepTokenKind.Mark, "{");
                    open.Push(0);
                    at += 2;
                    return;
                }
            }

            Add(BicepTokenKind.Text, text[start..Math.Min(at, text.Length)]);
            at++;
        }

        while (at < text.Length)
        {
            var c = text[at];
            if (c == '\n')
            {
                (at, line, startsLine) = (at + 1, line + 1, true);
            }
            else if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (text.AsSpan(at).StartsWith("//", StringComparison.Ordinal))
            {
                at = text.IndexOf('\n', at) is var end && end < 0 ? text.Length : end;
            }
            else if (text.AsSpan(at).StartsWith("/*", StringComparison.Ordinal))
            {
                var end = text.IndexOf("*/", at, StringComparison.Ordinal);
                if (end < 0)
                    problems.Add(new(file, line, "a comment does not end"));
                end = end < 0 ? text.Length : end + 2;
                line += text.AsSpan(at, end - at).Count('\n');
                at = end;
            }
            else if (c == '\'')
            {
                at++;
                ReadString();
            }
            else if (char.IsLetter(c) || c == '_')
            {
                var start = at;
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
                    at++;
                Add(BicepTokenKind.Word, text[start..at]);
            }
            else if (char.IsDigit(c))
            {
                var start = at;
                while (at < text.Length && char.IsDigit(text[at]))
                    at++;
                Add(BicepTokenKind.Number, text[start..at]);
            }
            else if (c == '}' && open.TryPeek(out var braces) && braces == 0)
            {
                // The interpolation ends here, and its string goes on.
                open.Pop();
                Add(BicepTokenKind.Mark, "}");
                at++;
                ReadString();
            }
            else
            {
                if (c is '{' or '}' && open.TryPop(out var inside))
                    open.Push(c == '{' ? inside + 1 : inside - 1);
                Add(BicepTokenKind.Mark, c.ToString());
                at++;
            }
        }

        return tokens;
    }
}
