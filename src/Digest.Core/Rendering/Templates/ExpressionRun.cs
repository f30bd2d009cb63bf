using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Digest.Rendering.Templates;

/// <summary>Evaluates expressions; counts what that takes.</summary>
internal sealed class ExpressionRun(TemplateLimits limits)
{
    private int _steps;

    public void Step(Node node, Scope scope)
    {
        if (++_steps > limits.Steps)
            throw scope.Error(node.Position, string.Create(CultureInfo.InvariantCulture, $"this rendering took more than {limits.Steps} steps"));
    }

    public TemplateValue Evaluate(Expression expression, Scope scope)
    {
        Step(expression, scope);
        return expression switch
        {
            ConstantExpression constant => constant.Value,
            NameExpression name => scope.Name(name),
            ArgumentExpression argument => scope.Argument(argument),
            LoopExpression loop => scope.Loop(loop),
            MemberExpression member => Member(member, scope),
            IndexExpression index => Index(index, scope),
            CallExpression call => Call(call, scope),
            GroupExpression group => Evaluate(group.Inner, scope),
            NotExpression not => !Evaluate(not.Operand, scope).IsTrue,
            NegateExpression negate => Evaluate(negate.Operand, scope) is NumberValue number
                ? TemplateValue.Of(-number.Number)
                : throw scope.Error(negate.Position, "'-' needs a number"),
            ConditionalExpression choice => Evaluate(Evaluate(choice.Condition, scope).IsTrue ? choice.WhenTrue : choice.WhenFalse, scope),
            BinaryExpression binary => Binary(binary, scope),
            _ => throw new InvalidOperationException($"No rule for {expression.GetType().Name}."),
        };
    }

    /// <summary>In their order.</summary>
    public ImmutableArray<TemplateValue> Evaluate(ImmutableArray<Expression> expressions, Scope scope)
    {
        var values = new TemplateValue[expressions.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Evaluate(expressions[i], scope);
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private TemplateValue Member(MemberExpression member, Scope scope) => Evaluate(member.Target, scope) switch
    {
        MapValue map => map.Field(member.Name) ?? throw scope.Error(member.Position, $"there is no field '{member.Name}' here; there are {Scope.Listed(map.Names)}"),
        ListValue list when member.Name == "size" => list.Items.Count,
        NullValue => throw scope.Error(member.Position, $"'{member.Name}' is asked of null; test with if first"),
        var other => throw scope.Error(member.Position, $"{other.Kind} has no field '{member.Name}'"),
    };

    private TemplateValue Index(IndexExpression index, Scope scope) => (Evaluate(index.Target, scope), Evaluate(index.Index, scope)) switch
    {
        (ListValue list, NumberValue number) => number.Number >= 0 && number.Number < list.Items.Count
            ? list.Items[(int)number.Number]
            : throw scope.Error(index.Position, string.Create(CultureInfo.InvariantCulture, $"the list has {list.Items.Count} items; there is none at {number.Number}")),
        (var target, var at) => throw scope.Error(index.Position, $"{target.Kind} cannot be indexed with {at.Kind}"),
    };

    private TemplateValue Call(CallExpression call, Scope scope)
    {
        var arguments = Evaluate(call.Arguments, scope);
        try
        {
            return call.Function.Call(new(call.Function.Name, arguments));
        }
        catch (FormatException problem)
        {
            throw scope.Error(call.Position, problem.Message);
        }
    }

    private TemplateValue Binary(BinaryExpression binary, Scope scope)
    {
        var left = Evaluate(binary.Left, scope);
        switch (binary.Operator)
        {
            case "??": return left is NullValue ? Evaluate(binary.Right, scope) : left;
            case "&&": return left.IsTrue && Evaluate(binary.Right, scope).IsTrue;
            case "||": return left.IsTrue || Evaluate(binary.Right, scope).IsTrue;
        }
        var right = Evaluate(binary.Right, scope);
        return binary.Operator switch
        {
            "==" => AreEqual(left, right, binary, scope),
            "!=" => !AreEqual(left, right, binary, scope),
            "<" => Compare(left, right, binary, scope) < 0,
            "<=" => Compare(left, right, binary, scope) <= 0,
            ">" => Compare(left, right, binary, scope) > 0,
            ">=" => Compare(left, right, binary, scope) >= 0,
            _ => Calculate(left, right, binary, scope),
        };
    }

    // Scriban compares a text with anything as texts. Here such a comparison is a mistake in the template, and said to be one.
    public static bool AreEqual(TemplateValue left, TemplateValue right, Node node, Scope scope) => (left, right) switch
    {
        (NullValue, _) => right is NullValue,
        (_, NullValue) => false,
        (TextValue, TextValue) or (NumberValue, NumberValue) or (FlagValue, FlagValue) or (DateValue, DateValue) => left == right,
        _ => throw scope.Error(node.Position, $"{left.Kind} cannot be compared with {right.Kind}"),
    };

    private static int Compare(TemplateValue left, TemplateValue right, Node node, Scope scope) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => a.Number.CompareTo(b.Number),
        (DateValue a, DateValue b) => a.Utc.CompareTo(b.Utc),
        (TextValue a, TextValue b) => string.CompareOrdinal(a.Text, b.Text),
        _ => throw scope.Error(node.Position, $"{left.Kind} cannot be compared with {right.Kind}"),
    };

    private TemplateValue Calculate(TemplateValue left, TemplateValue right, BinaryExpression binary, Scope scope)
    {
        try
        {
            return (binary.Operator, left, right) switch
            {
                ("+", NumberValue a, NumberValue b) => TemplateValue.Of(checked(a.Number + b.Number)),
                ("-", NumberValue a, NumberValue b) => TemplateValue.Of(checked(a.Number - b.Number)),
                ("*", NumberValue a, NumberValue b) => TemplateValue.Of(checked(a.Number * b.Number)),
                ("+", TextValue a, TextValue b) => Joined(a.Text, b.Text, binary, scope),
                ("+", TextValue a, NumberValue b) => Joined(a.Text, b.Number.ToString(CultureInfo.InvariantCulture), binary, scope),
                ("+", NumberValue a, TextValue b) => Joined(a.Number.ToString(CultureInfo.InvariantCulture), b.Text, binary, scope),
                _ => throw scope.Error(binary.Position, $"'{binary.Operator}' has no meaning between {left.Kind} and {right.Kind}"),
            };
        }
        catch (OverflowException)
        {
            throw scope.Error(binary.Position, $"the result of '{binary.Operator}' is too large");
        }
    }

    private TemplateValue Joined(string left, string right, Node node, Scope scope) => left.Length + right.Length <= limits.OutputLength
        ? left + right
        : throw scope.Error(node.Position, string.Create(CultureInfo.InvariantCulture, $"the text is longer than {limits.OutputLength} characters"));
}
