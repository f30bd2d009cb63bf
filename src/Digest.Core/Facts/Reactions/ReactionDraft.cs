using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>The reactions of an article as they are found, known by the sentences they stand in: a speaker takes a stance once in a sentence, and never in a headline.</summary>
internal sealed class ReactionDraft(Document document)
{
    private readonly List<Reaction> all = [];
    private readonly Dictionary<int, List<Reaction>> told = [];

    internal IReadOnlyList<Reaction> All => all;

    /// <summary>Whether a reaction of the speaker holds the words already.</summary>
    internal bool HasReactionOf(string speaker, TextSpan words) =>
        told.TryGetValue(document.SentenceAt(words.Start), out var here) && here.Exists(r => r.Attribution.Speaker == speaker && r.Provenance.Span.Contains(words));

    internal void Add(TextSpan span, Attribution attribution, Stance stance, SpeakerKind kind, string evidence)
    {
        var at = document.SentenceAt(span.Start);
        if (at < 0 || document.Sentences[at] is not { Block.Kind: not (BlockKind.Title or BlockKind.Subhead) } sentence || !sentence.Span.Contains(span.Start))
            return;
        if (told.TryGetValue(at, out var here) && here.Exists(r => r.Stance == stance && r.Attribution.Speaker == attribution.Speaker && sentence.Span.Contains(r.Provenance.Span.Start)))
            return;
        var reaction = new Reaction(new Provenance(document.Article.Id, span, span.In(document.Text)), attribution, stance, kind) { StanceEvidence = evidence };
        all.Add(reaction);
        for (var s = at; s < document.Sentences.Length && document.Sentences[s].Span.Start < span.End; s++)
        {
            if (!told.TryGetValue(s, out var reactions))
                told[s] = reactions = [];
            reactions.Add(reaction);
        }
    }
}
