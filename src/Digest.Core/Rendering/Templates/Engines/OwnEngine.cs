namespace Digest.Rendering.Templates;

/// <summary>The engine that needs no package: walks the tree that <see cref="TemplateParser"/> made.</summary>
internal sealed class OwnEngine(IReadOnlyDictionary<string, Template> templates, TemplateLimits limits) : ITemplateEngine
{
    public bool Render(string name, MapValue model, Escaping escaping, PooledBuffer<char> output, int longest = int.MaxValue) =>
        new TemplateRun(templates, model, escaping, limits, output, longest).Render(templates[name]);
}
