using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;

namespace Digest.Days;

/// <summary>One article as a day's source list shows it.</summary>
/// <param name="Number">1, 2, …: its place in the day's source list, by which every citation names it.</param>
/// <param name="Line">The line of reporting it belongs to: articles that share copy have the same number (the smallest source number among them).</param>
public sealed record Source(int Number, string ArticleId, string Name, int Line)
{
    public string? Title { get; init; }

    public string? Byline { get; init; }

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public DateOnly? Date { get; init; }

    public DateBasis DateBasis { get; init; }

    /// <summary>Agencies whose copy it carries or cites, sorted.</summary>
    public ImmutableArray<string> Agencies { get; init; } = [];

    /// <summary>Further names the very same text was uploaded under, sorted.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];
}

/// <summary>A passage of an article that bears out what a digest prints. There is none without a source.</summary>
/// <param name="SourceNumber">The <see cref="Source.Number"/> of the article.</param>
public sealed record Citation(int SourceNumber, Provenance Provenance);

/// <summary>The claimant's relation to the event, as far as the claimant's name or role says.</summary>
public enum ClaimantRelation
{
    /// <summary>Nobody is named.</summary>
    Unattributed,
    Party,
    StateOfficial,
    Medical,
    InternationalBody,
    Monitor,
    Media,
    Witness,
    Other,
}

/// <summary>
/// What one claimant says about one event: the unit of a digest. Claims are set side by side, never added.
/// </summary>
/// <param name="Id">Stable within its event across editions: derived from effect, count, victims and claimant.</param>
/// <param name="Claimant">Display name of who says so; null where nobody is named.</param>
/// <param name="Citations">Where it stands, in source order; at least one.</param>
public sealed record Claim(string Id, HarmEffect Effect, CountRange Count, string? Vague, string? Victims, string? Claimant, ImmutableArray<Citation> Citations)
{
    /// <summary>The body the claimant speaks for, where that is a source of the event as well; the two count as one source. Null otherwise.</summary>
    public string? SpeaksFor { get; init; }

    public ClaimantRelation Relation { get; init; }

    public FigureStatus Status { get; init; }

    public string? DeniedBy { get; init; }

    public bool IsCumulative { get; init; }

    public bool IsPartial { get; init; }
}

/// <summary>What the evidence for one measure of one event is; says nothing about truth (EDITORIAL rules, status labels).</summary>
[Flags]
public enum EvidenceStatus
{
    None = 0,
    SourcesAgree = 1,
    SourcesConflict = 2,
    SingleSource = 4,
    PartyClaim = 8,
    Unattributed = 16,
}

/// <summary>The range over an event's current claims for one effect, with the label its evidence earns.</summary>
public sealed record Tally(HarmEffect Effect, CountRange Range, EvidenceStatus Status)
{
    /// <summary>The range as it is printed, with every "at least" of its ends: "at least 3 to 8", "3 to at least 8"; null where no claim gives a number.</summary>
    public string? Text { get; init; }
}

/// <summary>An attack, strike or clash as all articles of the day together tell it.</summary>
/// <param name="Id">Stable across editions of the day.</param>
/// <param name="Label">A heading such as "US strikes on Jurf al-Sakhar, 22 November".</param>
/// <param name="Reports">The passages that report it, in source order.</param>
public sealed record Event(string Id, EventType Type, string Label, ImmutableArray<Citation> Reports)
{
    public string? Actor { get; init; }

    public string? Target { get; init; }

    public string? Place { get; init; }

    /// <summary>The day, or the day on which its night ends; the first where the articles leave several open.</summary>
    public DateOnly? Date { get; init; }

    public DatePrecision DatePrecision { get; init; }

    /// <summary>The last day where the articles leave several open; null otherwise.</summary>
    public DateOnly? LastDate { get; init; }

    /// <summary>Who reports it, display names in order of appearance; empty where articles state it themselves.</summary>
    public ImmutableArray<string> ReportedBy { get; init; } = [];

    public bool IsClaimedByActor { get; init; }

    public ImmutableArray<Claim> Claims { get; init; } = [];

    public ImmutableArray<Tally> Tallies { get; init; } = [];

    /// <summary>Plain sentences for an editor ("Two different figures are attributed to the same group. …").</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>How a wording's words are to be read beside the speaker's name.</summary>
public enum WordingForm
{
    /// <summary>The speaker's own words, which articles set in quotation marks.</summary>
    Quotation,

    /// <summary>What follows the speaker's name in the article, verb and all: "condemned the strikes".</summary>
    Predicate,

    /// <summary>A sentence that was said, in the article's words: "the strikes were lawful".</summary>
    Content,

    /// <summary>The article's whole sentence, where its order lets no part stand alone.</summary>
    Sentence,
}

/// <summary>One wording of a statement, as one or more articles carry it.</summary>
/// <param name="Words">Verbatim characters of an article, without quotation marks and without the full stop or comma before a closing one.</param>
public sealed record Wording(string Words, WordingForm Form, ImmutableArray<Citation> Citations)
{
    /// <summary>Whether they are the speaker's words and not the article's.</summary>
    public bool IsVerbatim => Form == WordingForm.Quotation;
}

/// <summary>One statement by one speaker, with the variants that outlets print of it.</summary>
/// <param name="Wordings">The one shown first, then its variants; at least one.</param>
public sealed record ReactionEntry(string Id, string Speaker, string? Role, SpeakerKind SpeakerKind, Stance Stance, ImmutableArray<Wording> Wordings);

/// <summary>Something an article recalls as context: "not new today".</summary>
public sealed record BackgroundItem(string Text, ImmutableArray<Citation> Citations);

/// <summary>One rule of the escalation ladder that fired, with what made it fire.</summary>
/// <param name="Rule">The rule's stable name ("threat", "first-strike", "ceasefire-step"; <see cref="Escalation"/> has them all).</param>
/// <param name="Text">The line as printed, attributed.</param>
public sealed record EscalationSign(string Rule, string Text, ImmutableArray<Citation> Citations);

/// <summary>One news story of the day: its events, what was said, what is background.</summary>
/// <param name="Id">Stable across editions of the day.</param>
/// <param name="Headline">What the story is about, as a phrase without figures or verb that can follow "killed in": "US strikes in Iraq".</param>
public sealed record Story(string Id, string Headline, ImmutableArray<int> SourceNumbers)
{
    /// <summary>Events with casualty claims first, among them the one that names the story, then by date; each with at least one citation.</summary>
    public ImmutableArray<Event> Events { get; init; } = [];

    public ImmutableArray<ReactionEntry> Reactions { get; init; } = [];

    /// <summary>Main parties of the story of whom no statement stands in any of its articles, by name.</summary>
    public ImmutableArray<string> NoStatementFrom { get; init; } = [];

    public ImmutableArray<EscalationSign> Escalation { get; init; } = [];

    public ImmutableArray<BackgroundItem> Background { get; init; } = [];

    /// <summary>What the articles leave open or disagree about, as plain sentences.</summary>
    public ImmutableArray<string> NotKnown { get; init; } = [];

    /// <summary>Why the story stands where it stands in the digest, for the page's explanation.</summary>
    public string? RankReason { get; init; }
}

/// <summary>
/// A day as all its articles together tell it: the fold of their facts, the same for every order and repetition of arrival.
/// </summary>
/// <param name="Stories">Most important first.</param>
public sealed record Day(DateOnly Date, ImmutableArray<Source> Sources, ImmutableArray<Story> Stories)
{
    /// <summary>Whom and what the articles name; null where no text-analytics service was asked about any of them. Nothing else of the day depends on it.</summary>
    public NameIndex? Names { get; init; }
}
