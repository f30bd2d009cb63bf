using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>The reactions of an article as they are found, known by the sentences they stand in: a speaker takes a stance once in a sentence, and in a headline only by a verb that takes it.</summary>
internal sealed class ReactionDraft(Document document)
{
    private readonly List<Reaction> all = [];
    private readonly Dictionary<int, List<Reaction>> told = [];

    internal IReadOnlyList<Reaction> All => all;

    /// <returns>False where the sentence has it already, or is a headline and no verb takes the stance.</returns>
    internal bool Add(TextSpan span, Attribution attribution, Stance stance, SpeakerKind kind, string evidence, bool isVerb)
    {
        var at = document.SentenceAt(span.Start);
        if (at < 0 || document.Sentences[at] is not { } sentence || !sentence.Span.Contains(span.Start) || (!isVerb && sentence.Block.Kind is BlockKind.Title or BlockKind.Subhead))
            return false;
        if (told.TryGetValue(at, out var here) && here.Exists(r => r.Stance == stance && r.Attribution.Speaker == attribution.Speaker && sentence.Span.Contains(r.Provenance.Span.Start)))
            return false;
        var reaction = new Reaction(new Provenance(document.Article.Id, span, span.In(document.Text)), attribution, stance, kind) { StanceEvidence = evidence };
        all.Add(reaction);
        for (var s = at; s < document.Sentences.Length && document.Sentences[s].Span.Start < span.End; s++)
        {
            if (!told.TryGetValue(s, out var reactions))
                told[s] = reactions = [];
            reactions.Add(reaction);
        }

        return true;
    }
}
