using System.Collections.Immutable;
using System.Globalization;
using Digest.Days;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Model;

/// <summary>
/// A figure or statement that an edition would print and that no article bears out. Nothing is rendered. The message names it by its id, so that an article's words do not get into a log;
/// <see cref="Item"/> has the words, for an editor.
/// </summary>
public sealed class EvidenceException(string name, string item, string problem) : Exception($"{name}: {problem}")
{
    /// <summary>What would have been printed.</summary>
    public string Item { get; } = item;
}

/// <summary>
/// The gate before rendering: every claim, statement, event, sign and background item has a citation,
/// and every citation's evidence stands, character for character, at its span of the article it names.
/// </summary>
internal static class Evidence
{
    /// <exception cref="EvidenceException">One does not.</exception>
    public static void Require(Day day, IReadOnlyDictionary<string, string> texts)
    {
        var sources = new Dictionary<int, Source>();
        foreach (var source in day.Sources)
        {
            if (!sources.TryAdd(source.Number, source))
                throw new EvidenceException($"source {source.Number}", source.Name, "two articles have this number");
        }
        foreach (var story in day.Stories)
        {
            foreach (var happening in story.Events)
            {
                if (Problem(happening.Reports) is { } unreported)
                    throw new EvidenceException($"event {happening.Id}", happening.Label, unreported);
                foreach (var claim in happening.Claims)
                {
                    if (Problem(claim.Citations) is { } unclaimed)
                        throw new EvidenceException($"claim {claim.Id} of event {happening.Id}", $"{happening.Label}: {Named(claim)}", unclaimed);
                }
            }

            foreach (var reaction in story.Reactions)
                RequireReaction(reaction, Problem);
            foreach (var sign in story.Escalation)
            {
                if (Problem(sign.Citations) is { } unsigned)
                    throw new EvidenceException($"sign of escalation ({sign.Rule}) of story {story.Id}", sign.Text, unsigned);
            }

            foreach (var item in story.Background)
            {
                if (Problem(item.Citations) is { } unknown)
                    throw new EvidenceException($"background of story {story.Id}", item.Text, unknown);
            }
        }

        string? Problem(ImmutableArray<Citation> citations)
        {
            if (citations.IsEmpty)
                return "it has no citation";
            foreach (var citation in citations)
            {
                if (ProblemOf(citation, sources, texts) is { } problem)
                    return problem;
            }

            return null;
        }
    }

    private static void RequireReaction(ReactionEntry reaction, Func<ImmutableArray<Citation>, string?> problemOf)
    {
        var name = $"statement {reaction.Id}";
        if (reaction.Wordings.IsDefaultOrEmpty)
            throw new EvidenceException(name, reaction.Speaker, "it has no words");
        foreach (var wording in reaction.Wordings)
        {
            var problem = problemOf(wording.Citations)
                ?? (wording.Citations.Any(citation => citation.Provenance.Evidence.Contains(wording.Words, StringComparison.Ordinal)) ? null
                    : "these words do not stand in any passage cited for them, so they cannot be printed as said");
            if (problem is not null)
                throw new EvidenceException(name, $"{reaction.Speaker}: “{wording.Words}”", problem);
        }
    }

    private static string? ProblemOf(Citation citation, Dictionary<int, Source> sources, IReadOnlyDictionary<string, string> texts)
    {
        var (number, provenance) = (citation.SourceNumber, citation.Provenance);
        if (!sources.TryGetValue(number, out var source))
            return string.Create(CultureInfo.InvariantCulture, $"it cites article {number}, which is not among the day's sources");
        if (source.ArticleId != provenance.ArticleId)
            return string.Create(CultureInfo.InvariantCulture, $"it cites article {number}, but its evidence is from the article {provenance.ArticleId}");
        if (!texts.TryGetValue(provenance.ArticleId, out var text))
            return string.Create(CultureInfo.InvariantCulture, $"the text of article {number} ({source.Name}) was not given");
        return provenance.HoldsIn(text) ? null : string.Create(CultureInfo.InvariantCulture, $"its evidence does not stand at {provenance.Span} of article {number} ({source.Name})");
    }

    private static string Named(Claim claim) => $"{(claim.Count.IsNumbered ? claim.Count.ToString() : claim.Vague ?? "no number")} {FigureText.Effect(claim)}, {claim.Claimant ?? "no source named"}";
}
