using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Digest.Rendering.Templates;

/// <summary>Reads expressions, with Scriban's precedences, loosest first: <c>| ?: ?? || &amp;&amp; == != &lt; &lt;= &gt; &gt;= + - *</c>.</summary>
internal sealed class ExpressionParser(TokenCursor cursor)
{
    private static readonly FrozenDictionary<string, int> Precedences = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["??"] = 20, ["||"] = 30, ["&&"] = 40, ["=="] = 70, ["!="] = 70, ["<"] = 80, ["<="] = 80, [">"] = 80, [">="] = 80,
        ["+"] = 100, ["-"] = 100, ["*"] = 110,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LoopMembers =
        FrozenSet.Create(StringComparer.Ordinal, "index", "rindex", "first", "last", "even", "odd", "length");

    /// <summary>A whole expression with its pipes.</summary>
    public Expression ReadPiped()
    {
        var value = ReadConditional();
        for (var links = 0; cursor.Current.Is("|"); cursor.CheckChain(++links))
        {
            if (value is BinaryExpression or ConditionalExpression)
                throw cursor.Error("put what is piped into a function in parentheses: (a + b) | string.upcase");
            cursor.Take();
            value = ReadCall(value);
        }
        if (value is CallExpression && cursor.Current.Kind == TokenKind.Symbol && (Precedences.ContainsKey(cursor.Current.Text) || cursor.Current.Is("?")))
            throw cursor.Error($"put the call before '{cursor.Current.Text}' in parentheses: (value | {((CallExpression)value).Function.Usage})");
        return value;
    }

    private Expression ReadConditional()
    {
        var condition = ReadBinary(0);
        if (!cursor.Current.Is("?"))
            return condition;
        var position = cursor.Take().Position;
        var whenTrue = ReadBinary(0);
        cursor.ExpectSymbol(":");
        return new ConditionalExpression(position, condition, whenTrue, ReadBinary(0));
    }

    private Expression ReadBinary(int loosest)
    {
        using var _ = cursor.Deeper();
        var left = ReadUnary();
        for (var links = 0; cursor.Current.Kind == TokenKind.Symbol && Precedences.TryGetValue(cursor.Current.Text, out var precedence)
            && precedence > loosest; cursor.CheckChain(++links))
        {
            if (left is CallExpression call)
                throw cursor.Error($"put the call before '{cursor.Current.Text}' in parentheses: ({call.Function.Usage})");
            var symbol = cursor.Take();
            left = new BinaryExpression(symbol.Position, symbol.Text, left, ReadBinary(precedence));
        }
        return left;
    }

    private Expression ReadUnary()
    {
        using var _ = cursor.Deeper();
        var token = cursor.Current;
        if (cursor.TakeSymbol("!"))
            return new NotExpression(token.Position, ReadUnary());
        if (cursor.TakeSymbol("-"))
            return new NegateExpression(token.Position, ReadUnary());
        return token.Kind == TokenKind.Name && TemplateFunctions.Groups.Contains(token.Text) ? ReadCall(null) : ReadOperand();
    }

