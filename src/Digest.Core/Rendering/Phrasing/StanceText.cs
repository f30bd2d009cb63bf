using Digest.Facts;

namespace Digest.Rendering.Phrasing;

/// <summary>The stance of a statement, as a label behind its speaker.</summary>
internal static class StanceText
{
    public static string? Of(Stance stance) => stance switch
    {
        Stance.Condemn => "condemns",
        Stance.Defend => "defends",
        Stance.Deny => "denies",
        Stance.Threaten => "threatens",
        Stance.Demand => "demands",
        Stance.ClaimResponsibility => "claims responsibility",
        Stance.Urge => "urges",
        Stance.Warn => "warns",
        Stance.Accuse => "accuses",
        _ => null,
    };

    /// <summary>Stable names for machines.</summary>
    public static string Name(Stance stance) => stance == Stance.ClaimResponsibility ? "claim responsibility" : stance.ToString().ToLowerInvariant();
}
