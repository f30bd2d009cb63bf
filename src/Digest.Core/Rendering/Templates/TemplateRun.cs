using System.Collections.Immutable;
using System.Globalization;

namespace Digest.Rendering.Templates;

/// <summary>One rendering: what is in scope, what was written, and how much of the limits is used.</summary>
/// <param name="output">Empty; what is written goes there.</param>
/// <param name="longest">No more characters than these are wanted, and not many more are made.</param>
internal sealed class TemplateRun(
    IReadOnlyDictionary<string, Template> templates, MapValue model, Escaping escaping, TemplateLimits limits, PooledBuffer<char> output, int longest)
{
    private readonly List<Loop> _loops = [];
    private readonly ExpressionRun _expressions = new(limits);
    private bool _isTooLong;
    private int _turns;
    private int _includes;

    /// <summary>A loop in progress: its variable is a name in scope until it ends, in the templates it includes too.</summary>
    internal sealed class Loop(string variable, IReadOnlyList<TemplateValue> items)
    {
        public string Variable { get; } = variable;

        public IReadOnlyList<TemplateValue> Items { get; } = items;

        public int Index { get; private set; } = -1;

        public TemplateValue Current { get; private set; } = TemplateValue.Null;

        public bool Next()
        {
            if (++Index == Items.Count)
                return false;
            Current = Items[Index];
            return true;
        }
    }

    /// <returns>Whether it has no more characters than are wanted.</returns>
    public bool Render(Template template)
    {
        Run(template.Body, new(template.Name, model, _loops, []));
        return !_isTooLong;
    }

    private void Run(ImmutableArray<Statement> statements, Scope scope)
    {
        foreach (var statement in statements)
            Run(statement, scope);
    }

    private void Run(Statement statement, Scope scope)
    {
        if (_isTooLong)
            return;
        _expressions.Step(statement, scope);
        switch (statement)
        {
            case TextStatement text:
                Write(text.Text, text, scope);
                break;
            case PrintStatement print:
                Print(_expressions.Evaluate(print.Value, scope), print, scope);
                break;
            case IfStatement choice:
                RunIf(choice, scope);
                break;
            case CaseStatement choice:
                RunCase(choice, scope);
                break;
            case ForStatement loop:
                RunLoop(loop, scope);
                break;
            case IncludeStatement include:
                RunInclude(include, scope);
                break;
        }
    }

    private void RunIf(IfStatement choice, Scope scope)
    {
        foreach (var branch in choice.Branches)
        {
            if (branch.Condition is null || _expressions.Evaluate(branch.Condition, scope).IsTrue)
            {
                Run(branch.Body, scope);
                return;
            }
        }
    }

    private void RunCase(CaseStatement choice, Scope scope)
    {
        var value = _expressions.Evaluate(choice.Value, scope);
        var branch = choice.Branches.FirstOrDefault(b => b.Matches.Any(match =>
            ExpressionRun.AreEqual(value, _expressions.Evaluate(match, scope), match, scope)));
        Run(branch is null ? choice.Else : branch.Body, scope);
    }

    private void RunLoop(ForStatement loop, Scope scope)
    {
        var items = _expressions.Evaluate(loop.List, scope) switch
        {
            ListValue list => list.Items,
            NullValue => [],
            var other => throw scope.Error(loop.List.Position, $"for needs a list, not {other.Kind}"),
        };
        if (items.Count == 0)
        {
            Run(loop.Else, scope);
            return;
        }
        if (model.Field(loop.Variable) is not null || scope.LoopOver(loop.Variable) is not null)
            throw scope.Error(loop.Position, $"'{loop.Variable}' already names something here; give the loop's variable another name");
        var state = new Loop(loop.Variable, items);
        _loops.Add(state);
        while (!_isTooLong && state.Next())
        {
            if (++_turns > limits.LoopTurns)
                throw scope.Error(loop.Position, Formatted($"the loops of this rendering took more than {limits.LoopTurns} turns"));
            Run(loop.Body, scope);
        }
        _loops.RemoveAt(_loops.Count - 1);
    }

    private void RunInclude(IncludeStatement include, Scope scope)
    {
        if (!templates.TryGetValue(include.Name, out var template))
            throw scope.Error(include.Position, $"there is no template '{include.Name}'");
        if (++_includes > limits.IncludeDepth)
            throw scope.Error(include.Position, Formatted($"includes are more than {limits.IncludeDepth} deep; does '{include.Name}' include itself?"));
        Run(template.Body, new(template.Name, model, _loops, _expressions.Evaluate(include.Arguments, scope)));
        _includes--;
    }

    private void Print(TemplateValue value, PrintStatement print, Scope scope)
    {
        switch (value)
        {
            case TextValue text when escaping == Escaping.Html:
                HtmlText.Escape(text.Text, output);
                break;
            case NumberValue number:
                Print(number.Number);
                break;
            default:
                output.Write(Printed(value, print, scope));
                break;
        }

        Bound(print, scope);
    }

    private void Print(long number)
    {
        // The longest is -9223372036854775808.
        number.TryFormat(output.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    private string Printed(TemplateValue value, PrintStatement print, Scope scope) => value switch
    {
        NullValue => "",
        TextValue text => text.Text,
        MarkupValue markup when escaping == Escaping.Html => markup.Html,
        MarkupValue => throw scope.Error(print.Position, "markup cannot be printed into plain text"),
        FlagValue flag => flag.Flag ? "true" : "false",
        DateValue date => DatePattern.Format(date.Utc, "%d %b %Y"),
        _ => throw scope.Error(print.Position, $"{value.Kind} cannot be printed; print its fields or items"),
    };

    private void Write(string text, Node node, Scope scope)
    {
        output.Write(text);
        Bound(node, scope);
    }

    // A text that is put together is held to the limit itself, so that never more than twice as much is held for a moment.
    private void Bound(Node node, Scope scope)
    {
        if (output.Length > limits.OutputLength)
            throw scope.Error(node.Position, Formatted($"the output is longer than {limits.OutputLength} characters"));
        _isTooLong = output.Length > longest;
    }

    private static string Formatted(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
