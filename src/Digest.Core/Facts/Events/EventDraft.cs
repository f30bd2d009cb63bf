using Digest.Text;

namespace Digest.Facts;

/// <summary>An attack as one clause or noun phrase tells it, while its parts are being read.</summary>
internal sealed record EventDraft(Sentence Sentence, int Anchor, EventType Type)
{
    /// <summary>The tokens the account spans.</summary>
    public required int First { get; init; }

    public required int End { get; init; }

    /// <summary>The clause that tells it, or in which its noun stands; null in a headline without a verb.</summary>
    public Clause? Clause { get; init; }

    /// <summary>Told by a noun ("a drone attack on the base"), not a verb.</summary>
    public bool IsNominal { get; init; }

    /// <summary>Pointed back to: "the attack", "that strike".</summary>
    public bool IsDefinite { get; init; }

    public string? Actor { get; init; }

    public string? Target { get; init; }

    /// <summary>The chunk of the target, where a noun phrase names it.</summary>
    public int TargetChunk { get; init; } = -1;

    public string? Means { get; init; }

    public int? Count { get; init; }

    public bool CountIsMinimum { get; init; }

    /// <summary>Counted without a number: "dozens of attacks".</summary>
    public bool IsCounted { get; init; }

    /// <summary>The noun that tells it is a plural ("air strikes").</summary>
    public bool IsSeries { get; init; }

    /// <summary>Its clause says whom it killed or wounded.</summary>
    public bool IsHarmful { get; init; }

    public bool IsClaimedByActor { get; init; }

    /// <summary>Its verb says that it answers ("responded", "retaliated").</summary>
    public bool IsAnswer { get; init; }

    /// <summary>The attack told before that it answers; null where the article tells none.</summary>
    public EventDraft? Answered { get; init; }

    public Setting Setting { get; init; } = Setting.Unknown;
}
