using System.Runtime.InteropServices;
using Digest.Names;
using Digest.News;

namespace Digest.Facts;

/// <summary>A mention that a later or earlier one may be led back to.</summary>
/// <param name="Sentence">The index of its sentence as read for speech.</param>
internal sealed record Candidate(Mention Mention, int Sentence, bool IsSubject);

/// <summary>Everybody and everything a text mentions, in reading order, by sentence: who a pronoun, a surname or "the ministry" can mean.</summary>
internal sealed class MentionIndex
{
    /// <summary>How many mentions to either side a name is looked for among, and how many speakers back; an article has a few hundred.</summary>
    internal const int Reach = 1_500;

    /// <summary>A longer name, in characters, is itself made of possessors and owns nothing in speech.</summary>
    internal const int LongestOwner = 120;

    private readonly List<Candidate> all = [];
    private readonly ILookup<string, char> titled;
    private readonly int[] starts;

    // The first candidate of each sentence, and the end of all.
    private readonly int[] firsts;

    // The first sentence of each item of a round-up: no "it" and no "the ministry" means anybody of the item before.
    private readonly int[] items;

    internal MentionIndex(string text, IReadOnlyList<SpeechSentence> sentences)
    {
        for (var s = 0; s < sentences.Count; s++)
        {
            foreach (var (range, subject) in Mentions.Of(sentences[s]))
            {
                var mention = MentionReader.Read(text, sentences[s].Tokens.AsSpan()[range.First..range.End]);
                // "Missiles hit a carrier": what opens a headline has its capital for that.
                if (mention is { Kind: MentionKind.Body, Name: null, Words.Length: 1 } && range.First == 0 && sentences[s].Reading.IsHeadline && !MentionReader.IsBody(mention.Head) && text.Contains(mention.Head, StringComparison.Ordinal))
                    mention = mention with { Kind = MentionKind.Thing };
                // "Turkey, whose ambassador was near": Turkey's ambassador
                if (mention.Text.StartsWith("whose ", StringComparison.OrdinalIgnoreCase) && all.Count > 0 && all[^1] is { Sentence: var last, Mention: { Text.Length: < LongestOwner } antecedent } && last == s)
                    mention = mention with { Text = (antecedent.Name ?? antecedent.Text) + (antecedent.Text.EndsWith('s') ? "’ " : "’s ") + mention.Text[6..] };
                if (mention.Kind != MentionKind.Pronoun)
                    all.Add(new Candidate(mention, s, subject));
                // Of two joined by "and" the first is a person of the text too; the second is a phrase of its own.
                var both = sentences[s].Tokens.AsSpan()[range.First..range.End];
                if (mention is { Kind: MentionKind.People, Name: not null } && MentionReader.JointAt(text, both) is > 0 and var and)
                    all.Add(new Candidate(MentionReader.Read(text, both[..and]), s, false));
            }
        }

        items = ItemsOf(text, sentences);
        starts = [.. sentences.Select(s => s.Span.Start)];
        firsts = new int[starts.Length + 1];
        foreach (var candidate in all)
            firsts[candidate.Sentence + 1]++;
        for (var s = 0; s < starts.Length; s++)
            firsts[s + 1] += firsts[s];

        titled = all.Select(c => c.Mention).Where(m => m is { Kind: MentionKind.Person, Name: not null, Gender: not '?' } && !m.Name.Contains(' ', StringComparison.Ordinal))
            .ToLookup(m => m.Name!, m => m.Gender, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < all.Count; i++)
            all[i] = all[i] with { Mention = WithGender(all[i].Mention) };
        Bearing = new NameBearers(all.Select(c => c.Mention));
        // A surname alone is the person whose full name the text has somewhere.
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Mention is { Kind: MentionKind.Body, Name: null, IsDefinite: false } alone && alone.Words.Count(w => !char.IsAsciiDigit(w[0])) == 1 && alone.Text.Split(',')[0] is var name && Bearing.Of(name) is { Count: > 0 } bearers)
                all[i] = new Candidate(alone with { Kind = MentionKind.Person, Name = name, Gender = bearers.Count == 1 ? bearers[0].Gender : '?' }, all[i].Sentence, all[i].IsSubject);
        }
    }

    /// <summary>The names of the text and who bears them.</summary>
    internal NameBearers Bearing { get; }

    internal IReadOnlyList<Candidate> All => all;

    /// <summary>Where each sentence starts.</summary>
    internal ReadOnlySpan<int> Starts => starts;

    // "Ms. Silva" tells of the Ingrid Silva named elsewhere.
    internal Mention WithGender(Mention mention) =>
        mention is { Kind: MentionKind.Person, Gender: '?', Name: { } name } && titled[name[(name.LastIndexOf(' ') + 1)..]].Distinct().ToArray() is [var gender] ? mention with { Gender = gender } : mention;

    internal ReadOnlySpan<Candidate> InSentence(int sentence) => CollectionsMarshal.AsSpan(all)[firsts[sentence]..firsts[sentence + 1]];

    /// <summary>The candidates of the text, within reach of a mention.</summary>
    internal IEnumerable<Candidate> Around(Mention mention)
    {
        var at = firsts[SentenceAt(mention.Span.Start)];
        for (var i = Math.Max(0, at - Reach); i < Math.Min(all.Count, at + Reach); i++)
            yield return all[i];
    }

    /// <summary>The first sentence of the item of a round-up that a sentence belongs to; 0 in an article that tells one story.</summary>
    internal int ItemOf(int sentence)
    {
        var index = Array.BinarySearch(items, sentence);
        return index >= 0 ? items[index] : ~index > 0 ? items[~index - 1] : 0;
    }

    private static int[] ItemsOf(string text, IReadOnlyList<SpeechSentence> sentences)
    {
        const int Fewest = 2;
        var heads = new List<int>();
        for (var s = 0; s < sentences.Count; s++)
        {
            if (s > 0 && sentences[s - 1].BlockIndex == sentences[s].BlockIndex)
                continue;
            if ((PlaceHeads.Of(sentences[s].Reading.Block, text) ?? PlaceHeads.OfLine(sentences[s].Reading.Block, text)) is not null)
                heads.Add(sentences[s].Reading.Block.Kind == BlockKind.Subhead ? s + 1 : s);
        }

        return heads.Count >= Fewest ? [.. heads] : [];
    }

    /// <summary>The mention that starts at a place; null where none does.</summary>
    internal Mention? At(int start)
    {
        foreach (var candidate in InSentence(SentenceAt(start)))
        {
            if (candidate.Mention.Span.Start == start)
                return candidate.Mention;
        }

        return null;
    }

    /// <summary>The mentions before one, the nearest first.</summary>
    internal IEnumerable<Mention> Before(Mention mention)
    {
        var sentence = SentenceAt(mention.Span.Start);
        var end = firsts[sentence + 1];
        for (var i = end - 1; i >= Math.Max(firsts[ItemOf(sentence)], end - Reach); i--)
        {
            if (all[i].Mention.Span.Start < mention.Span.Start)
                yield return all[i].Mention;
        }
    }

    internal int SentenceAt(int position)
    {
        var index = Array.BinarySearch(starts, position);
        return index >= 0 ? index : Math.Max(0, ~index - 1);
    }
}
