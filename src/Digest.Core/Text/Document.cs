using System.Collections.Immutable;
using Digest.News;

namespace Digest.Text;

/// <summary>An article as analysed text: the sentences of its story blocks, in order.</summary>
public sealed record Document(Article Article, ImmutableArray<Sentence> Sentences)
{
    /// <summary>Sentences longer than this many tokens are cut: nobody writes them, and analysis stays linear.</summary>
    public const int MaxSentenceTokens = 400;

    public string Text => Article.Text;

    /// <summary>Analyses an article. Linear in the length of its text.</summary>
    public static Document Of(Article article)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (var b = 0; b < article.Blocks.Length; b++)
        {
            var block = article.Blocks[b];
            if (!block.IsStory)
                continue;
            var raw = Tokenizer.Tokenize(article.Text, block.Span);
            foreach (var (first, end) in SentenceSplitter.Split(article.Text, raw))
            {
                for (var from = first; from < end; from += MaxSentenceTokens)
                    sentences.Add(Analyse(article.Text, sentences.Count, b, block, raw, from, Math.Min(end, from + MaxSentenceTokens)));
            }
        }

        return new Document(article, sentences.ToImmutable());
    }

    /// <summary>The sentence a place of the text stands in, or the last that begins before it; -1 if none does.</summary>
    public int SentenceAt(int position)
    {
        var (low, high) = (0, Sentences.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].Span.Start <= position)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }

    private static Sentence Analyse(string text, int index, int blockIndex, TextBlock block, List<RawToken> raw, int first, int end)
    {
        var slice = raw.GetRange(first, end - first);
        var words = new string[slice.Count];
        var lower = new string[slice.Count];
        for (var i = 0; i < slice.Count; i++)
        {
            words[i] = slice[i].Span.In(text);
            lower[i] = words[i].ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\'').Replace('‑', '-').Replace('‐', '-');
        }

        var (pos, lemma) = Tagger.Tag(slice, words, lower, CaseSays(words, slice));
        var tokens = ImmutableArray.CreateBuilder<Token>(slice.Count);
        for (var i = 0; i < slice.Count; i++)
            tokens.Add(new Token(slice[i].Span, words[i], lower[i], pos[i]) { Lemma = lemma[i], SpaceBefore = slice[i].SpaceBefore });
        return new Sentence(index, blockIndex, block, new TextSpan(slice[0].Span.Start, slice[^1].Span.End), tokens.MoveToImmutable());
    }

    // In "DRONES HIT BASE" and "Iraq Condemns US Airstrikes That Killed Militants" a capital says nothing about the word.
    private static bool CaseSays(string[] words, List<RawToken> raw)
    {
        int letters = 0, capitals = 0, longWords = 0, longCapitals = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (raw[i].Kind != RawKind.Word || !char.IsLetter(words[i][0]))
                continue;
            letters++;
            var capital = char.IsUpper(words[i][0]);
            capitals += capital ? 1 : 0;
            if (words[i].Length > 3)
            {
                longWords++;
                longCapitals += capital ? 1 : 0;
            }
        }

        return letters < 4 || (capitals < 0.6 * letters && longCapitals < 0.85 * longWords);
    }
}
