using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>What a mention can be resolved to, and be resolved by.</summary>
internal enum MentionKind
{
    Pronoun,

    /// <summary>A person by name, with or without a role beside it.</summary>
    Person,

    /// <summary>A body by name or description ("Gulf Wire", "the ministry").</summary>
    Body,

    /// <summary>A person by description only ("an Iraqi military official", "the spokesman").</summary>
    Described,

    /// <summary>Several people by description ("residents", "officials").</summary>
    People,

    /// <summary>Anything else ("the raid", "a poll of voters").</summary>
    Thing,
}

/// <summary>A mention of somebody, taken apart.</summary>
/// <param name="Span">The whole mention in the text.</param>
/// <param name="Name">A name without titles; null where there is none.</param>
/// <param name="Role">The rest: title, office, description, as written; null where there is none.</param>
/// <param name="Head">The noun that heads the description, in lower case; the last name for persons.</param>
internal sealed record Mention(MentionKind Kind, TextSpan Span, string Text, string? Name, string? Role, string Head)
{
    /// <summary>Opens with "the", "this", "its", "their", "his", "her": it may point back.</summary>
    public bool IsDefinite { get; init; }

    /// <summary>The possessive pronoun it opens with ("its spokesman"), in lower case.</summary>
    public string? Possessor { get; init; }

    /// <summary>'m', 'f' or '?'.</summary>
    public char Gender { get; init; } = '?';

    public bool IsPlural { get; init; }

    /// <summary>The content words, lower case: for comparing descriptions.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whether the mention says more than a bare pointer: a name, or words beside the head.</summary>
    public bool IsPerson => Kind is MentionKind.Person or MentionKind.Described;
}
