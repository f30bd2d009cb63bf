using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Digest.Rendering.Templates;

/// <summary>
/// Cuts a template into text and the tokens within <c>{{ }}</c>, and applies white-space control as Scriban does:
/// <c>-</c> strips all white space on its side, <c>~</c> the rest of the line only (on the right with its line end).
/// </summary>
internal sealed class TemplateLexer
{
    private static readonly string[] LongSymbols = ["&&", "||", "==", "!=", "<=", ">=", "??"];
    private const string ShortSymbols = "()[].,|!<>+-*?:";

    private readonly string _file;
    private readonly string _source;
    private readonly ImmutableArray<TemplateToken>.Builder _tokens = ImmutableArray.CreateBuilder<TemplateToken>();
    private int _at;
    private int _line = 1;
    private int _lineStart;
    private int _brackets;

    private TemplateLexer(string file, string source) => (_file, _source) = (file, source);

    private TemplatePosition Here => new(_line, _at - _lineStart + 1);

    private char Current => _at < _source.Length ? _source[_at] : '\0';

    private char Next => _at + 1 < _source.Length ? _source[_at + 1] : '\0';

    public static ImmutableArray<TemplateToken> Read(string file, string source)
    {
        var lexer = new TemplateLexer(file, source);
        while (lexer._at < source.Length)
        {
            lexer.ReadText();
            if (lexer._at < source.Length)
                lexer.ReadCode();
        }
        lexer._tokens.Add(new(TokenKind.End, "", lexer.Here));
        return lexer._tokens.ToImmutable();
    }

    private void ReadText()
    {
        var (start, position) = (_at, Here);
        while (_at < _source.Length && !(Current == '{' && Next == '{'))
        {
            if (Current == '\0')
                throw Error("a template cannot hold the character U+0000");
            if (Current == '{' && Next == '%' && IsEscapeBlock())
                throw Error("escape blocks {%{ }%} are not part of the subset; write {{ \"{{\" }} to print braces");
            Advance();
        }
        var end = _at;
        if (_at < _source.Length)
            end = StripBefore(start, end);
        if (end > start)
            _tokens.Add(new(TokenKind.Text, _source[start..end], position));
    }

    private bool IsEscapeBlock()
    {
        var at = _at + 1;
        while (at < _source.Length && _source[at] == '%')
            at++;
        return at < _source.Length && _source[at] == '{';
    }

    private int StripBefore(int start, int end)
    {
        var mark = _at + 2 < _source.Length ? _source[_at + 2] : '\0';
        if (mark is not ('-' or '~'))
            return end;
        while (end > start && char.IsWhiteSpace(_source[end - 1]) && !(mark == '~' && _source[end - 1] == '\n'))
            end--;
        return end;
    }

    private void ReadCode()
    {
        var open = Here;
        Advance(2);
        if (Current is '-' or '~')
            Advance();
        _brackets = 0;
        while (true)
        {
            var before = _at;
            while (char.IsWhiteSpace(Current) && !(Current == '\n' && _brackets == 0))
                Advance();
            var spaced = _at > before;
            if (_at >= _source.Length)
                throw new TemplateException(_file, open, "these braces are never closed; write }}");
            if (IsExit(out var length, out var strip))
            {
                _tokens.Add(new(TokenKind.StatementEnd, "", Here));
                Advance(length);
                StripAfter(strip);
                return;
            }
            ReadToken(spaced);
        }
    }

    private bool IsExit(out int length, out char strip)
    {
        strip = Current is '-' or '~' && Next == '}' && _at + 2 < _source.Length && _source[_at + 2] == '}' ? Current : '\0';
        length = strip == '\0' ? 2 : 3;
        return strip != '\0' || (Current == '}' && Next == '}');
    }

    private void StripAfter(char strip)
    {
        if (strip == '\0')
            return;
        while (_at < _source.Length && char.IsWhiteSpace(Current))
        {
            var isLineEnd = Current == '\n';
            Advance();
            if (isLineEnd && strip == '~')
                return;
        }
    }

