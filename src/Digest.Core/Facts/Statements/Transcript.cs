using System.Collections.Immutable;
using Digest.Names;
using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// The speaker labels of an interview or transcript: paragraphs that open with a name and a colon ("SILVA: We stayed."). One labelled paragraph may be anything
/// ("Gaza: ten killed"); a text is a transcript where a label returns.
/// </summary>
internal static class Transcript
{
    private const int MostWords = 5;

    /// <summary>The label and the words behind it, by block; empty for any other text.</summary>
    internal static ImmutableDictionary<int, (TextSpan Label, TextSpan Words)> Of(Article article)
    {
        var found = ImmutableDictionary.CreateBuilder<int, (TextSpan Label, TextSpan Words)>();
        for (var b = 0; b < article.Blocks.Length; b++)
        {
            if (article.Blocks[b].Kind == BlockKind.Paragraph && Read(article.Text, article.Blocks[b].Span) is { } labelled && labelled.Label.In(article.Text) is var label && !IsPlace(label) && !IsDay(label))
                found[b] = labelled;
        }

        var returns = found.Values.GroupBy(l => l.Label.In(article.Text), StringComparer.Ordinal).Any(g => g.Count() > 1);
        return returns || found.Values.Count(l => IsShouted(l.Label.In(article.Text))) > 1 ? found.ToImmutable() : ImmutableDictionary<int, (TextSpan Label, TextSpan Words)>.Empty;
    }

    /// <summary>Whether a label stands for whoever asks ("Q").</summary>
    internal static bool IsQuestion(string label) => label is "Q" or "Question";

    /// <summary>Whether a label stands for whoever is asked ("A"): the person the text presents before.</summary>
    internal static bool IsAnswer(string label) => label is "A" or "Answer";

    // "NIGERIA: Gunmen attacked …" heads an item of a round-up.
    private static bool IsPlace(string label) => Countries.ByName(label) is not null || (IsShouted(label) && Gazetteer.Find(label) is not null);

    // "MONDAY: The bridge fell": a diary's
    private static bool IsDay(string label) => Enum.TryParse<DayOfWeek>(label, ignoreCase: true, out _);

    private static (TextSpan Label, TextSpan Words)? Read(string text, TextSpan block)
    {
        var start = block.Start;
        while (start < block.End && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '“'))
            start++;
        var words = 1;
        for (var at = start; at < block.End; at++)
        {
            var opensWord = at == start || text[at - 1] == ' ';
            if (text[at] == ':')
                return (at > start + 1 || text[start] is 'Q' or 'A') && at + 2 < block.End && text[at + 1] == ' ' ? (new TextSpan(start, at), Trimmed(text, at + 1, block.End)) : null;
            if (opensWord && !char.IsUpper(text[at]) && words > 0 && !IsParticle(text, at))
                return null;
            if (text[at] == ' ' && ++words > MostWords)
                return null;
            if (!char.IsLetter(text[at]) && text[at] is not (' ' or '.' or '-' or '\'' or '’'))
                return null;
        }

        return null;
    }

    private static bool IsParticle(string text, int at) => text.AsSpan(at) is var rest && (rest.StartsWith("al-", StringComparison.Ordinal) || rest.StartsWith("bin ", StringComparison.Ordinal) || rest.StartsWith("de ", StringComparison.Ordinal) || rest.StartsWith("van ", StringComparison.Ordinal));

    private static bool IsShouted(string label) => label.All(c => !char.IsLower(c));

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
