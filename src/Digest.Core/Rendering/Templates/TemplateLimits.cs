namespace Digest.Rendering.Templates;

/// <summary>
/// What one rendering may use. Steps stand for time: every statement and expression evaluated is one,
/// so that a template is stopped at the same place on a slow machine and a fast one.
/// </summary>
public sealed record TemplateLimits
{
    public static TemplateLimits Default { get; } = new();

    /// <summary>Turns of all loops together.</summary>
    public int LoopTurns { get; init; } = 1_000_000;

    public int Steps { get; init; } = 20_000_000;

    /// <summary>UTF-16 code units of output.</summary>
    public int OutputLength { get; init; } = 32 * 1024 * 1024;

    /// <summary>Includes within includes.</summary>
    public int IncludeDepth { get; init; } = 16;

    /// <summary>Blocks and expressions within one another, when a template is read.</summary>
    public int Nesting { get; init; } = 64;
}
