using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>One template, read and checked once; rendering it does not change it.</summary>
internal sealed record Template(string Name, ImmutableArray<Statement> Body)
{
    /// <summary>The includes it makes, with where it makes them.</summary>
    public IEnumerable<IncludeStatement> Includes => In(Body);

    private static IEnumerable<IncludeStatement> In(ImmutableArray<Statement> statements) => statements.SelectMany(statement => statement switch
    {
        IncludeStatement include => [include],
        IfStatement choice => choice.Branches.SelectMany(branch => In(branch.Body)),
        CaseStatement choice => choice.Branches.SelectMany(branch => In(branch.Body)).Concat(In(choice.Else)),
        ForStatement loop => In(loop.Body).Concat(In(loop.Else)),
        _ => [],
    });
}