    /// <summary>A function's name and its arguments; what is piped into it comes first.</summary>
    private CallExpression ReadCall(Expression? piped)
    {
        var group = cursor.ExpectName("the name of a function, such as string.upcase");
        if (!TemplateFunctions.Groups.Contains(group.Text) || !cursor.TakeSymbol("."))
            throw new TemplateException(cursor.File, group.Position, $"'{group.Text}' is not a function; a value is piped into one such as string.upcase");
        var member = cursor.ExpectName("the name of a function");
        var name = $"{group.Text}.{member.Text}";
        if (!TemplateFunctions.ByName.TryGetValue(name, out var function))
        {
            var known = TemplateFunctions.ByName.Keys.Where(key => key.StartsWith(group.Text + ".", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            throw new TemplateException(cursor.File, group.Position, $"there is no function {name}; there are {string.Join(", ", known)}");
        }
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        if (piped is not null)
            arguments.Add(piped);
        while (StartsOperand(cursor.Current))
            arguments.Add(ReadOperand());
        if (arguments.Count < function.LeastArguments || arguments.Count > function.MostArguments)
            throw new TemplateException(cursor.File, group.Position, $"{name} is written: {function.Usage} (the first may be piped in); here it has {arguments.Count}");
        return new(group.Position, function, arguments.ToImmutable());
    }

    private static bool StartsOperand(TemplateToken token) =>
        token.Kind is TokenKind.Literal or TokenKind.Number or TokenKind.Name or TokenKind.Argument || token.Is("(");

    /// <summary>A literal, a name, or something in parentheses, with the members and indexes that follow it.</summary>
    public Expression ReadOperand()
    {
        var operand = ReadPrimary();
        for (var links = 0; ; cursor.CheckChain(++links))
        {
            var token = cursor.Current;
            if (token.Is(".") && !token.AfterSpace)
            {
                cursor.Take();
                var name = cursor.ExpectName("the name of a field");
                operand = new MemberExpression(name.Position, operand, name.Text);
            }
            else if (token.Is("[") && !token.AfterSpace)
            {
                cursor.Take();
                operand = new IndexExpression(token.Position, operand, ReadPiped());
                cursor.ExpectSymbol("]");
            }
            else
                return operand;
        }
    }

    private Expression ReadPrimary()
    {
        using var _ = cursor.Deeper();
        var token = cursor.Take();
        switch (token.Kind)
        {
            case TokenKind.Literal:
                return new ConstantExpression(token.Position, token.Text);
            case TokenKind.Number:
                return new ConstantExpression(token.Position, TemplateValue.Of(long.Parse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture)));
            case TokenKind.Argument:
                return new ArgumentExpression(token.Position, ArgumentNumber(token));
            case TokenKind.Name:
                return ReadName(token);
            case TokenKind.Symbol when token.Text == "(":
                var inner = ReadPiped();
                cursor.ExpectSymbol(")");
                return new GroupExpression(token.Position, inner);
            default:
                throw new TemplateException(cursor.File, token.Position, $"a value is expected here, not {token.Shown}");
        }
    }

    private int ArgumentNumber(TemplateToken token) =>
        token.Text.Length == 2 && token.Text[1] is >= '1' and <= '9'
            ? token.Text[1] - '0'
            : throw new TemplateException(cursor.File, token.Position, $"'{token.Text}' is not an argument of the include; they are $1 to $9");

    private Expression ReadName(TemplateToken token)
    {
        switch (token.Text)
        {
            case "true" or "false":
                return new ConstantExpression(token.Position, token.Text == "true");
            case "null":
                return new ConstantExpression(token.Position, TemplateValue.Null);
            case "for":
                cursor.ExpectSymbol(".");
                var member = cursor.ExpectName("index, rindex, first, last, even, odd or length");
                return LoopMembers.Contains(member.Text)
                    ? new LoopExpression(token.Position, member.Text)
                    : throw new TemplateException(cursor.File, member.Position, $"for has no '{member.Text}'; it has index, rindex, first, last, even, odd and length");
            case "include":
                throw new TemplateException(cursor.File, token.Position, "include stands alone in its statement; its result cannot be used as a value");
        }
        if (TemplateSyntax.Unsupported.Contains(token.Text))
            throw new TemplateException(cursor.File, token.Position, $"'{token.Text}' is not part of the subset");
        if (TemplateSyntax.Keywords.Contains(token.Text))
            throw new TemplateException(cursor.File, token.Position, $"'{token.Text}' cannot be used as a value");
        if (TemplateFunctions.Groups.Contains(token.Text))
            throw new TemplateException(cursor.File, token.Position, $"put a call used as an argument in parentheses: ({token.Text}.…)");
        return new NameExpression(token.Position, token.Text);
    }
}
