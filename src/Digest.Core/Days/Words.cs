using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// The words of a stretch of text as the fold compares them: runs of letters and digits in lower case, possessive endings and
/// apostrophes dropped, so that outlets' differences in marks and case do not count as differences in wording.
/// </summary>
internal static class Words
{
    // Longest first, so that "-ations" is taken off before "-s".
    private static readonly string[] Endings =
    [
        "ations", "ation", "ings", "ists", "ions", "ing", "ies", "ied", "ers", "ist", "ism", "ion", "ors", "ed", "es", "er", "or", "ly", "ty", "s", "y", "e",
    ];

    private static readonly string[][] EndingsByLast = [.. Enumerable.Range(0, 128).Select(last => Array.FindAll(Endings, ending => ending[^1] == last))];

    // The words that came last, by their hash: news says much the same words again and again, and need not make a string of each anew.
    private static readonly string?[] Pool = new string?[8192];

    private const char NoWord = '\0';

    private static readonly char[] LowerAscii = [.. Enumerable.Range(0, 128).Select(c => char.IsLetterOrDigit((char)c) ? char.ToLowerInvariant((char)c) : NoWord)];

    private const int LongestRemembered = 60;

    private const ulong HashStart = 14695981039346656037UL;
    private const ulong HashStep = 1099511628211UL;

