using System.Buffers;
using System.Collections.Frozen;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// Where the sentence around a fact begins and ends: within its block, at a full stop, question or exclamation mark that is followed by
/// white space and is not an abbreviation's. Only nearness hangs on it here, so it needs no analysis of the document.
/// </summary>
internal static class Sentences
{
    /// <summary>The place of the block that holds a position, by number; -1 if none does.</summary>
    public static int BlockAt(Article article, int position)
    {
        var blocks = article.Blocks;
        int low = 0, high = blocks.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].Span.End <= position)
                low = middle + 1;
            else if (blocks[middle].Span.Start > position)
                high = middle - 1;
            else
                return middle;
        }

        return -1;
    }

    /// <summary>The sentence around a span; with a span over several sentences, from the first one's start to the last one's end.</summary>
    public static TextSpan Around(Article article, TextSpan span)
    {
        var text = article.Text;
        var block = BlockAt(article, span.Start);
        var bounds = block >= 0 ? article.Blocks[block].Span : new TextSpan(0, text.Length);
        var start = span.Start;
        while (start > bounds.Start && !EndsAt(text, start - 1, bounds.End))
            start = bounds.Start + 1 + text.AsSpan(bounds.Start, start - 1 - bounds.Start).LastIndexOfAny(Marks);
        var end = Math.Max(span.End, start);
        while (end < bounds.End && (end == span.Start || !EndsAt(text, end - 1, bounds.End)))
            end = text.AsSpan(end, bounds.End - end).IndexOfAny(Marks) is >= 0 and var next ? end + next + 1 : bounds.End;
        while (start < span.Start && char.IsWhiteSpace(text[start]))
            start++;
        while (end > span.End && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new(start, end);
    }

    // All that a sentence can end with.
    private static readonly SearchValues<char> Marks = SearchValues.Create("\n\"”’).!?");

    /// <summary>Whether a sentence ends with the character at a position (its closing quotation marks included).</summary>
    private static bool EndsAt(string text, int position, int limit)
    {
        var c = text[position];
        if (c is '\n')
            return true;
        if (c is '"' or '”' or '’' or ')' && position > 0 && text[position - 1] is '.' or '!' or '?')
            return position + 1 >= limit || char.IsWhiteSpace(text[position + 1]) && StartsSentence(text, position + 1, limit);
        if (c is not ('.' or '!' or '?'))
            return false;
        if (position + 1 >= limit)
            return true;
        return char.IsWhiteSpace(text[position + 1]) && !(c == '.' && IsAbbreviation(text, position)) && StartsSentence(text, position + 1, limit);
    }

    private static bool StartsSentence(string text, int position, int limit)
    {
        while (position < limit && char.IsWhiteSpace(text[position]))
            position++;
        return position >= limit || !char.IsLower(text[position]);
    }

    // A single letter ("U.S.", "J. Finer") or up to four letters that begin with a capital and hold no second sentence's vowel pattern:
    // titles and months. "St." and "No." are among them; a short last word such as "Iran." is not, for it is looked up.
    private static bool IsAbbreviation(string text, int stop)
    {
        var start = stop;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
            start--;
        var word = text.AsSpan(start, stop - start);
        return word.Length == 1 || word.Contains('.') || Abbreviations.Contains(word);
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = new[]
    {
        "Mr", "Mrs", "Ms", "Dr", "Gen", "Maj", "Lt", "Col", "Capt", "Brig", "Sgt", "Sen", "Rep", "Gov", "St", "No", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec", "vs",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