    private void ReadToken(bool spaced)
    {
        var position = Here;
        switch (Current)
        {
            case '\n' or ';':
                // A pipe at the end of a line goes on in the next.
                if (Current == ';' || !(_tokens.Count > 0 && _tokens[^1].Is("|")))
                    _tokens.Add(new(TokenKind.StatementEnd, "", position));
                Advance();
                return;
            case '#':
                SkipComment();
                return;
            case '"' or '\'':
                _tokens.Add(new(TokenKind.Literal, ReadLiteral(), position) { AfterSpace = spaced });
                return;
        }
        if (IsNameStart(Current) || (Current == '$' && char.IsAsciiDigit(Next)))
            AddRun(Current == '$' ? TokenKind.Argument : TokenKind.Name, spaced);
        else if (char.IsAsciiDigit(Current))
            AddRun(TokenKind.Number, spaced);
        else
            AddSymbol(spaced);
    }

    private void AddRun(TokenKind kind, bool spaced)
    {
        var (start, position) = (_at, Here);
        Advance();
        while (IsNameStart(Current) || char.IsAsciiDigit(Current))
            Advance();
        var text = _source[start.._at];
        if (kind == TokenKind.Number && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw new TemplateException(_file, position, $"'{text}' is not a whole number");
        _tokens.Add(new(kind, text, position) { AfterSpace = spaced });
    }

    private void AddSymbol(bool spaced)
    {
        var position = Here;
        var symbol = LongSymbols.FirstOrDefault(s => string.CompareOrdinal(_source, _at, s, 0, s.Length) == 0)
            ?? (ShortSymbols.Contains(Current, StringComparison.Ordinal) ? Current.ToString() : null)
            ?? throw Error(Current == '='
                ? "assignments are not part of the subset"
                : $"the character '{Current}' has no meaning within braces");
        if (symbol is "(" or "[")
            _brackets++;
        else if (symbol is ")" or "]")
            _brackets = Math.Max(0, _brackets - 1);
        Advance(symbol.Length);
        _tokens.Add(new(TokenKind.Symbol, symbol, position) { AfterSpace = spaced });
    }

    private void SkipComment()
    {
        if (Next == '#')
        {
            Advance(2);
            while (_at < _source.Length && !(Current == '#' && Next == '#') && !IsExit(out _, out _))
                Advance();
            if (Current == '#')
                Advance(2);
            return;
        }
        while (_at < _source.Length && Current != '\n' && !IsExit(out _, out _))
            Advance();
    }

    private string ReadLiteral()
    {
        var (quote, position) = (Current, Here);
        var text = new StringBuilder();
        Advance();
        while (Current != quote)
        {
            if (_at >= _source.Length)
                throw new TemplateException(_file, position, $"this text is never closed; write {quote}");
            if (Current == '\\')
                text.Append(ReadEscape());
            else
            {
                text.Append(Current);
                Advance();
            }
        }
        Advance();
        return text.ToString();
    }

    private char ReadEscape()
    {
        var position = Here;
        Advance();
        var escape = Current;
        Advance();
        if (escape == 'u' && _at + 4 <= _source.Length
            && ushort.TryParse(_source.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            Advance(4);
            return (char)code;
        }
        return escape switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '\\' or '"' or '\'' => escape,
            _ => throw new TemplateException(_file, position, $"'\\{escape}' is not an escape; use \\n, \\r, \\t, \\\\, \\\", \\' or \\u0000"),
        };
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private void Advance(int count = 1)
    {
        for (; count > 0 && _at < _source.Length; count--)
        {
            if (_source[_at++] == '\n')
                (_line, _lineStart) = (_line + 1, _at);
        }
    }

    private TemplateException Error(string problem) => new(_file, Here, problem);
}
