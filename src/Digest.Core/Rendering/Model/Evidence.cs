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
        void Check(string name, string item, IReadOnlyCollection<Citation> citations)
        {
            if (citations.Count == 0)
                throw new EvidenceException(name, item, "it has no citation");
            foreach (var citation in citations)
                Bear(name, item, citation, sources, texts);
        }
        foreach (var story in day.Stories)
        {
            foreach (var happening in story.Events)
            {
                Check($"event {happening.Id}", happening.Label, happening.Reports);
                foreach (var claim in happening.Claims)
                    Check($"claim {claim.Id} of event {happening.Id}", $"{happening.Label}: {Named(claim)}", claim.Citations);
            }
            foreach (var reaction in story.Reactions)
                CheckReaction(reaction, Check);
            foreach (var sign in story.Escalation)
                Check($"sign of escalation ({sign.Rule}) of story {story.Id}", sign.Text, sign.Citations);
            foreach (var item in story.Background)
                Check($"background of story {story.Id}", item.Text, item.Citations);
        }
    }

    private static void CheckReaction(ReactionEntry reaction, Action<string, string, IReadOnlyCollection<Citation>> check)
    {
        var name = $"statement {reaction.Id}";
        if (reaction.Wordings.IsDefaultOrEmpty)
            throw new EvidenceException(name, reaction.Speaker, "it has no words");
        foreach (var wording in reaction.Wordings)
        {
            var item = $"{reaction.Speaker}: “{wording.Words}”";
            check(name, item, wording.Citations);
            if (!wording.Citations.Any(citation => citation.Provenance.Evidence.Contains(wording.Words, StringComparison.Ordinal)))
                throw new EvidenceException(name, item, "these words do not stand in any passage cited for them, so they cannot be printed as said");
        }
    }

    private static void Bear(string name, string item, Citation citation, Dictionary<int, Source> sources, IReadOnlyDictionary<string, string> texts)
    {
        var (number, provenance) = (citation.SourceNumber, citation.Provenance);
        if (!sources.TryGetValue(number, out var source))
            throw new EvidenceException(name, item, string.Create(CultureInfo.InvariantCulture, $"it cites article {number}, which is not among the day's sources"));
        if (source.ArticleId != provenance.ArticleId)
            throw new EvidenceException(name, item, string.Create(CultureInfo.InvariantCulture, $"it cites article {number}, but its evidence is from the article {provenance.ArticleId}"));
        if (!texts.TryGetValue(provenance.ArticleId, out var text))
            throw new EvidenceException(name, item, string.Create(CultureInfo.InvariantCulture, $"the text of article {number} ({source.Name}) was not given"));
        if (!provenance.HoldsIn(text))
            throw new EvidenceException(name, item, string.Create(CultureInfo.InvariantCulture, $"its evidence does not stand at {provenance.Span} of article {number} ({source.Name})"));
    }

    private static string Named(Claim claim) => $"{(claim.Count.IsNumbered ? claim.Count.ToString() : claim.Vague ?? "no number")} {FigureText.Effect(claim)}, {claim.Claimant ?? "no source named"}";
}
