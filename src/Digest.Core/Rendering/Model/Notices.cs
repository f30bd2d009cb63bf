using Digest.Editions;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Model;

/// <summary>The notice at the top of a later edition: what it adds, or what we had wrong and what is right.</summary>
internal static class Notices
{
    private const int Listed = 6;

    public static Notice? Of(Edition edition, Passages passages)
    {
        var time = Dates.Time(edition.PublishedAt);
        return edition.Kind switch
        {
            EditionKind.Update => new(edition.Kind, $"Update, {time}", [Update(edition, passages)]),
            EditionKind.Correction => new(edition.Kind, $"Correction, {time}", [Correction(edition)]),
            EditionKind.Withdrawn => new(edition.Kind, $"Withdrawn, {time}", [Line.Of(edition.EditorNote is { } note ? DisplayText.Line(note) : "This digest has been withdrawn. Do not use its figures.")]),
            _ => null,
        };
    }

    /// <summary>The notice in a word or two, for the history.</summary>
    public static string Summary(EditionKind kind) => kind switch
    {
        EditionKind.Update => "update",
        EditionKind.Correction => "correction",
        EditionKind.Refile => "spelling or layout only",
        EditionKind.Withdrawn => "withdrawn",
        _ => "first edition",
    };

    private static Line Update(Edition edition, Passages passages)
    {
        var line = new LineBuilder();
        if (edition.Changes is not { } changes)
            return line.Own("adds new reporting.").Build();
        var parts = 0;
        void Part(string text)
        {
            line.Own(parts++ == 0 ? text : $"; {text}");
        }
        foreach (var claimant in changes.AddedClaims.Take(Listed).GroupBy(added => added.Claim.Claimant, StringComparer.Ordinal))
        {
            Part("adds figures given by ");
            line.Sourced(claimant.Key is null ? "no named source" : ClaimantText.Within(claimant.Key), passages.Cites([.. claimant.SelectMany(added => added.Claim.Citations)]));
        }
        if (changes.AddedClaims.Length > Listed)
            Part($"adds {Numerals.InProse(changes.AddedClaims.Length - Listed)} more figures");
        foreach (var revised in changes.RevisedClaims.Take(Listed))
        {
            Part($"the figure “{FigureText.InTable(revised.Claim)}”, attributed to ");
            line.Sourced(revised.Claim.Claimant is { } claimant ? ClaimantText.Within(claimant) : "no named source").Own(", is no longer in the article that gave it");
        }
        foreach (var restated in changes.RestatedClaims.Take(Listed))
        {
            Part($"the figure “{FigureText.InTable(restated.Claim)}”, attributed to ");
            line.Sourced(restated.Claim.Claimant is { } claimant ? ClaimantText.Within(claimant) : "no named source", passages.Cites(restated.Claim.Citations)).Own(", is now reported as replaced or denied");
        }
        if (changes.AddedReactions.Length > 0)
            Part($"adds {Counted(changes.AddedReactions.Length, "statement")}");
        if (changes.AddedSources.Length > 0)
            Part($"adds {Counted(changes.AddedSources.Length, "article")}");
        if (parts == 0)
            Part("adds new reporting");
        line.Own(changes.RevisedClaims.IsEmpty ? ". No figure has been withdrawn." : ".");
        return line.Build();
    }

    private static Line Correction(Edition edition)
    {
        if (edition.EditorNote is { } note)
            return Line.Of(DisplayText.Line(note));
        var line = new LineBuilder();
        var before = Numerals.InTable(edition.Number - 1);
        foreach (var withdrawn in edition.Changes?.WithdrawnClaims ?? [])
        {
            line.Own($"Edition {before} gave “{FigureText.InTable(withdrawn.Claim)}”, attributed to ")
                .Sourced(withdrawn.Claim.Claimant is { } claimant ? ClaimantText.Within(claimant) : "no named source").Own(", for ")
                .Sourced(withdrawn.Event.Label).Own(". That was wrong. ");
            line.Own(Right(edition, withdrawn) is { Length: > 0 } right ? $"The articles give: {right}. " : "The articles give no such figure. ");
        }
        foreach (var withdrawn in edition.Changes?.WithdrawnReactions ?? [])
            line.Own($"Edition {before} gave a statement by ").Sourced(ClaimantText.Within(withdrawn.Reaction.Speaker)).Own(" that the articles do not bear out. That was wrong. ");
        return line.Build() is { Runs.IsEmpty: false } built ? built : Line.Of($"Edition {before} was wrong; this edition replaces it.");
    }

    /// <summary>What the same passages are read as now.</summary>
    private static string Right(Edition edition, ChangedClaim wrong)
    {
        var spans = wrong.Claim.Citations.Select(citation => citation.Provenance).ToList();
        return Numerals.Listed(edition.Day.Stories.SelectMany(story => story.Events).SelectMany(happening => happening.Claims)
            .Where(claim => claim.Citations.Any(citation => spans.Any(p => p.ArticleId == citation.Provenance.ArticleId && p.Span.Overlaps(citation.Provenance.Span))))
            .Select(claim => $"{FigureText.InTable(claim)}, {(claim.Claimant is { } by ? ClaimantText.Within(by) : "no source named")} said").Distinct(StringComparer.Ordinal));
    }

    private static string Counted(int count, string noun) => $"{Numerals.InProse(count)} {noun}{(count == 1 ? "" : "s")}";
}
