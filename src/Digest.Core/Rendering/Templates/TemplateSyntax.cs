using System.Collections.Frozen;

namespace Digest.Rendering.Templates;

/// <summary>The words of Scriban that a template cannot use as names.</summary>
internal static class TemplateSyntax
{
    public static FrozenSet<string> Keywords { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "if", "else", "end", "for", "in", "case", "when", "include", "true", "false", "null");

    /// <summary>Scriban has them, the subset leaves them out: they change values, define functions or run without bound.</summary>
    public static FrozenSet<string> Unsupported { get; } = FrozenSet.Create(
        StringComparer.Ordinal, "while", "func", "ret", "break", "continue", "capture", "with", "wrap", "import", "readonly", "tablerow", "do", "this", "empty",
        "include_join", "math", "regex", "object", "timespan");
}
