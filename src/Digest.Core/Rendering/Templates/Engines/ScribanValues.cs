using System.Collections.Immutable;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Digest.Rendering.Templates;

/// <summary>Our values as Scriban's and back. Only texts, numbers, flags, lists and objects made of them cross: Scriban never sees a type of ours that it could look into.</summary>
internal static class ScribanValues
{
    public static ScriptObject Of(MapValue map)
    {
        var shown = new ScriptObject(StringComparer.Ordinal);
        foreach (var (name, value) in map.Fields)
            shown.SetValue(name, Of(value), readOnly: true);
        shown.IsReadOnly = true;
        return shown;
    }

    public static object? Of(TemplateValue value) => value switch
    {
        NullValue => null,
        FlagValue flag => flag.Flag,
        NumberValue number => number.Number,
        TextValue text => text.Text,
        ListValue list => new ScriptArray(list.Items.Select(Of)) { IsReadOnly = true },
        MapValue map => Of(map),
        // Markup and dates stay what they are: they have no field, so a template can only print them or give them to a filter.
        _ => value,
    };

    public static TemplateValue Back(object? value) => value switch
    {
        null => TemplateValue.Null,
        TemplateValue ours => ours,
        bool flag => flag,
        int number => number,
        long number => TemplateValue.Of(number),
        string text => text,
        ScriptArray list => TemplateValue.Of(list.Select(Back)),
        ScriptObject map => MapValue.With([.. map.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => (field.Key, Back(field.Value)))]),
        _ => throw new FormatException($"a value of the kind {value.GetType().Name} has no place in a template"),
    };

    /// <summary>All that a template can call: our filters, and include.</summary>
    public static ScriptObject Filters()
    {
        var all = new ScriptObject(StringComparer.Ordinal);
        foreach (var group in TemplateFunctions.ByName.Values.GroupBy(function => function.Name.Split('.')[0], StringComparer.Ordinal))
        {
            var filters = new ScriptObject(StringComparer.Ordinal);
            foreach (var function in group)
                filters.SetValue(function.Name.Split('.')[1], new Filter(function), readOnly: true);
            all.SetValue(group.Key, filters, readOnly: true);
        }

        all.SetValue("include", new Include(), readOnly: true);
        return all;
    }

    private sealed class Filter(TemplateFunction function) : IScriptCustomFunction
    {
        public int RequiredParameterCount => function.LeastArguments;

        public int ParameterCount => function.MostArguments;

        public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

        public Type ReturnType => typeof(object);

        public ScriptParameterInfo GetParameterInfo(int index) => index < function.LeastArguments ? new(typeof(object), "value") : new(typeof(object), "value", null!);

        public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
        {
            try
            {
                // Scriban passes a null for what may be left out and is.
                var given = arguments.Select(Back).ToList();
                while (given.Count > function.LeastArguments && given[^1] is NullValue)
                    given.RemoveAt(given.Count - 1);
                return Of(function.Call(new(function.Name, [.. given])));
            }
            catch (FormatException problem)
            {
                throw ScribanRun.Error(callerContext?.Span ?? default, problem.Message);
            }
        }

        public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            new(Invoke(context, callerContext, arguments, blockStatement));
    }

    /// <summary>Scriban's own include, its result marked as what it is.</summary>
    private sealed class Include : IScriptCustomFunction
    {
        private static readonly IncludeFunction Scribans = new();

        public int RequiredParameterCount => 1;

        public int ParameterCount => 1;

        public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

        public Type ReturnType => typeof(object);

        public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), index == 0 ? "template" : "value");

        public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            new IncludedText(Scribans.Invoke(context, callerContext!, arguments, blockStatement!) as string ?? "");

        public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            new(Invoke(context, callerContext, arguments, blockStatement));
    }
}

/// <summary>The set's templates by their names, for Scriban's include; <see cref="TemplateSet"/> has seen to it that every include names one of them.</summary>
internal sealed class ScribanLoader(IReadOnlyDictionary<string, string> sources) : ITemplateLoader
{
    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => sources[templatePath];

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new(Load(context, callerSpan, templatePath));
}
