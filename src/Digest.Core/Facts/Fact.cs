using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Where a fact was read: the article, the span in its text, and the characters that stand there.
/// </summary>
/// <exception cref="ArgumentException">Article or evidence is empty, or the evidence does not have the span's length.</exception>
public sealed record Provenance
{
    public Provenance(string articleId, TextSpan span, string evidence)
    {
        ArgumentException.ThrowIfNullOrEmpty(articleId);
        ArgumentException.ThrowIfNullOrEmpty(evidence);
        if (evidence.Length != span.Length)
            throw new ArgumentException($"The evidence has {evidence.Length} characters, the span {span} has {span.Length}.", nameof(evidence));
        (ArticleId, Span, Evidence) = (articleId, span, evidence);
    }

    public string ArticleId { get; }

    public TextSpan Span { get; }

    public string Evidence { get; }

    /// <summary>Whether the evidence still stands at the span of the given text.</summary>
    public bool HoldsIn(string text) =>
        Span.End <= text.Length && text.AsSpan(Span.Start, Span.Length).SequenceEqual(Evidence);
}

/// <summary>
/// Who is said to have said something, as the article names them. Never a pronoun: "he" is resolved or there is no attribution.
/// </summary>
/// <param name="Speaker">The name or description: "Lloyd Austin", "an Iraqi military official", "Kataib Hezbollah".</param>
/// <param name="Role">Title, office or description beside the name ("Pentagon chief"), as written; null where none is given.</param>
/// <param name="SpeakerSpan">Where the speaker stands in the text: the mention beside the cue, even a pronoun.</param>
/// <param name="Cue">The words that attribute ("said", "according to"); empty where the source is carried over from the sentence before.</param>
public sealed record Attribution(string Speaker, string? Role, TextSpan? SpeakerSpan, string Cue);

/// <summary>Something an article says, and where it says it.</summary>
public abstract record Fact(Provenance Provenance);

public enum HarmEffect
{
    Killed,
    Wounded,
    Missing,
    Captured,
}

/// <summary>What the article itself says of a figure's standing.</summary>
public enum FigureStatus
{
    /// <summary>It stands; rival figures stand beside it.</summary>
    Current,

    /// <summary>The text says it was given earlier and has been replaced.</summary>
    Superseded,

    /// <summary>The text says somebody denies it.</summary>
    Denied,
}

/// <summary>
/// One clause that says people were killed, wounded, captured or are missing.
/// </summary>
public sealed record CasualtyReport(Provenance Provenance, HarmEffect Effect, CountRange Count) : Fact(Provenance)
{
    /// <summary>The word where the text gives no number ("several", "dozens", "others"); null otherwise.</summary>
    public string? Vague { get; init; }

    /// <summary>Who was harmed, in the text's words ("members of Kataib Hezbollah"); null where it does not say.</summary>
    public string? Victims { get; init; }

    /// <summary>Where, in the text's words.</summary>
    public string? Place { get; init; }

    /// <summary>When people were harmed, resolved against the article's date; null where the text does not let one say.</summary>
    public DateOnly? Date { get; init; }

    public DatePrecision DatePrecision { get; init; }

    /// <summary>The last day where the text gives several; <see cref="Date"/> is the first then. Null for one day or night.</summary>
    public DateOnly? LastDate { get; init; }

    /// <summary>The text does not date it: <see cref="Date"/> is the day of the article's news.</summary>
    public bool IsDateInferred { get; init; }

    /// <summary>Who states the figure; null where nobody is named. Never invented.</summary>
    public Attribution? Claimant { get; init; }

    public FigureStatus Status { get; init; }

    /// <summary>Who denies it, where the article says so.</summary>
    public string? DeniedBy { get; init; }

    /// <summary>A running toll since some past date or over several events, not the toll of one event.</summary>
    public bool IsCumulative { get; init; }

    /// <summary>A part of another figure of the article ("including three children"), never to be added to it.</summary>
    public bool IsPartial { get; init; }

    /// <summary>An event other than today's news, recalled as context.</summary>
    public bool IsBackground { get; init; }

