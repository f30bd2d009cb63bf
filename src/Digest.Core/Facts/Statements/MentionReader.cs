using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Takes a mention apart: "Pentagon chief Lloyd Austin" is the name Lloyd Austin and the role Pentagon chief; so is "the mayor of Harir, Hiwa Rostam";
/// "an Iraqi military official" has no name.
/// </summary>
internal static class MentionReader
{
    private static readonly FrozenSet<string> Roles = WordList.Read("Facts/Statements/roles.words.txt");
    private static readonly FrozenSet<string> Bodies = WordList.Read("Facts/Statements/bodies.words.txt");
    private static readonly FrozenSet<string> Men = FrozenSet.Create(StringComparer.Ordinal, "mr", "mr.", "sir", "lord", "spokesman", "chairman", "king", "prince", "emir", "sheikh", "father", "son", "husband", "brother", "businessman", "congressman", "councilman", "man", "boy", "actor", "fisherman", "monk", "priest", "bishop", "imam");
    private static readonly FrozenSet<string> Women = FrozenSet.Create(StringComparer.Ordinal, "mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "spokeswoman", "chairwoman", "queen", "princess", "mother", "daughter", "wife", "sister", "businesswoman", "congresswoman", "councilwoman", "woman", "girl", "actress", "nun");

    internal static bool IsRole(string lower) => Roles.Contains(lower);

    internal static bool IsBody(string lower) => Bodies.Contains(lower);

    internal static Mention Read(string text, ReadOnlySpan<Token> tokens)
    {
        var span = new TextSpan(tokens[0].Span.Start, tokens[^1].Span.End);
        var whole = span.In(text);
        if (tokens.Length == 1 && (tokens[0].Pos == PartOfSpeech.Pronoun || tokens[0].Lower == "her"))
            return Pronoun(span, whole, tokens[0].Lower);
        return JointAt(text, tokens) is > 0 and var and
            ? Joint(span, whole, ReadOne(text, tokens[..and].TrimCommas()), ReadOne(text, tokens[(and + 1)..]), tokens)
            : ReadOne(text, tokens);
    }

    private static Mention ReadOne(string text, ReadOnlySpan<Token> tokens)
    {
        var span = new TextSpan(tokens[0].Span.Start, tokens[^1].Span.End);
        var whole = span.In(text);
        var segments = Segments(tokens);
        for (var s = 0; s < segments.Count; s++)
        {
            if (NameIn(tokens, segments[s], OthersDescribe(tokens, segments, s)) is { } name)
            {
                var person = Person(text, span, whole, tokens, segments, s, name);
                return IsBodyName(tokens, segments, s, person.Name!) ? person with { Kind = MentionKind.Body } : person;
            }
        }

        return OfficeThenName(text, span, whole, tokens, segments) ?? NamedBody(text, span, whole, tokens, segments) ?? Description(span, whole, tokens, segments.Count > 0 ? segments[0] : new TokenRange(0, tokens.Length));
    }

    /// <summary>Where "and" joins two persons who are named ("Foreign Minister Ana Silva and her colleague, Ben Costa"); 0 where it joins anything else ("founder and head of the clinic, Ana Silva").</summary>
    internal static int JointAt(string text, ReadOnlySpan<Token> tokens)
    {
        const int MostTokens = 40; // two names with their offices; longer ones are lists
        for (var i = 1; i + 1 < tokens.Length && tokens.Length <= MostTokens; i++)
        {
            if (tokens[i].Lower is "and" or "&" && IsNamed(text, tokens[..i].TrimCommas()) && IsNamed(text, tokens[(i + 1)..]))
                return i;
        }

        return 0;
    }

    private static bool IsNamed(string text, ReadOnlySpan<Token> tokens) => tokens.Length > 0 && !(tokens.Length == 1 && tokens[0].Pos != PartOfSpeech.ProperNoun) && ReadOne(text, tokens) is { Kind: MentionKind.Person, Name: not null };

    private static Mention Joint(TextSpan span, string whole, Mention first, Mention second, ReadOnlySpan<Token> tokens) =>
        new(MentionKind.People, span, whole, first.Name + " and " + second.Name, first.Role is { } one && second.Role is { } other ? SpeakerWording.WithoutRank(one) + " and " + SpeakerWording.WithoutRank(other) : first.Role ?? second.Role, second.Head)
        {
            IsPlural = true,
            Possessor = first.Possessor,
            Words = WordsOf(tokens),
        };

    private static ReadOnlySpan<Token> TrimCommas(this ReadOnlySpan<Token> tokens)
    {
        while (tokens.Length > 0 && tokens[^1].Pos == PartOfSpeech.Comma)
            tokens = tokens[..^1];
        return tokens;
    }

    // "Governor of the Kursk Region Anatoly Vershinin": an office with what it is of, and the person's name right behind.
    private static Mention? OfficeThenName(string text, TextSpan span, string whole, ReadOnlySpan<Token> tokens, List<TokenRange> segments)
    {
        if (segments.Count != 1 || HeadEnd(tokens, segments[0]) is var of && (of >= segments[0].End || tokens[of].Lower != "of" || !IsRole(tokens[of - 1].Lower)))
            return null;
        for (var i = of + 2; i + 1 < segments[0].End; i++)
        {
            if (!GivenNames.IsKnown(tokens[i].Lower) || Run(tokens, i, segments[0].End) is not { Length: >= 2 and <= 4 } run || run.End != segments[0].End || HasBody(tokens, run))
                continue;
            return Person(text, span, whole, tokens, segments, 0, run);
        }

        return null;
    }

    // "the main opposition party, Renamo": a body described, then named; a place behind the comma names none.
    private static Mention? NamedBody(string text, TextSpan span, string whole, ReadOnlySpan<Token> tokens, List<TokenRange> segments)
    {
        if (segments.Count != 2 || tokens[segments[0].First].Pos is not (PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun) || HeadEnd(tokens, segments[0]) != segments[0].End || !IsBody(tokens[segments[0].End - 1].Lower) || tokens[segments[0].End - 1].Pos == PartOfSpeech.ProperNoun)
            return null;
        // "its mouthpiece, the Guardian Gazette"
        var named = segments[1].First + (tokens[segments[1].First].Lower == "the" ? 1 : 0);
        for (var i = named; i < segments[1].End; i++)
        {
            if (!IsNameToken(tokens[i]))
                return null;
        }

        if (named == segments[1].End)
            return null;
        var name = new TextSpan(tokens[named].Span.Start, tokens[segments[1].End - 1].Span.End).In(text);
        if (Gazetteer.Find(name) is not null || Countries.ByAny(name) is not null)
            return null;
        return new Mention(MentionKind.Body, span, whole, name, new TextSpan(tokens[0].Span.Start, tokens[segments[0].End - 1].Span.End).In(text), tokens[segments[0].End - 1].Lower) { Words = WordsOf(tokens) };
    }

    // "Kataib Hezbollah", "the Horizon Front, a little-known armed group": a body's name looks like a person's.
    private static bool IsBodyName(ReadOnlySpan<Token> tokens, List<TokenRange> segments, int at, string name)
    {
        if (Actors.Find(name) is not null || Countries.ByAny(name) is not null)
            return true;
        for (var s = 0; s < segments.Count; s++)
        {
            var end = HeadEnd(tokens, segments[s]);
            if (s != at && end > segments[s].First && tokens[end - 1].Pos != PartOfSpeech.ProperNoun && IsBody(tokens[end - 1].Lower))
                return true;
        }

        return false;
    }

    private static Mention Pronoun(TextSpan span, string whole, string lower) => new(MentionKind.Pronoun, span, whole, null, null, lower)
    {
        Gender = lower switch { "he" => 'm', "she" => 'f', _ => '?' },
        IsPlural = lower is "they" or "we" or "both" or "all",
    };

    /// <summary>The parts between commas; what stands in brackets and ages are left out.</summary>
    private static List<TokenRange> Segments(ReadOnlySpan<Token> tokens)
    {
        var list = new List<TokenRange>();
        var first = 0;
        for (var i = 0; i <= tokens.Length; i++)
        {
            if (i < tokens.Length && tokens[i].Pos != PartOfSpeech.Comma)
                continue;
            if (i > first && !(i - first == 1 && tokens[first].Pos == PartOfSpeech.Number))
                list.Add(new TokenRange(first, i));
            first = i + 1;
        }

        return list;
    }

    private static bool OthersDescribe(ReadOnlySpan<Token> tokens, List<TokenRange> segments, int at)
    {
        for (var s = 0; s < segments.Count; s++)
        {
            if (s != at && DescribesPerson(tokens, segments[s]))
                return true;
        }

        return false;
    }

    private static int HeadEnd(ReadOnlySpan<Token> tokens, TokenRange segment)
    {
        for (var i = segment.First; i < segment.End; i++)
        {
            if (i > segment.First && (tokens[i].Pos is PartOfSpeech.Preposition or PartOfSpeech.To or PartOfSpeech.Relative or PartOfSpeech.Subordinator or PartOfSpeech.Conjunction || tokens[i].Lower is "(" or "["))
                return i;
        }

        return segment.End;
    }

    private static bool DescribesPerson(ReadOnlySpan<Token> tokens, TokenRange segment)
    {
        var end = HeadEnd(tokens, segment);
        for (var i = segment.First; i < end; i++)
        {
            if (IsRole(tokens[i].Lower) || IsRole(tokens[i].Lemma))
                return true;
        }

        return false;
    }

    /// <summary>A person's name in a segment: capitalised words behind a title or common noun, or a whole segment of capitalised words.</summary>
    private static TokenRange? NameIn(ReadOnlySpan<Token> tokens, TokenRange segment, bool described)
    {
        var end = HeadEnd(tokens, segment);
        // "District Police Officer (DPO) Ana Silva"
        if (end < segment.End && tokens[end].Lower is "(")
        {
            var close = end;
            while (close < segment.End && tokens[close].Lower is not ")")
                close++;
            if (close + 1 < segment.End && IsNameToken(tokens[close + 1]))
                return Run(tokens, close + 1, segment.End) is { Length: > 0 } behind ? behind : null;
        }

        var start = end;
        while (start > segment.First && IsNameToken(tokens[start - 1]) && !IsTitle(tokens, start - 1, end))
            start--;
        // "Angola and Qatar, the mediators"
        if (start == end || (end + 1 < segment.End && tokens[end].Lower is "and" or "&" && tokens[end + 1].Pos == PartOfSpeech.ProperNoun))
            return null;
        var run = new TokenRange(start, end);
        if (start > segment.First)
        {
            var before = tokens[start - 1];
            if (IsTitle(tokens, start - 1, end))
                return HasBody(tokens, run) ? null : run;
            // "recruit Adnan Khan", "fellow doctor Ana Silva"
            if (before.Pos is PartOfSpeech.Noun or PartOfSpeech.Adjective && !before.IsCapitalised && !IsBody(before.Lower) && run.Length >= 2 && !HasBody(tokens, run) && (IsRole(before.Lower) || (before.Pos == PartOfSpeech.Noun && People.Find(before.Lower) is not null)))
                return run;
            return null;
        }

        if (HasBody(tokens, run))
            return null;
        return described || run.Length is >= 2 and <= 5 ? run : null;
    }

    private static TokenRange? Run(ReadOnlySpan<Token> tokens, int first, int end)
    {
        var i = first;
        while (i < end && IsNameToken(tokens[i]))
            i++;
        return new TokenRange(first, i);
    }

    private static bool IsNameToken(Token token) =>
        token.Pos == PartOfSpeech.ProperNoun || (token.IsCapitalised && token.IsNominal) || token.Lower is "bin" or "ibn" or "de" or "al" or "el" or "van" or "von" or "der" or "du" or "da" or "dos" or "la";

    private static bool IsTitle(ReadOnlySpan<Token> tokens, int at, int end) => at + 1 < end && (IsRole(tokens[at].Lower) || IsRole(tokens[at].Lemma));

    private static bool HasBody(ReadOnlySpan<Token> tokens, TokenRange run)
    {
        for (var i = run.First; i < run.End; i++)
        {
            if (IsBody(tokens[i].Lower))
                return true;
        }

        return false;
    }

    private static Mention Person(string text, TextSpan span, string whole, ReadOnlySpan<Token> tokens, List<TokenRange> segments, int at, TokenRange name)
    {
        var nameText = new TextSpan(tokens[name.First].Span.Start, tokens[name.End - 1].Span.End).In(text);
        var roles = new List<string>();
        for (var s = 0; s < segments.Count; s++)
        {
            var (first, end) = s == at ? (segments[s].First, name.First) : (segments[s].First, segments[s].End);
            if (end > first && tokens[first].Lower is not "no")
                roles.Add(new TextSpan(tokens[first].Span.Start, tokens[end - 1].Span.End).In(text));
        }

        return new Mention(MentionKind.Person, span, whole, nameText, roles.Count > 0 ? string.Join(", ", roles) : null, tokens[name.End - 1].Lower)
        {
            Gender = GenderOf(tokens) is var told && told != '?' ? told : GivenNames.GenderOf(nameText),
            Possessor = tokens[0].Pos == PartOfSpeech.PossessivePronoun ? tokens[0].Lower : null,
            Words = WordsOf(tokens),
        };
    }

    private static Mention Description(TextSpan span, string whole, ReadOnlySpan<Token> tokens, TokenRange segment)
    {
        var end = HeadEnd(tokens, segment);
        var head = end - 1;
        while (head > segment.First && !tokens[head].IsNominal && !IsRole(tokens[head].Lower))
            head--;
        var token = tokens[head];
        var plural = token.Pos == PartOfSpeech.PluralNoun && !IsBody(token.Lower);
        var proper = token.Pos == PartOfSpeech.ProperNoun && !IsRole(token.Lower);
        var kind = IsBody(token.Lower) ? MentionKind.Body
            : IsRole(token.Lower) || token.Lower == "one" ? MentionKind.Described
            : People.Find(token.Lower) is not null || IsRole(token.Lemma) ? plural ? MentionKind.People : MentionKind.Described
            : proper ? MentionKind.Body
            : MentionKind.Thing;
        return new Mention(kind, span, whole, null, null, token.Lower)
        {
            IsDefinite = tokens[0].Lower is "the" or "this" or "that" || tokens[0].Pos == PartOfSpeech.PossessivePronoun,
            Possessor = tokens[0].Pos == PartOfSpeech.PossessivePronoun ? tokens[0].Lower : null,
            Gender = GenderOf(tokens[segment.First..end]),
            IsPlural = plural,
            Words = WordsOf(tokens),
        };
    }

    private static char GenderOf(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (Men.Contains(token.Lower))
                return 'm';
            if (Women.Contains(token.Lower))
                return 'f';
        }

        return '?';
    }

    private static ImmutableArray<string> WordsOf(ReadOnlySpan<Token> tokens)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var token in tokens)
        {
            if (token.IsWord && token.Pos is not (PartOfSpeech.Determiner or PartOfSpeech.Preposition or PartOfSpeech.PossessiveMarker or PartOfSpeech.PossessivePronoun or PartOfSpeech.Conjunction or PartOfSpeech.To))
                words.Add(token.Lower);
        }

        return words.ToImmutable();
    }
}
