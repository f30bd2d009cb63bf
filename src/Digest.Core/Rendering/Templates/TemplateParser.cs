using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>Reads a template into its tree, or says in which line and column it cannot.</summary>
internal sealed class TemplateParser
{
    private readonly TokenCursor _cursor;
    private readonly ExpressionParser _expressions;
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);

    private TemplateParser(TokenCursor cursor) => (_cursor, _expressions) = (cursor, new(cursor));

    /// <exception cref="TemplateException">The source is not a template of the subset.</exception>
    public static ImmutableArray<Statement> Parse(string file, string source, TemplateLimits limits)
    {
        var parser = new TemplateParser(new(file, TemplateLexer.Read(file, source), limits.Nesting));
        var body = parser.ReadBlock();
        var rest = parser._cursor.Current;
        return rest.Kind == TokenKind.End
            ? body
            : throw parser._cursor.Error($"'{rest.Text}' closes nothing: no block is open here");
    }

    /// <summary>Statements up to an <c>end</c>, <c>else</c>, <c>when</c> or the end of the template, which is left to the caller.</summary>
    private ImmutableArray<Statement> ReadBlock()
    {
        using var _ = _cursor.Deeper();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        while (true)
        {
            _cursor.SkipStatementEnds();
            var token = _cursor.Current;
            if (token.Kind == TokenKind.End || token.IsName("end") || token.IsName("else") || token.IsName("when"))
                return statements.ToImmutable();
            statements.Add(ReadStatement(token));
        }
    }

    private Statement ReadStatement(TemplateToken token)
    {
        if (token.Kind == TokenKind.Text)
        {
            _cursor.Take();
            return new TextStatement(token.Position, token.Text);
        }
        if (token.Kind == TokenKind.Name && !_cursor.Following.Is("."))
        {
            switch (token.Text)
            {
                case "if": return ReadIf();
                case "for": return ReadFor();
                case "case": return ReadCase();
                case "include": return ReadInclude();
            }
        }
        var value = _expressions.ReadPiped();
        _cursor.ExpectStatementEnd();
        return new PrintStatement(value);
    }

    private IfStatement ReadIf()
    {
        var position = _cursor.Take().Position;
        var branches = ImmutableArray.CreateBuilder<Branch>();
        branches.Add(ReadBranch());
        while (_cursor.Current.IsName("else"))
        {
            _cursor.Take();
            if (!_cursor.Current.IsName("if"))
            {
                _cursor.ExpectStatementEnd();
                branches.Add(new(null, ReadBlock()));
                break;
            }
            _cursor.Take();
            branches.Add(ReadBranch());
        }
        ReadEnd("if", position);
        return new(position, branches.ToImmutable());
    }

    private Branch ReadBranch()
    {
        var condition = _expressions.ReadPiped();
        _cursor.ExpectStatementEnd();
        return new(condition, ReadBlock());
    }

    private ForStatement ReadFor()
    {
        var position = _cursor.Take().Position;
        var variable = _cursor.ExpectName("the name of the loop's variable");
        if (TemplateSyntax.Keywords.Contains(variable.Text) || TemplateSyntax.Unsupported.Contains(variable.Text) || TemplateFunctions.Groups.Contains(variable.Text))
            throw new TemplateException(_cursor.File, variable.Position, $"'{variable.Text}' is a word of the language; give the loop's variable another name");
        // Scriban would overwrite the outer one and keep it overwritten after the loop.
        if (!_variables.Add(variable.Text))
            throw new TemplateException(_cursor.File, variable.Position, $"'{variable.Text}' is the variable of a loop around this one; give it another name");
        if (!_cursor.Current.IsName("in"))
            throw _cursor.Error($"'in' is expected here, not {_cursor.Current.Shown}: for {variable.Text} in list");
        _cursor.Take();
        var list = _expressions.ReadPiped();
        _cursor.ExpectStatementEnd();
        var body = ReadBlock();
        _variables.Remove(variable.Text);
        var otherwise = ReadElse();
        ReadEnd("for", position);
        return new(position, variable.Text, list, body, otherwise);
    }

    private CaseStatement ReadCase()
    {
        var position = _cursor.Take().Position;
        var value = _expressions.ReadPiped();
        _cursor.ExpectStatementEnd();
        _cursor.SkipStatementEnds();
        if (!_cursor.Current.IsName("when"))
            throw _cursor.Error($"'when' is expected after case, not {_cursor.Current.Shown}; strip white space between them with ~}}}}");
        var branches = ImmutableArray.CreateBuilder<WhenBranch>();
        while (_cursor.Current.IsName("when"))
        {
            _cursor.Take();
            var matches = ImmutableArray.CreateBuilder<Expression>();
            do
                matches.Add(_expressions.ReadOperand());
            while (_cursor.TakeSymbol(","));
            _cursor.ExpectStatementEnd();
            branches.Add(new(matches.ToImmutable(), ReadBlock()));
        }
        var otherwise = ReadElse();
        ReadEnd("case", position);
        return new(position, value, branches.ToImmutable(), otherwise);
    }

    private ImmutableArray<Statement> ReadElse()
    {
        if (!_cursor.Current.IsName("else"))
            return [];
        _cursor.Take();
        _cursor.ExpectStatementEnd();
        return ReadBlock();
    }

    private IncludeStatement ReadInclude()
    {
        var position = _cursor.Take().Position;
        if (_cursor.Current.Kind != TokenKind.Literal)
            throw _cursor.Error($"include needs the template's name in quotes, not {_cursor.Current.Shown}");
        var name = _cursor.Take().Text;
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        while (_cursor.Current.Kind != TokenKind.StatementEnd)
            arguments.Add(_expressions.ReadOperand());
        if (arguments.Count > 9)
            throw new TemplateException(_cursor.File, position, "include takes at most nine arguments");
        _cursor.ExpectStatementEnd();
        return new(position, name, arguments.ToImmutable());
    }

    private void ReadEnd(string opened, TemplatePosition position)
    {
        if (_cursor.Current.Kind == TokenKind.End)
            throw new TemplateException(_cursor.File, position, $"this {opened} is never closed; write {{{{ end }}}}");
        if (!_cursor.Current.IsName("end"))
            throw _cursor.Error($"'{_cursor.Current.Text}' does not belong to the {opened} of line {position.Line}");
        _cursor.Take();
        _cursor.ExpectStatementEnd();
    }
}
