using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>The engines of this build, the one that renders first. This file is compiled where the registry has no Scriban.</summary>
internal static class TemplateEngines
{
    public static ImmutableArray<ITemplateEngine> Of(IReadOnlyDictionary<string, Template> templates, IReadOnlyDictionary<string, string> sources, TemplateLimits limits)
    {
        // The checked trees are all that our own engine needs.
        _ = sources;
        return [new OwnEngine(templates, limits)];
    }
}
