using System.Collections.Frozen;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// The other side in what a speaker says: another state or an armed group to a government, the state and its forces to an armed group. Whoever says that the other side does harm accuses it;
/// a spokesman's own side is never the other.
/// </summary>
internal static class Adversaries
{
    private static readonly FrozenSet<string> Forces = FrozenSet.Create(StringComparer.Ordinal, "soldiers", "troops", "army", "police", "military", "forces", "occupation", "government", "regime", "jets", "warplanes", "drones");
    private static readonly FrozenSet<string> Fighters = FrozenSet.Create(StringComparer.Ordinal, "rebels", "militants", "insurgents", "militia", "militias", "terrorists", "gunmen", "gang", "gangs", "guerrillas", "separatists", "jihadists", "leaders", "fighters");

    /// <summary>The verb of harm that the words say the other side does; null where they say none.</summary>
    /// <param name="isOwn">Whether a stretch is the speaker's own words.</param>
    internal static string? HarmIn(IEnumerable<Sentence> said, Func<TextSpan, bool> isOwn, Attribution speaker, SpeakerKind kind)
    {
        foreach (var sentence in said)
        {
            foreach (var clause in sentence.Clauses)
            {
                var verb = sentence.Tokens[clause.Verb.Head];
                if (clause.IsPassive || clause.Verb.IsNegated || clause.Verb.IsInfinitive || !isOwn(verb.Span) || !Stances.IsHarm(clause.Lemma) || clause.Subject is not { } subject)
                    continue;
                var actor = sentence.Chunks[subject.First];
                if (IsOther(TextOf(sentence, actor), sentence.Tokens[actor.Head].Lower, speaker, kind))
                    return verb.Lower;
            }
        }

        return null;
    }

    /// <summary>The other side as the words name it ("Kigali", "Pakistan’s habit"); null where they name nobody.</summary>
    internal static string? NamedIn(IEnumerable<Sentence> said, TextSpan span, Attribution speaker)
    {
        foreach (var sentence in said)
        {
            foreach (var chunk in sentence.Chunks.Where(c => c.Kind == ChunkKind.NounPhrase))
            {
                // "read in Baku": where it is, not who does it
                if (chunk.First > 0 && sentence.Tokens[chunk.First - 1].Lower is "in" or "at" or "near" or "around")
                    continue;
                // "against terrorism, not against Kabul"
                if (chunk.First > 0 && sentence.Tokens[Math.Max(0, chunk.First - (sentence.Tokens[chunk.First - 1].Lower == "of" ? 5 : 2))..chunk.First].Any(t => t.Lower is "not" or "never"))
                    continue;
                for (var end = chunk.First + 1; end <= chunk.End; end++)
                {
                    var name = sentence.Tokens[end - 1];
                    if (name.Pos == PartOfSpeech.ProperNoun && span.Contains(name.Span) && (end == chunk.End || sentence.Tokens[end].Pos == PartOfSpeech.PossessiveMarker) && IsNamedOther(string.Join(' ', sentence.Tokens[chunk.First..end].Select(t => t.Text)), speaker))
                        return name.Text;
                }
            }
        }

        return null;
    }

    private static string TextOf(Sentence sentence, Chunk chunk) => string.Join(' ', sentence.Tokens[chunk.First..chunk.End].Select(t => t.Text));

    private static bool IsOther(string actor, string head, Attribution speaker, SpeakerKind kind) =>
        actor.Split(' ')[0].ToLowerInvariant() is not ("our" or "my" or "we" or "i" or "you" or "it" or "he" or "she") &&
        (head == "they" || (kind == SpeakerKind.ArmedGroup ? Forces : Fighters).Contains(head) || IsNamedOther(actor, speaker));

    private static bool IsNamedOther(string actor, Attribution speaker) =>
        Entities.KindOf(actor, null) is SpeakerKind.Government or SpeakerKind.ArmedGroup && !Entities.Same(actor, speaker.Speaker) && !IsOfSide(actor, speaker.Speaker) && !(speaker.Role is { } role && (IsOfSide(actor, role) || role.Contains(actor, StringComparison.Ordinal)));

    private static bool IsOfSide(string actor, string speaker) => Entities.SideOf(actor) is { } side && Entities.SideOf(speaker) == side;
}
