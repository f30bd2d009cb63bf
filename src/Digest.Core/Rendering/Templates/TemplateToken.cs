namespace Digest.Rendering.Templates;

internal enum TokenKind
{
    /// <summary>Text outside the braces, printed as it is.</summary>
    Text,
    Name,

    /// <summary><c>$1</c>: an argument of the include.</summary>
    Argument,
    Number,

    /// <summary>A literal in quotes, its escapes already resolved.</summary>
    Literal,
    Symbol,

    /// <summary>A line end or semicolon within braces, or the closing braces.</summary>
    StatementEnd,
    End,
}

internal readonly record struct TemplateToken(TokenKind Kind, string Text, TemplatePosition Position)
{
    /// <summary>Whether white space stands before it: <c>f [1]</c> and <c>f[1]</c> are different things in Scriban.</summary>
    public bool AfterSpace { get; init; }

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsName(string name) => Kind == TokenKind.Name && Text == name;

    /// <summary>How an error message names it.</summary>
    public string Shown => Kind switch
    {
        TokenKind.End => "the end of the template",
        TokenKind.StatementEnd => "the end of the statement",
        TokenKind.Text => "text outside the braces",
        TokenKind.Literal => "a text in quotes",
        _ => $"'{Text}'",
    };
}
