using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>A place in a template's tokens, and the errors that say what was expected there.</summary>
internal sealed class TokenCursor(string file, ImmutableArray<TemplateToken> tokens, int nestingLimit)
{
    private int _at;
    private int _depth;

    public string File => file;

    public TemplateToken Current => tokens[_at];

    public TemplateToken Following => tokens[Math.Min(_at + 1, tokens.Length - 1)];

    public TemplateToken Take() => Current.Kind == TokenKind.End ? Current : tokens[_at++];

    public bool TakeSymbol(string symbol)
    {
        if (!Current.Is(symbol))
            return false;
        _at++;
        return true;
    }

    public void ExpectSymbol(string symbol)
    {
        if (!TakeSymbol(symbol))
            throw Error($"'{symbol}' is expected here, not {Current.Shown}");
    }

    public TemplateToken ExpectName(string what) =>
        Current.Kind == TokenKind.Name ? Take() : throw Error($"{what} is expected here, not {Current.Shown}");

    public void ExpectStatementEnd()
    {
        if (Current.Kind != TokenKind.StatementEnd)
            throw Error($"the statement should end here; {Current.Shown} does not belong to it");
        _at++;
    }

    public void SkipStatementEnds()
    {
        while (Current.Kind == TokenKind.StatementEnd)
            _at++;
    }

    public TemplateException Error(string problem) => new(file, Current.Position, problem);

    /// <summary>One level of nesting more, until disposed: hostile nesting must not exhaust the stack.</summary>
    public Level Deeper()
    {
        if (++_depth > nestingLimit * 4)
            throw Error("blocks and expressions are nested too deeply");
        return new(this);
    }

    /// <summary>A chain (a + b + …, a.b.c, a | f | g) makes a tree as deep as it is long.</summary>
    public void CheckChain(int links)
    {
        if (links > nestingLimit * 4)
            throw Error("blocks and expressions are nested too deeply");
    }

    public readonly struct Level(TokenCursor cursor) : IDisposable
    {
        public void Dispose() => cursor._depth--;
    }
}
