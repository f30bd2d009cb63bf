using System.Collections.Immutable;

namespace Digest.Days;

/// <summary>What two things were taken to be one of.</summary>
public enum JoinKind
{
    /// <summary>Two uploads of the very same text.</summary>
    Article,

    /// <summary>Two articles that carry one agency's copy.</summary>
    Copy,

    /// <summary>Two articles that tell one news story.</summary>
    Story,

    /// <summary>Two reports of one event.</summary>
    Event,

    /// <summary>Two mentions of one claim.</summary>
    Claim,

    /// <summary>Two outlets' wordings of one statement.</summary>
    Statement,

    /// <summary>An article placed on the day of another.</summary>
    Placement,
}

/// <summary>Why two things are one: what an editor is shown who asks.</summary>
/// <param name="First">The first of the two, by the name of its article and the words it stands on.</param>
/// <param name="Reason">A plain sentence that names the rule and what made it hold.</param>
public sealed record Join(JoinKind Kind, string First, string Second, string Reason);

/// <summary>A day and the reasons for everything that was merged in it, in a fixed order.</summary>
public sealed record FoldedDay(Day Day, ImmutableArray<Join> Joins);
