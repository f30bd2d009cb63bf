namespace Digest.Rendering.Templates;

/// <summary>The engine that needs no package: walks the tree that <see cref="TemplateParser"/> made.</summary>
internal sealed class OwnEngine(IReadOnlyDictionary<string, Template> templates, TemplateLimits limits) : ITemplateEngine
{
    public string? Render(string name, MapValue model, Escaping escaping, int longest = int.MaxValue) =>
        new TemplateRun(other => templates.GetValueOrDefault(other), model, escaping, limits, longest).Render(templates[name]);
}
