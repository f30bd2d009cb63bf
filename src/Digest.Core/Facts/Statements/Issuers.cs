using System.Collections.Frozen;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Who speaks where a document is said to: whoever issued it, as far as the words beside it tell ("a defence ministry statement", "the group's statement", "a statement attributed to the
/// group", "a post on the ministry's page"). Whoever only carried it ("broadcast by state television") did not issue it, and a day or a platform before it owns nothing.
/// </summary>
internal static class Issuers
{
    private static readonly FrozenSet<string> Documents = WordList.Read("Facts/Statements/documents.words.txt");

    private static readonly FrozenSet<string> Outlets = FrozenSet.Create(StringComparer.Ordinal, "channel", "page", "account", "website", "site", "feed", "profile");

    internal static bool IsDocument(string noun) => Documents.Contains(noun);

    /// <summary>Reads the mention of whoever issued the document that a noun phrase names; of any other noun phrase, the mention itself.</summary>
    internal static Mention Read(string text, ReadOnlySpan<Token> tokens)
    {
        var issuer = Behind(tokens);
        if (issuer.Length < tokens.Length)
            return MentionReader.Read(text, issuer);
        issuer = Before(tokens);
        var mention = MentionReader.Read(text, issuer);
        // "an army communiqué": the army's; "a Hamas statement": Hamas's.
        return issuer.Length < tokens.Length && tokens[0].Pos == PartOfSpeech.Determiner && issuer[0].Span.Start > tokens[0].Span.Start && MentionReader.IsBody(issuer[^1].Lower)
            ? mention with { Text = "the " + mention.Text, IsDefinite = true }
            : mention;
    }

    // "a statement from his office", "a letter by the council", "a statement attributed to the group", "a post on the ministry's page"
    private static ReadOnlySpan<Token> Behind(ReadOnlySpan<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Lower is "from" or "by" && (SpeechSettings.IsSetting(tokens[i - 1].Lower) || (i > 1 && tokens[i - 1].Lower is "signed" or "issued" or "released" or "published" or "posted" or "written" or "read" && SpeechSettings.IsSetting(tokens[i - 2].Lower))))
                return WithoutDay(tokens[(i + 1)..]);
            if (tokens[i].Lower == "to" && i > 1 && tokens[i - 1].Lower is "attributed" && SpeechSettings.IsSetting(tokens[i - 2].Lower))
                return WithoutDay(tokens[(i + 1)..]);
            if (tokens[i].Lower is "on" or "in" && IsDocument(tokens[i - 1].Lower) && OwnerOf(tokens[(i + 1)..]) is { Length: > 0 } owner)
                return owner;
            if (tokens[i].Pos is PartOfSpeech.Preposition or PartOfSpeech.Comma)
                break;
        }

        return tokens;
    }

    // "the ministry's Facebook page"
    private static ReadOnlySpan<Token> OwnerOf(ReadOnlySpan<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Pos == PartOfSpeech.PossessiveMarker)
                return Outlets.Contains(tokens[^1].Lower) ? tokens[..i] : default;
        }

        return default;
    }

    // "issued by the group on Tuesday"
    private static ReadOnlySpan<Token> WithoutDay(ReadOnlySpan<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Lower is "on" or "late" or "early" && TimeTokens.IsTime(tokens[i + 1]))
                return tokens[..i];
        }

        return tokens;
    }

    // "the presidency's statement", "a brief defence ministry statement"
    private static ReadOnlySpan<Token> Before(ReadOnlySpan<Token> tokens)
    {
        var document = 0;
        while (document < tokens.Length && !IsDocument(tokens[document].Lower))
        {
            if (tokens[document++].Pos is PartOfSpeech.Preposition or PartOfSpeech.Comma or PartOfSpeech.Relative)
                return tokens;
        }

        if (document == 0 || document == tokens.Length || (document + 1 < tokens.Length && tokens[document + 1].IsNominal))
            return tokens;
        for (var i = document - 1; i > 0; i--)
        {
            if (tokens[i].Pos == PartOfSpeech.PossessiveMarker)
                return TimeTokens.IsTime(tokens[i - 1]) ? tokens : tokens[..i];
        }

        var first = document;
        while (first > 0 && (tokens[first - 1].IsNominal || MentionReader.IsBody(tokens[first - 1].Lower)) && !SpeechSettings.IsSetting(tokens[first - 1].Lower) && !TimeTokens.IsTime(tokens[first - 1]))
            first--;
        var isIssuer = first < document && (MentionReader.IsBody(tokens[document - 1].Lower) || tokens[document - 1].Pos == PartOfSpeech.ProperNoun);
        return isIssuer ? tokens[first..document] : tokens;
    }
}
