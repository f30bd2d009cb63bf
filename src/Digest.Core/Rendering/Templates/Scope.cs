using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>What the names of one template mean while it is rendered.</summary>
/// <param name="File">The template, for error messages.</param>
/// <param name="Loops">The loops in progress, the innermost last, those of including templates too.</param>
/// <param name="Arguments">What the include passed: <c>$1</c>, <c>$2</c>, ….</param>
internal sealed record Scope(string File, MapValue Model, List<TemplateRun.Loop> Loops, ImmutableArray<TemplateValue> Arguments)
{
    /// <summary>The loops around the include. <c>for.index</c> speaks of this template's own only.</summary>
    private readonly int _outerLoops = Loops.Count;

    public TemplateValue Name(NameExpression name)
    {
        if (LoopOver(name.Name) is { } loop)
            return loop.Current;
        return Model.Field(name.Name) ?? throw Error(name.Position, $"there is no '{name.Name}' here; there are {Listed(Model.Names.Concat(Loops.Select(other => other.Variable)))}");
    }

    /// <summary>The loop in progress whose variable has that name.</summary>
    public TemplateRun.Loop? LoopOver(string variable)
    {
        for (var i = Loops.Count - 1; i >= 0; i--)
        {
            if (Loops[i].Variable == variable)
                return Loops[i];
        }

        return null;
    }

    public TemplateValue Argument(ArgumentExpression argument) => argument.Number <= Arguments.Length
        ? Arguments[argument.Number - 1]
        : throw Error(argument.Position, $"the include passed no argument ${argument.Number}");

    public TemplateValue Loop(LoopExpression loop)
    {
        if (Loops.Count == _outerLoops)
            throw Error(loop.Position, $"for.{loop.Member} stands outside any loop of this template");
        var (index, count) = (Loops[^1].Index, Loops[^1].Items.Count);
        return loop.Member switch
        {
            "index" => index,
            "rindex" => count - index - 1,
            "first" => index == 0,
            "last" => index == count - 1,
            "even" => index % 2 == 0,
            "odd" => index % 2 != 0,
            _ => count,
        };
    }

    public TemplateException Error(TemplatePosition position, string problem) => new(File, position, problem);

    public static string Listed(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
