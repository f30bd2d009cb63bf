using Digest.Facts;
using Digest.Text;

namespace Digest.Days;

/// <summary>Facts in the order of the text. Extraction gives them so; what a store or a caller gives may come in any order.</summary>
internal static class InOrder
{
    /// <summary>The facts that a unit holds, in the order of the text; those at one place as they came.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> facts, StoryUnit unit)
        where T : Fact
    {
        return Of(unit.IsItem ? [.. facts.Where(unit.Holds)] : facts);
    }

    /// <summary>Facts in the order of the text; those at one place as they came.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> facts)
        where T : Fact
    {
        for (var i = 1; i < facts.Count; i++)
        {
            if (facts[i].Provenance.Span < facts[i - 1].Provenance.Span)
                return [.. facts.OrderBy(fact => fact.Provenance.Span)];
        }

        return facts;
    }

    /// <summary>What is told in the order of articles and text; what stands at one place as it came. The list itself where it is in order already, as it mostly is.</summary>
    public static List<T> Of<T>(List<T> told, Func<T, (int ArticleIndex, TextSpan Span)> at)
    {
        for (var i = 1; i < told.Count; i++)
        {
            if (at(told[i]).CompareTo(at(told[i - 1])) < 0)
                return [.. told.OrderBy(at)];
        }

        return told;
    }
}