    /// <summary>Stems of words that carry grammar, numbers and time only.</summary>
    public static FrozenSet<string> Grammar { get; } = WordList.Read("Days/grammar.words.txt").Select(Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stems of words that news of every attack shares, and of words that carry grammar only.</summary>
    public static FrozenSet<string> Common { get; } =
        Grammar.Concat(WordList.Read("Days/news.words.txt").Select(Stem)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonSpans = Common.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<ulong> CommonHashes = Common.Select(stem => Hash(stem)).ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GrammarSpans = Grammar.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsGrammar(ReadOnlySpan<char> stem) => GrammarSpans.Contains(stem);

    public static bool IsCommon(ReadOnlySpan<char> stem) => CommonSpans.Contains(stem);

    /// <summary>The words of a text, in order. Those of names and short descriptions are remembered: they are asked for again and again.</summary>
    public static ImmutableArray<string> Of(string text) => text.Length <= LongestRemembered ? Remembered.Of(text) : Read(text);

    /// <summary>The words of a name, a space between each two.</summary>
    public static string Joined(string name) => RememberedJoined.Of(name);

    private static readonly Recall<string, string> RememberedJoined = new(name => string.Join(' ', Of(name)), StringComparer.Ordinal);

    private static readonly Recall<string, ImmutableArray<string>> Remembered = new(Read, StringComparer.Ordinal);

    private static ImmutableArray<string> Read(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>((text.Length / 6) + 1);
        Span<char> buffer = stackalloc char[MaxLength];
        var position = 0;
        while (Next(text, ref position, text.Length, buffer, out var length, out _))
            words.Add(Pooled(buffer[..length]));
        return words.DrainToImmutable();
    }

    /// <summary>Whether one of some words stands in a text.</summary>
    public static bool Stand(string text, params ReadOnlySpan<string> sought) => Stand(text, new(0, text.Length), sought);

    /// <summary>Whether one of some words stands in a stretch of text.</summary>
    public static bool Stand(string text, TextSpan stretch, params ReadOnlySpan<string> sought)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        var position = stretch.Start;
        while (Next(text, ref position, stretch.End, buffer, out var length, out _))
        {
            foreach (var word in sought)
            {
                if (buffer[..length].SequenceEqual(word))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of some stands in a text.</summary>
    public static bool Stand(string text, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> sought)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        var position = 0;
        while (Next(text, ref position, text.Length, buffer, out var length, out _))
        {
            if (sought.Contains(buffer[..length]))
                return true;
        }

        return false;
    }

    // A letter or digit in lower case, anything else as no part of a word.
    private static char Lower(char c) => c < LowerAscii.Length ? LowerAscii[c] : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : NoWord;

    /// <summary>A word as a text of its own; mostly one that was made before.</summary>
    public static string Pooled(ReadOnlySpan<char> word)
    {
        ref var pooled = ref Pool[Hash(word) % (ulong)Pool.Length];
        // Read once: another thread may put another word there.
        var known = pooled;
        return known is not null && word.SequenceEqual(known) ? known : pooled = new string(word);
    }

    /// <summary>The longest word told apart from others that begin the same.</summary>
    public const int MaxLength = 40;

    /// <summary>Reads the next word from a position on; false at the end. The word stands in the buffer in lower case.</summary>
    public static bool Next(string text, ref int position, int end, Span<char> buffer, out int length, out bool capitalised) =>
        Next(text.AsSpan(0, end), ref position, buffer, [], out _, out length, out capitalised);

    /// <param name="hashes">Takes the hash of the word up to each of its letters; empty where nobody asks.</param>
    /// <param name="start">Where the word starts.</param>
    private static bool Next(ReadOnlySpan<char> text, ref int position, Span<char> buffer, Span<ulong> hashes, out int start, out int length, out bool capitalised)
    {
        (length, capitalised) = (0, false);
        var at = position;
        while (at < text.Length && Lower(text[at]) == NoWord)
            at++;
        start = position = at;
        if (at >= text.Length)
            return false;
        capitalised = char.IsUpper(text[at]);
        var hash = HashStart;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (Lower(c) is not NoWord and var lower)
            {
                if (length >= buffer.Length)
                    continue;
                if (length < hashes.Length)
                    hashes[length] = hash = (hash ^ lower) * HashStep;
                buffer[length++] = lower;
            }
            else if (!(c is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1])))
            {
                break;
            }
            else if (text[at + 1] is 's' or 'S' && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2])))
            {
                at += 2;
                break;
            }
        }

        position = at;
        return true;
    }

    /// <summary>A word cut to what its inflected forms share: "strikes", "striking" and "strike" give "strik". At least three letters stay.</summary>
    public static string Stem(string word) => StemLength(word) is var length && length == word.Length ? word : Pooled(word.AsSpan(0, length));

    public static int StemLength(ReadOnlySpan<char> word)
    {
        if (char.IsDigit(word[0]) || word[^1] >= EndingsByLast.Length)
            return word.Length;
        foreach (var ending in EndingsByLast[word[^1]])
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var rest = word.Length - ending.Length;
                // "hitting", "bombed": a doubled consonant before the ending belongs to the ending ("ll" and "ss" to the word: "kill").
                if (rest > 3 && word[rest - 1] == word[rest - 2] && word[rest - 1] is not ('l' or 's' or 'e'))
                    rest--;
                return rest;
            }
        }

        return word.Length;
    }

    /// <summary>Reads all words of a stretch of text.</summary>
    /// <param name="into">Room for as many as there can be: half as many as there are characters, and one.</param>
    /// <returns>How many there are.</returns>
    public static int Read(string text, TextSpan stretch, Span<Word> into)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        Span<ulong> hashes = stackalloc ulong[MaxLength];
        var (count, position) = (0, stretch.Start);
        while (Next(text.AsSpan(0, stretch.End), ref position, buffer, hashes, out var start, out var length, out var capitalised))
        {
            var stemLength = StemLength(buffer[..length]);
            var stem = Finished(hashes[stemLength - 1]);
            var tells = stemLength > 1 && !char.IsDigit(buffer[0]) && !CommonHashes.Contains(stem);
            into[count++] = new(Finished(hashes[length - 1]), tells ? stem : null, start, position, length, capitalised);
        }

        return count;
    }

    /// <summary>A 64-bit hash of a word that is the same on every machine (FNV-1a, finished by a multiply and a shift).</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = HashStart;
        foreach (var c in word)
            hash = (hash ^ c) * HashStep;
        return Finished(hash);
    }

    private static ulong Finished(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        return hash ^ (hash >> 29);
    }
}

/// <summary>One word of a text.</summary>
/// <param name="Hash">Of the word as <see cref="Words.Next(string, ref int, int, Span{char}, out int, out bool)"/> gives it.</param>
/// <param name="Stem">The hash of its stem; null where that is of a word that tells no story from another: a number, a letter, a common word.</param>
/// <param name="End">After its possessive ending, where it has one.</param>
/// <param name="Length">Of its letters and digits, <see cref="Words.MaxLength"/> at most.</param>
internal readonly record struct Word(ulong Hash, ulong? Stem, int Start, int End, int Length, bool IsCapitalised);
