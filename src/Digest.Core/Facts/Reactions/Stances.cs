using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>The verbs and words that take a stance, as data: <c>stances.table.tsv</c>.</summary>
internal static class Stances
{
    private static readonly ImmutableArray<string[]> Rows = [.. WordList.Rows("Facts/Reactions/stances.table.tsv")];

    private static readonly FrozenDictionary<string, Stance> Verbs =
        Rows.Where(row => row[0] == "verb").ToFrozenDictionary(row => row[1], row => Enum.Parse<Stance>(row[2]), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes =
        Rows.Where(row => row[0] == "class").ToFrozenDictionary(row => row[1], row => row[2].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly ImmutableArray<(StancePattern Pattern, Stance Stance, bool IsOwnWords)> Patterns =
        [.. Rows.Where(row => row[0] is "words" or "quoted").Select(row => (new StancePattern(row[1], Classes), Enum.Parse<Stance>(row[2]), row[0] == "quoted"))];

    private static readonly ImmutableArray<StancePattern> Harmless =
        [.. Rows.Where(row => row[0] == "harmless").Select(row => new StancePattern(row[1], Classes))];

    private static readonly FrozenSet<string> Judging = Classes["judging"];
    private static readonly FrozenSet<string> Reports = Classes["report"];
    private static readonly FrozenSet<string> Violence = Classes["violence"];
    private static readonly FrozenSet<string> Harm = Classes["harm"];
    private static readonly FrozenSet<string> Deeds = Classes["deed"];
    private static readonly FrozenSet<string> Causes = Classes["cause"];
    private static readonly FrozenSet<string> Contested = Classes["contested"];
    private static readonly FrozenSet<string> Insisting = Classes["insisting"];

    /// <summary>The verbs of what armed groups say they have done, in the past tense ("struck", "blown up").</summary>
    internal static bool IsOwnAct(string word, string next, bool ofArmedGroup) => Classes["ownact"].Contains(word) || (word, next) is ("carried", "out") or ("shot", "down") || (ofArmedGroup && Classes["groupact"].Contains(word));

    /// <summary>Whether a verb is one of doing harm ("bomb").</summary>
    internal static bool IsHarm(string lemma) => Harm.Contains(lemma);

    /// <summary>Whether a noun names what somebody must have done ("bombing").</summary>
    internal static bool IsDeed(string lemma) => Deeds.Contains(lemma);

    /// <summary>Whether a noun names what does harm without anybody ("leak").</summary>
    internal static bool IsCause(string lemma) => Causes.Contains(lemma);

    /// <summary>Whether a cue marks what it reports as the speaker's own view of a matter in dispute ("insisted", "claimed"), so that it reads as own words do.</summary>
    internal static bool IsContested(string cue) => StanceWord.Of(Plain(cue)).Any(w => w.Is(Contested));

    /// <summary>Whether a cue by itself takes a stand for what it reports ("insisted", "retorted").</summary>
    internal static bool IsInsisting(string cue) => StanceWord.Of(Plain(cue)).Any(w => w.Is(Insisting));

    /// <summary>Whether words name an attack.</summary>
    internal static bool NamesViolence(string content) => StanceWord.Of(Plain(content)).Any(w => w.Is(Violence));

    /// <param name="content">What the verb is said of: who rejects an attack condemns it.</param>
    internal static Stance? OfVerb(string lemma, string content) =>
        !Verbs.TryGetValue(lemma, out var stance) ? null
        : stance == Stance.Deny && lemma == "reject" && StanceWord.Of(Plain(content)).Take(3).Any(w => w.Is(Violence)) ? Stance.Condemn
        : stance;

    /// <summary>The stance that words take, and the words that decide it; null where they take none.</summary>
    /// <param name="quoted">They are the speaker's own.</param>
    internal static (Stance Stance, string Evidence)? OfWords(string content, bool quoted)
    {
        var words = Masked(StanceWord.Of(Plain(content)));
        foreach (var (pattern, stance, isOwnWords) in Patterns)
        {
            if ((quoted || !isOwnWords) && pattern.Find(words) is var (first, end))
                return (stance, string.Join(' ', words.Skip(first).Take(end - first).Select(w => w.Text)));
        }

        return null;
    }

    /// <summary>
    /// Whether a speaker's own words judge, promise or refuse at all, where no pattern tells which stance they take: a modal verb, a negation, "you", a question, a command, or a
    /// general truth in the present tense ("They count our dead the way they count their victories"). What happened and how many is plain fact.
    /// </summary>
    /// <param name="tokens">The tokens of the words.</param>
    internal static bool IsJudging(IReadOnlyList<Token> tokens)
    {
        // "There were no casualties"
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i - 1].Lower == "no" && Reports.Contains(tokens[i].Lemma))
                return false;
        }

        if (tokens.Any(t => t.Text is "?" or "!" || Judging.Contains(t.Lower)) || tokens.FirstOrDefault(t => t.IsWord)?.Pos == PartOfSpeech.Verb)
            return true;
        if (tokens.Any(t => char.IsAsciiDigit(t.Text[0]) || (t.Pos == PartOfSpeech.Number && t.Lower != "one") || Reports.Contains(t.Lemma)))
            return false;
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i].Pos)
            {
                case PartOfSpeech.Modal or PartOfSpeech.VerbS or PartOfSpeech.Verb:
                    return true;
                case PartOfSpeech.PastTense or PartOfSpeech.PastOrParticiple:
                    return false;
                case PartOfSpeech.Auxiliary:
                    var next = i + 1;
                    while (next < tokens.Count && tokens[next].Pos is PartOfSpeech.Adverb or PartOfSpeech.Negation)
                        next++;
                    return tokens[i].Lower is "is" or "are" or "am" or "'s" or "'re" or "'m" or "has" or "have" or "do" or "does" && !(next < tokens.Count && (tokens[next].IsVerb || tokens[next].Pos == PartOfSpeech.Auxiliary));
            }
        }

        return false;
    }

    // "will continue to help" threatens nobody: its words decide nothing.
    private static ImmutableArray<StanceWord> Masked(ImmutableArray<StanceWord> words)
    {
        foreach (var pattern in Harmless)
        {
            for (var at = 0; pattern.Find(words, at) is var (first, end); at = end)
            {
                for (var k = first; k < end; k++)
                    words = words.SetItem(k, new StanceWord("–", []));
            }
        }

        return words;
    }

    internal static string Plain(string text)
    {
        var words = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                words.Append(char.ToLowerInvariant(c));
            else if (c is '’' or '\'')
                words.Append('\'');
            else if (c == '-')
                words.Append('-');
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }

        return words.ToString().Trim();
    }
}