    public bool IsHeadline { get; init; }
}

/// <summary>A span in quotation marks that reports somebody's speech or writing, verbatim and without the marks.</summary>
public sealed record Quotation(Provenance Provenance, Attribution? Attribution) : Fact(Provenance)
{
    /// <summary>The words between the marks; the provenance's evidence.</summary>
    public string Words => Provenance.Evidence;
}

public enum StatementType
{
    /// <summary>All content is inside quotation marks.</summary>
    Direct,

    /// <summary>Some of it is.</summary>
    Mixed,

    Indirect,
}

/// <summary>Any attributed content: what somebody is reported to have said, written or claimed.</summary>
/// <param name="Provenance">The hull of speaker, cue and content.</param>
/// <param name="Content">The content's words as the text has them (quotation marks included); its parts joined by a space where the cue interrupts it.</param>
/// <param name="ContentSpans">The stretches of the content, in order.</param>
public sealed record Statement(Provenance Provenance, Attribution Attribution, StatementType Type, string Content, ImmutableArray<TextSpan> ContentSpans) : Fact(Provenance);

public enum Stance
{
    Comment,
    Condemn,
    Defend,
    Deny,
    Threaten,
    Demand,
    ClaimResponsibility,
    Urge,
    Warn,
    Accuse,
}

/// <summary>What kind of body a speaker speaks for.</summary>
public enum SpeakerKind
{
    Other,
    Government,
    ArmedGroup,
    InternationalBody,
    Official,
}

/// <summary>A statement by an official, a government, a party or an armed group that takes a stance.</summary>
public sealed record Reaction(Provenance Provenance, Attribution Attribution, Stance Stance, SpeakerKind SpeakerKind) : Fact(Provenance)
{
    /// <summary>The word or words that decided the stance ("condemned", "will continue").</summary>
    public string? StanceEvidence { get; init; }
}

public enum EventType
{
    Attack,
    AirStrike,
    MissileAttack,
    RocketAttack,
    DroneAttack,
    Bombing,
    Shooting,
    Clash,
}

public enum DatePrecision
{
    /// <summary>No date could be given.</summary>
    None,
    Day,

    /// <summary>The night that ends on the date given.</summary>
    Night,

    /// <summary>About that day ("about 24 hours earlier").</summary>
    Around,
    Week,
    Month,
    Year,
}

/// <summary>One article's account of an attack, strike or clash.</summary>
public sealed record EventReport(Provenance Provenance, EventType Type) : Fact(Provenance)
{
    /// <summary>Who did it, as the text names them; null where it does not say.</summary>
    public string? Actor { get; init; }

    public string? Target { get; init; }

    /// <summary>The weapon or platform ("AC-130 aircraft", "ballistic missiles").</summary>
    public string? Means { get; init; }

    public string? Place { get; init; }

    /// <summary>The day; the first one where the text gives several.</summary>
    public DateOnly? Date { get; init; }

    public DatePrecision DatePrecision { get; init; }

    /// <summary>Nothing in the article dates its news: the day is the article's own, and the attack may be of the evening before.</summary>
    public bool IsDateAssumed { get; init; }

    /// <summary>The last day where the text gives several ("on Tuesday and Wednesday", "since yesterday"); null for one day or night.</summary>
    public DateOnly? LastDate { get; init; }

    /// <summary>How many such events ("more than 60 attacks"), where the text counts them.</summary>
    public int? Count { get; init; }

    public bool CountIsMinimum { get; init; }

    /// <summary>The article recalls it as context; it is not news of the day.</summary>
    public bool IsBackground { get; init; }

    /// <summary>The first day of a counted series ("since 17 October"), ISO date.</summary>
    public DateOnly? Since { get; init; }

    public bool IsHeadline { get; init; }

    /// <summary>Where the article tells the attack that this one answers ("responded in self-defence"); set only where the text does not say where the answer struck.</summary>
    public TextSpan? Answers { get; init; }

    /// <summary>Who reports or claims it; null where the article states it itself.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>The actor itself claims the attack.</summary>
    public bool IsClaimedByActor { get; init; }
}
