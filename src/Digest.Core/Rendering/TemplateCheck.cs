using System.Collections.Immutable;
using Digest.Rendering.Templates;

namespace Digest.Rendering;

/// <summary>
/// Everything wrong with a newsroom's templates as far as it can be told without its articles: what cannot be read, includes of what is not there, a figure printed without its
/// claimant, and what goes wrong when sample editions are rendered, an undefined name above all.
/// </summary>
public static class TemplateCheck
{
    /// <param name="shipped">The templates that come with the program.</param>
    /// <param name="own">Those that take their place.</param>
    /// <returns>By template and place; empty when the templates can be used.</returns>
    public static IReadOnlyList<TemplateException> Of(IReadOnlyCollection<KeyValuePair<string, string>> shipped, IReadOnlyCollection<KeyValuePair<string, string>> own)
    {
        var names = own.Select(template => template.Key).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<KeyValuePair<string, string>> all = [.. shipped.Where(template => !names.Contains(template.Key)), .. own];
        List<TemplateException> problems = [.. TemplateSet.Check(all), .. all.SelectMany(FigureAlone)];
        if (problems.Count == 0)
            problems.AddRange(Tried(new TemplateSet(all)));
        return [.. problems.DistinctBy(problem => problem.Message, StringComparer.Ordinal)
            .OrderBy(problem => problem.Template, StringComparer.Ordinal).ThenBy(problem => problem.Position.Line).ThenBy(problem => problem.Position.Column)];
    }

    // The worst a template can do is to print a figure as if it were a fact.
    private static IEnumerable<TemplateException> FigureAlone(KeyValuePair<string, string> template)
    {
        var at = template.Value.IndexOf(".figure", StringComparison.Ordinal);
        if (at < 0 || template.Value.Contains(".said_by", StringComparison.Ordinal))
            yield break;
        var before = template.Value.AsSpan(0, at);
        yield return new(template.Key, new(before.Count('\n') + 1, at - before.LastIndexOf('\n')), "a claim's figure is printed here and its said_by nowhere in this template; print who says so beside it");
    }

    private static IEnumerable<TemplateException> Tried(TemplateSet templates)
    {
        var tries = SampleEdition.All.Select(edition => (Action)(() => EditionRenderer.Render(edition, SampleEdition.Texts, templates)))
            .Concat(SitePages.Samples.Select(page => (Action)(() => page(templates))));
        foreach (var tried in tries)
        {
            TemplateException? problem = null;
            try
            {
                tried();
            }
            catch (TemplateException found)
            {
                problem = found;
            }

            if (problem is not null)
                yield return problem;
        }
    }
}
