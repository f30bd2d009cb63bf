using System.Globalization;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Digest.Rendering.Templates;

/// <summary>
/// One rendering by Scriban, as safe as our own: what is printed is escaped, a name or field that is not there is an error, only the filters of the subset can be called, and
/// the same limits hold.
/// </summary>
internal sealed class ScribanRun : TemplateContext
{
    private readonly Escaping escaping;
    private readonly TemplateLimits limits;
    private int steps;
    private int turns;
    private int written;

    // Scriban hands to Write the span of the whole template.
    private SourceSpan printing;

    public ScribanRun(IReadOnlyDictionary<string, global::Scriban.Template> templates, ITemplateLoader loader, ScriptObject model, Escaping escaping, TemplateLimits limits)
        : base(ScribanValues.Filters(), StringComparer.Ordinal)
    {
        (this.escaping, this.limits) = (escaping, limits);
        foreach (var (name, template) in templates)
            CachedTemplates[name] = template;
        TemplateLoader = loader;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedTargetAccess = false;
        AutoIndent = false;
        // Counted here over all loops together; Scriban counts each loop by itself.
        LoopLimit = 0;
        LimitToString = 0;
        RecursiveLimit = limits.IncludeDepth;
        PushCulture(CultureInfo.InvariantCulture);
        PushGlobal(model);
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        var text = textAsObject switch
        {
            null => "",
            string plain => escaping == Escaping.Html ? HtmlText.Escape(plain) : plain,
            MarkupValue markup when escaping == Escaping.Html => markup.Html,
            MarkupValue => throw Error(printing, "markup cannot be printed into plain text"),
            IncludedText included => included.Text,
            bool flag => flag ? "true" : "false",
            int or long => Convert.ToString(textAsObject, CultureInfo.InvariantCulture),
            DateValue date => DatePattern.Format(date.Utc, "%d %b %Y"),
            _ => throw Error(printing, "this value cannot be printed; print its fields or items"),
        };
        if (textAsObject is not IncludedText)
            Count(printing, text!.Length);
        Write(text);
        return this;
    }

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is not null && ++steps > limits.Steps)
            throw Error(scriptNode.Span, string.Create(CultureInfo.InvariantCulture, $"this rendering took more than {limits.Steps} steps"));
        if (scriptNode is ScriptExpressionStatement print)
            printing = print.Span;
        if (scriptNode is ScriptRawStatement raw)
            Count(raw.Span, raw.Text.Length);
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (value is not null)
            return value;
        return scriptNode switch
        {
            // Scriban runs the else of an empty list, and nothing at all for null.
            { Parent: ScriptForStatement { Iterator: { } iterator } } when iterator == scriptNode => new ScriptArray(),
            // No list of ours holds a null, so there is nothing at that place; nor for an argument that the include did not pass.
            ScriptIndexerExpression index => throw Error(index.Span, "there is nothing at this place of the list"),
            _ => null,
        };
    }

    /// <summary>Called by Scriban for each turn of a loop.</summary>
    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        if (++turns > limits.LoopTurns)
            throw Error(loop.Span, string.Create(CultureInfo.InvariantCulture, $"the loops of this rendering took more than {limits.LoopTurns} turns"));
        return base.OnStepLoop(loop);
    }

    private void Count(SourceSpan span, int length)
    {
        if ((written += length) > limits.OutputLength || written < 0)
            throw Error(span, string.Create(CultureInfo.InvariantCulture, $"the output is longer than {limits.OutputLength} characters"));
    }

    internal static TemplateException Error(SourceSpan span, string problem) => new(span.FileName ?? "", new(span.Start.Line + 1, span.Start.Column + 1), problem);
}

/// <summary>What an included template gave: escaped already, where it had to be.</summary>
internal sealed record IncludedText(string Text);
