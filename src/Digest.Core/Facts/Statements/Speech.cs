using System.Collections.Immutable;

namespace Digest.Facts;

/// <summary>What one pass over an article finds of what people say.</summary>
public sealed record Speech
{
    internal Speech(ImmutableArray<Statement> statements, ImmutableArray<Stand> stands) => (Statements, Stands) = (statements, stands);

    /// <summary>Who said what, in reading order.</summary>
    public ImmutableArray<Statement> Statements { get; }

    /// <summary>The stands taken by a verb itself, with or without content ("claimed responsibility", "condemned the raid").</summary>
    internal ImmutableArray<Stand> Stands { get; }
}
