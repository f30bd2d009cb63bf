using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Tells a body's own bulletin from what an outlet writes of it. A bulletin's heading opens with who issues it and says what it is ("Ministry of Health – Gaza: Daily statistical report",
/// "General Staff: Communiqué No. 4"), or has its seat between the two ("Ministry of Health – Sana'a: 12 killed"). A headline that only says who states its figure ("Health ministry: 12 killed") is an outlet's.
/// </summary>
internal static class Bulletins
{
    private const int LongestIssuer = 8;
    private const int LongestLetterhead = 80;

    /// <summary>What a body calls its own text, in small letters.</summary>
    private static readonly FrozenSet<string> Kinds = WordList.Read("Facts/Statements/bulletins.words.txt");

    internal static Attribution? IssuerOf(Document document)
    {
        if (document.Sentences.FirstOrDefault(s => s.Block.Kind == BlockKind.Title) is not { } title)
            return null;
        var tokens = title.Tokens;
        // "DEFENCE HEADQUARTERS", and below it "Press Release: Troops …": the letterhead says whose it is.
        if (tokens.Length > 3 && Enumerable.Range(1, 2).Any(i => tokens[i].Lower == ":" && Kinds.Contains(tokens[i - 1].Lower)) && Letterhead(document, title) is { } letterhead)
            return letterhead;
        var first = tokens.Length > 0 && tokens[0].Lower == "the" ? 1 : 0;
        var end = first;
        while (end < Math.Min(tokens.Length, LongestIssuer) && !IsMark(tokens[end]))
            end++;
        if (end == first || end >= tokens.Length || !IsMark(tokens[end]) || !IsIssuer(tokens[first..end]))
            return null;
        return HasSeat(tokens[end..]) || tokens.Skip(end + 1).Any(t => Kinds.Contains(t.Lower)) ? new(title.SpanOf(first, end).In(document.Text), null, title.SpanOf(first, end), "") : null;
    }

    private static Attribution? Letterhead(Document document, Sentence title)
    {
        var line = document.Article.Blocks.FirstOrDefault(b => b.Span.End <= title.Span.Start && b.Span.Length is > 0 and < LongestLetterhead);
        if (line is null)
            return null;
        var name = line.Span.In(document.Text).Trim();
        var words = name.Split(' ');
        return Array.TrueForAll(words, w => w.Length > 0 && (char.IsUpper(w[0]) || w is "of" or "the" or "for" or "and")) && Array.Exists(words, w => MentionReader.IsBody(w.ToLowerInvariant())) ? new(name.Any(char.IsLower) ? name : string.Join(' ', words.Select(w => w is "OF" or "THE" or "FOR" or "AND" ? w.ToLowerInvariant() : w[0] + w[1..].ToLowerInvariant())), null, line.Span, "") : null;
    }

    // A ministry, a staff, a hospital, a group by its name.
    private static bool IsIssuer(ImmutableArray<Token> name) =>
        name[0].IsCapitalised && (name.Any(t => MentionReader.IsBody(t.Lower)) || Names.Actors.Find(string.Join(' ', name.Select(t => t.Text))) is { Kind: not (Names.ActorKind.Agency or Names.ActorKind.Outlet) });

    // "– Sana'a:"
    private static bool HasSeat(ImmutableArray<Token> behind) =>
        behind[0].Lower != ":" && behind.Skip(1).TakeWhile(t => t.Lower != ":").ToArray() is { Length: > 0 and < 4 } seat && seat.Length + 1 < behind.Length && seat[0].IsCapitalised;

    private static bool IsMark(Token token) => token.Lower is ":" or "–" or "—" or "-" or "|";
}
