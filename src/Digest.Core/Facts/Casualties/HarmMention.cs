using Digest.Text;

namespace Digest.Facts;

/// <summary>A harm and a count of the harmed as one sentence tells it, before who says so, where and when are known.</summary>
/// <param name="Chunk">The noun phrase of the harmed.</param>
/// <param name="Trigger">The token that tells of the harm.</param>
/// <param name="Clause">The clause of the trigger verb, where a verb tells it.</param>
internal sealed record HarmMention(Sentence Sentence, HarmEffect Effect, HeadCount Count, int Chunk, int Trigger, Clause? Clause)
{
    internal bool IsPartial { get; init; }

    internal FigureStatus Status { get; init; }

    /// <summary>The second of two figures that one phrase gives ("from 50 to 120").</summary>
    internal bool IsSecondOfPair { get; init; }

    /// <summary>The noun phrase of whoever gives the count where another's verb serves for both ("the mayor spoke of 27 dead, a teacher of 30").</summary>
    internal int? Teller { get; init; }

    /// <summary>From the first to the last token that bears the mention out.</summary>
    internal TextSpan Span
    {
        get
        {
            var tokens = Sentence.Tokens;
            var end = Math.Max(Sentence.Chunks[Chunk].End, Count.NounEnd);
            return tokens[Math.Min(Trigger, Count.First)].Span.Hull(tokens[Math.Max(Trigger, end - 1)].Span);
        }
    }
}
