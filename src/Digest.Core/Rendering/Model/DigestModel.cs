using System.Collections.Immutable;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.Text;

namespace Digest.Rendering.Model;

/// <summary>
/// An edition in words: what every output prints, in the order it prints it. Outputs differ in form only, never in fact.
/// </summary>
public sealed record DigestModel
{
    public required Edition Edition { get; init; }

    /// <summary>"Sources give at least 3 to 8 killed in US strikes in Iraq". Never one of several figures.</summary>
    public required string Headline { get; init; }

    /// <summary>"Daily conflict digest · Wednesday 22 November 2023 (UTC) · Edition 2, updated 18:00 UTC".</summary>
    public required string EditionLine { get; init; }

    /// <summary>"Compiled automatically from three articles. We have not verified these claims."</summary>
    public required string AutomationLine { get; init; }

    /// <summary>What stands above everything else in a later edition; null in a first one.</summary>
    public Notice? Notice { get; init; }

    public required ImmutableArray<Line> KeyPoints { get; init; }

    public required ImmutableArray<StorySection> Stories { get; init; }

    /// <summary>"No article reports civilian deaths or injuries on this date. That does not mean there were none.", or that no article says whether there are civilians among those killed where civilians go; null where one names civilians.</summary>
    public string? AbsenceNote { get; init; }

    /// <summary>"Compared with the previous digest: …".</summary>
    public required Line Comparison { get; init; }

    /// <summary>Events and reported deaths of this day and the week before; null where that week was without articles.</summary>
    public DayChart? Chart { get; init; }

    public required ImmutableArray<SourceEntry> Sources { get; init; }

    public required ImmutableArray<Line> Method { get; init; }

    public required ImmutableArray<HistoryEntry> History { get; init; }

    /// <summary>40 to 110 characters for a mail client's list, never the subject again.</summary>
    public required string Preheader { get; init; }
}

/// <summary>"Update, 18:00 UTC:" and its sentences.</summary>
public sealed record Notice(EditionKind Kind, string Label, ImmutableArray<Line> Lines);

/// <summary>One news story.</summary>
public sealed record StorySection(string Id, string Anchor, string Headline)
{
    /// <summary>"Continues from 21 November 2023: US strikes in Iraq", and where that digest is; null for a story that no digest of the week before told.</summary>
    public ContinuesFrom? Continues { get; init; }

    /// <summary>Events with figures, each with its claims.</summary>
    public ImmutableArray<EventSection> Events { get; init; } = [];

    /// <summary>What happened, in order, events without figures too, then the signs of escalation.</summary>
    public ImmutableArray<Line> Escalation { get; init; } = [];

    /// <summary>In order: governments; other officials and bodies; armed groups. Empty groups are left out.</summary>
    public ImmutableArray<SpeakerGroup> Reactions { get; init; } = [];

    /// <summary>"No statement found from Israel or Hezbollah in these articles. …"; null where every main party has one.</summary>
    public Line? NoStatement { get; init; }

    public ImmutableArray<Line> NotKnown { get; init; } = [];

    public ImmutableArray<Line> Background { get; init; } = [];
}

/// <summary>The earlier digest that a story goes on from.</summary>
/// <param name="Day">"21 November 2023".</param>
/// <param name="Headline">The story's headline there.</param>
/// <param name="Since">", told since 19 November" where days before it told the story as well; empty where none did.</param>
/// <param name="Url">The address of that day's digest.</param>
public sealed record ContinuesFrom(DateOnly Date, string Day, string StoryId, string Headline, string Since, string Url);

/// <summary>An event's figures.</summary>
/// <param name="Letter">A, B, …: its name on the page, counted through all stories.</param>
public sealed record EventSection(string Id, string Letter, string Label)
{
    public ImmutableArray<MeasureSummary> Measures { get; init; } = [];

    public ImmutableArray<ClaimRow> Claims { get; init; } = [];

    public ImmutableArray<Line> Notes { get; init; } = [];

    public ImmutableArray<Cite> Reports { get; init; } = [];
}

/// <summary>"Killed", "at least 3 to 8", "sources conflict".</summary>
public sealed record MeasureSummary(HarmEffect Effect, string Label, string Range, string Status);

/// <summary>One claim, as a row of its event's table.</summary>
/// <param name="Figure">"at least 3 killed", "killed, no number given".</param>
/// <param name="Who">Who was harmed, in the source's words, or "not specified".</param>
/// <param name="SaidBy">The claimant, or "no source named".</param>
/// <param name="Relation">"party to the conflict".</param>
/// <param name="CarriedBy">"articles 1, 2".</param>
/// <param name="Remarks">"replaced by a later figure", "part of another figure", "article 1 cites Reuters".</param>
public sealed record ClaimRow(Claim Claim, string Figure, string Who, string SaidBy, string Relation, string CarriedBy, ImmutableArray<Cite> Cites, ImmutableArray<string> Remarks);

public sealed record SpeakerGroup(string Title, ImmutableArray<SpeakerEntry> Speakers);

/// <summary>One speaker's statements in a story.</summary>
public sealed record SpeakerEntry(string Speaker, string? Role, ImmutableArray<StatementEntry> Statements);

/// <summary>One statement with the wordings outlets give of it; the first is the one shown, the others its variants.</summary>
/// <param name="Stance">"condemns"; null for a comment.</param>
public sealed record StatementEntry(ReactionEntry Reaction, string? Stance, ImmutableArray<Line> Wordings);

/// <summary>An article of the source list, with the passages cited from it.</summary>
public sealed record SourceEntry(Source Source, string Title, string Details, ImmutableArray<string> Notes, string? Url)
{
    /// <summary>What the excerpts are made of: only the page prints them. Null where nothing is cited from it.</summary>
    internal CitedText? Cited { get; init; }

    /// <summary>Made anew each time.</summary>
    public ImmutableArray<Excerpt> Excerpts => Cited?.Excerpts() ?? [];
}

/// <summary>A stretch of an article around the evidence in it.</summary>
public sealed record Excerpt(bool CutBefore, ImmutableArray<ExcerptPart> Parts, bool CutAfter);

/// <param name="Anchors">The anchors of the passages that begin here; empty where none does.</param>
/// <param name="IsEvidence">Whether it is part of a cited passage.</param>
public sealed record ExcerptPart(string Text, TextSpan Span, ImmutableArray<string> Anchors, bool IsEvidence);

public sealed record HistoryEntry(int Number, string Text, string Url);
