using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>The engines of this build, the one that renders first. This file is compiled where the registry has Scriban.</summary>
internal static class TemplateEngines
{
    public static ImmutableArray<ITemplateEngine> Of(IReadOnlyDictionary<string, Template> templates, IReadOnlyDictionary<string, string> sources, TemplateLimits limits) =>
        [new ScribanEngine(sources, limits), new OwnEngine(templates, limits)];
}
