using System.Buffers;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>What a fold reads of an article's words: all that follows from the text alone, in one reading.</summary>
/// <param name="Opening">What its title and opening tell (<see cref="StoryUnit.Stems"/>).</param>
/// <param name="Names">The names in it (<see cref="StoryUnit.Names"/>).</param>
/// <param name="Links">Which names are told as lying in others (<see cref="PlaceLinks"/>).</param>
internal sealed record ArticleWords(ulong[] Opening, ulong[] Names, ulong[] Links)
{
    // As much of the text as tells what it is about: title, standfirst and the first paragraphs.
    private const int OpeningWords = 140;

    private const int RunLength = 5;

    /// <param name="runs">The distinct hashed five-word runs of its story blocks, sorted. Blocks are taken one by one: no run crosses from one to the next. They are most of what is read, and asked for once.</param>
    /// <param name="keep">Where its runs are kept; null where nobody asks for them.</param>
    public static ArticleWords Of(Article article, RunStore? keep, out ReadOnlyMemory<ulong> runs)
    {
        var words = ArrayPool<Word>.Shared.Rent((article.Text.Length / 2) + 1);
        var hashes = ArrayPool<ulong>.Shared.Rent((article.Text.Length / 2) + 1);
        try
        {
            var all = words.AsSpan(0, Words.Read(article.Text, new(0, article.Text.Length), words));
            var count = 0;
            foreach (var block in article.Blocks)
            {
                var told = block.IsStory ? In(all, block.Span) : default;
                for (var first = 0; first + RunLength <= told.Length; first++)
                    hashes[count++] = Run(told.Slice(first, RunLength));
            }

            runs = keep?.Keep(Ordered(hashes.AsSpan(0, count))) ?? default;
            var left = OpeningWords;
            count = 0;
            foreach (var block in article.Blocks)
            {
                var told = block.IsStory && left > 0 ? In(all, block.Span) : default;
                var taken = Math.Min(left, told.Length);
                count += Telling(told[..taken], hashes.AsSpan(count));
                left -= taken;
            }

            var opening = Distinct(hashes.AsSpan(0, count));
            count = 0;
            foreach (var block in article.Blocks)
                count += block.IsStory && block.Kind != BlockKind.Title ? Named(article.Text, In(all, block.Span), hashes.AsSpan(count)) : 0;
            return new(opening, Distinct(hashes.AsSpan(0, count)), PlaceLinks.Of(article.Text, all));
        }
        finally
        {
            ArrayPool<Word>.Shared.Return(words);
            ArrayPool<ulong>.Shared.Return(hashes);
        }
    }

    /// <summary>The opening and the names of a stretch of an article, as if it stood alone.</summary>
    public static (ulong[] Opening, ulong[] Names) Of(string text, TextSpan stretch)
    {
        var words = new Word[(stretch.Length / 2) + 1];
        var hashes = new ulong[words.Length];
        var all = words.AsSpan(0, Words.Read(text, stretch, words));
        return (Distinct(hashes.AsSpan(0, Telling(all[..Math.Min(OpeningWords, all.Length)], hashes))), Distinct(hashes.AsSpan(0, Named(text, all, hashes))));
    }

    private static ReadOnlySpan<Word> In(ReadOnlySpan<Word> all, TextSpan stretch)
    {
        return all[First(all, stretch.Start)..First(all, stretch.End)];

        static int First(ReadOnlySpan<Word> all, int position)
        {
            int low = 0, high = all.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (all[middle].Start < position)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low;
        }
    }

    private static ulong Run(ReadOnlySpan<Word> words)
    {
        var run = 0UL;
        foreach (ref readonly var word in words)
            run = (run * 0x9E3779B97F4A7C15UL) ^ word.Hash;
        return run ^ (run >> 31);
    }

    private static int Telling(ReadOnlySpan<Word> words, Span<ulong> into)
    {
        var count = 0;
        foreach (ref readonly var word in words)
        {
            if (word.Stem is { } stem)
                into[count++] = stem;
        }

        return count;
    }

    private static int Named(string text, ReadOnlySpan<Word> words, Span<ulong> into)
    {
        var count = 0;
        foreach (ref readonly var word in words)
        {
            if (word is { IsCapitalised: true, Stem: { } stem } && !OpensSentence(text, word.End - word.Length))
                into[count++] = stem;
        }

        return count;
    }

    // The capital of a sentence's first word says nothing; it does after "and " or a title's full stop, which are both not the opening.
    private static bool OpensSentence(string text, int start)
    {
        for (var i = Math.Min(start, text.Length) - 1; i >= 0; i--)
        {
            var c = text[i];
            if (c is '"' or '“' or '‘' or '\'' or '(' || (char.IsWhiteSpace(c) && c != '\n'))
                continue;
            return c is '.' or '!' or '?' or '\n' or '•';
        }

        return true;
    }

    /// <summary>Hashes sorted, each once.</summary>
    private static ulong[] Distinct(Span<ulong> hashes) => Ordered(hashes).ToArray();

    /// <summary>The same where they are.</summary>
    private static ReadOnlySpan<ulong> Ordered(Span<ulong> hashes)
    {
        HashOrder.Sort(hashes);
        var distinct = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1])
                hashes[distinct++] = hashes[i];
        }

        return hashes[..distinct];
    }
}
