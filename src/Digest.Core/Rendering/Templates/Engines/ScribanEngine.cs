using System.Collections.Frozen;
using Scriban.Syntax;

namespace Digest.Rendering.Templates;

/// <summary>Scriban renders templates that our own parser has already held to the subset. Compiled only where its package can be restored.</summary>
internal sealed class ScribanEngine : ITemplateEngine
{
    private readonly FrozenDictionary<string, global::Scriban.Template> templates;
    private readonly ScribanLoader loader;
    private readonly TemplateLimits limits;

    /// <exception cref="TemplateException">Scriban reads a template otherwise than the subset promises.</exception>
    public ScribanEngine(IReadOnlyDictionary<string, string> sources, TemplateLimits limits)
    {
        this.limits = limits;
        loader = new(sources);
        templates = sources.ToFrozenDictionary(source => source.Key, source => Parse(source.Key, source.Value), StringComparer.Ordinal);
    }

    public bool Render(string name, MapValue model, Escaping escaping, PooledBuffer<char> output, int longest = int.MaxValue)
    {
        var run = new ScribanRun(templates, loader, ScribanValues.Of(model), escaping, limits);
        try
        {
            output.Write(templates[name].Render(run));
            return output.Length <= longest;
        }
        catch (ScriptRuntimeException error)
        {
            // A problem of ours, inside a filter or a limit, comes wrapped once for every block around it.
            for (Exception? inner = error; inner is not null; inner = inner.InnerException)
            {
                if (inner is TemplateException ours)
                    throw ours;
            }

            throw new TemplateException(error.Span.FileName ?? name, new(error.Span.Start.Line + 1, error.Span.Start.Column + 1), error.OriginalMessage);
        }
    }

    private static global::Scriban.Template Parse(string name, string source)
    {
        var template = global::Scriban.Template.Parse(source, name);
        if (!template.HasErrors)
            return template;
        var first = template.Messages[0];
        throw new TemplateException(name, new(first.Span.Start.Line + 1, first.Span.Start.Column + 1), first.Message);
    }
}
