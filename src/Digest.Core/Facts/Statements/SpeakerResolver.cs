using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Somebody named or described, after "he", "the ministry", "Austin" have been led back to who they are.</summary>
internal sealed record Speaker(string Name, string? Role, Mention Mention);

/// <summary>
/// Leads mentions back to who they mean, in reading order: pronouns to the nearest speaker or subject that fits, surnames to the full name,
/// "the ministry" and "the official" to the one described before. What cannot be led back stays as written, and a pronoun that cannot be gives nothing.
/// </summary>
internal sealed class SpeakerResolver
{
    // Heads that stand for any named body: "the group", "the company".
    private static readonly FrozenSet<string> AnyBody = FrozenSet.Create(StringComparer.Ordinal, "group", "organisation", "organization", "company", "firm", "party", "movement", "militia", "faction", "agency", "newspaper", "paper", "campaign", "body");

    private readonly string text;
    private readonly List<Candidate> all = [];
    private readonly List<(int Position, Speaker Speaker)> speakers = [];

    /// <summary>How many sentences on "the statement" is still the last speaker's.</summary>
    private const int LastWithin = 3;

    /// <summary>How many mentions to either side a name is looked for among, and how many speakers back; an article has a few hundred.</summary>
    private const int Reach = 1_500;

    /// <summary>A longer name, in characters, is itself made of possessors and owns nothing in speech.</summary>
    private const int LongestOwner = 120;

    /// <summary>How many possessors in a row are led back ("its spokesman" of "its ministry" …).</summary>
    private const int MostPossessors = 4;

    private sealed record Candidate(Mention Mention, int Sentence, bool IsSubject);

    internal SpeakerResolver(string text, IReadOnlyList<SpeechSentence> sentences)
    {
        this.text = text;
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
        bearing = new NameBearers(all.Select(c => c.Mention));
        // A surname alone is the person whose full name the text has somewhere.
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Mention is { Kind: MentionKind.Body, Name: null, IsDefinite: false } alone && alone.Words.Count(w => !char.IsAsciiDigit(w[0])) == 1 && alone.Text.Split(',')[0] is var name && bearing.Of(name) is { Count: > 0 } bearers)
                all[i] = new Candidate(alone with { Kind = MentionKind.Person, Name = name, Gender = bearers.Count == 1 ? bearers[0].Gender : '?' }, all[i].Sentence, all[i].IsSubject);
        }
    }

    // "Ms. Silva" tells of the Ingrid Silva named elsewhere.
    private Mention WithGender(Mention mention) =>
        mention is { Kind: MentionKind.Person, Gender: '?', Name: { } name } && titled[name[(name.LastIndexOf(' ') + 1)..]].Distinct().ToArray() is [var gender] ? mention with { Gender = gender } : mention;

    private readonly ILookup<string, char> titled;
    private readonly NameBearers bearing;
    private readonly int[] starts;

    // The first candidate of each sentence, and the end of all.
    private readonly int[] firsts;
    private int possessors;
    private ImmutableArray<TextSpan> said = [];

    /// <summary>How whoever writes "I" outside quotation marks is named: an article may have several bylines, or a letter's.</summary>
    private const string Author = "the author";

    /// <summary>Whose words the paragraph is where it is not the author's: an interview's.</summary>
    internal Speaker? Writer { private get; set; }

    /// <param name="content">What is said: nobody in it is the one who says it.</param>
    internal Speaker? Resolve(SpeechSentence sentence, TokenRange range, ImmutableArray<TextSpan> content)
    {
        said = content;
        var tokens = sentence.Tokens.AsSpan()[range.First..range.End];
        var mention = Issuers.Read(text, tokens);
        if (mention is { Kind: MentionKind.Pronoun, Head: "i" or "me" })
            return Writer ?? new Speaker(Author, null, mention);
        var speaker = Resolve(WithGender(mention)) is { } found ? SpeakerWording.Tidy(found) : null;
        if (speaker is not null)
            speakers.Add((mention.Span.Start, speaker));
        return speaker;
    }

    /// <summary>The one person that the text names before its first question: whoever an interview is with. Null where it names several or none.</summary>
    internal Speaker? Presented(int before)
    {
        interviewed ??= all.Where(c => c.Mention.Span.Start < before && c.Mention is { Kind: MentionKind.Person, Name: not null }).Select(c => c.Mention).DistinctBy(m => m.Head).ToArray() is [var one] ? Person(one) : null;
        return interviewed;
    }

    private Speaker? interviewed;

    internal Speaker? Resolve(Mention mention) => LastFor(mention) ?? mention.Kind switch
    {
        MentionKind.Pronoun => Pronoun(mention),
        MentionKind.Person => Person(mention),
        MentionKind.Body => Body(mention),
        MentionKind.Described => Described(mention),
        MentionKind.People when mention.Name is { } names => new Speaker(string.Join(" and ", names.Split(" and ").Select(n => bearing.Of(n) is [var one] ? one.Nearest(mention.Span.Start).Name! : n)), mention.Role is { } joint && mention.Possessor is { } own && joint.StartsWith(own, StringComparison.OrdinalIgnoreCase) ? WithPossessor(mention, joint) : mention.Role, mention),
        _ => new Speaker(WithPossessor(mention), null, mention),
    };

    // "the same source", "the communiqué says", "the post on Facebook reads": whoever has just spoken said that too, or issued it.
    private Speaker? LastFor(Mention mention)
    {
        var isDocument = Issuers.IsDocument(mention.Head) && mention.Possessor is null;
        if (mention.Possessor == "its" && Issuers.IsDocument(mention.Head))
            return Pronoun(new Mention(MentionKind.Pronoun, new TextSpan(mention.Span.Start, mention.Span.Start), "it", null, null, "it"));
        var pointsBack = mention.Text.StartsWith("the same ", StringComparison.OrdinalIgnoreCase) && (mention.IsPerson || mention.Head is "source" or "sources" or "report") || (isDocument && mention.IsDefinite);
        // "A statement said": of the body that has just spoken, but of no witness.
        var bare = isDocument && mention.Words is [_] or ["second" or "third" or "later" or "separate" or "further" or "new" or "other", _];
        if (speakers.Count == 0 || SentenceAt(mention.Span.Start) - SentenceAt(speakers[^1].Position) is not (> 0 and <= LastWithin))
            return isDocument ? IssuedBefore(mention) : null;
        if (isDocument && SentenceAt(mention.Span.Start) - SentenceAt(speakers[^1].Position) > 1 && IssuedBefore(mention) is { } issuer)
            return issuer;
        return pointsBack || (bare && speakers[^1].Speaker.Mention is { Kind: MentionKind.Body or MentionKind.Thing, IsPlural: false }) ? speakers[^1].Speaker : null;
    }

    // "The front put out a communiqué. The communiqué said": the subject of the sentence that brought it in.
    private Speaker? IssuedBefore(Mention mention)
    {
        var sentence = SentenceAt(mention.Span.Start);
        for (var s = sentence - 1; mention.IsDefinite && s >= Math.Max(0, sentence - LastWithin); s--)
        {
            var here = InSentence(s);
            for (var i = 0; i < here.Length; i++)
            {
                if (here[i].Mention.Head == mention.Head && i > 0 && here[0] is { IsSubject: true, Mention.Kind: MentionKind.Body or MentionKind.Person or MentionKind.Described } subject)
                    return Resolve(subject.Mention);
            }
        }

        return null;
    }

    private Speaker? Pronoun(Mention mention)
    {
        Func<Mention, bool>? fits = mention.Head switch
        {
            "he" or "she" or "him" or "her" => m => m.IsPerson && !m.IsPlural && (m.Gender == '?' || mention.Gender == '?' || m.Gender == mention.Gender),
            // "a statement signed by its wing": not the statement's
            "it" => m => m.Kind == MentionKind.Body && !m.IsPlural && !(possessors > 0 && Issuers.IsDocument(m.Head)),
            "they" or "them" => m => m.Kind == MentionKind.People || m.Kind == MentionKind.Body || m.IsPlural,
            _ => null,
        };
        if (fits is null)
            return null;
        var at = mention.Span.Start;
        var sentence = SentenceAt(at);
        for (var s = sentence; s >= Math.Max(0, sentence - 6); s--)
        {
            var (from, to) = (starts[s], s == sentence ? at : s + 1 < starts.Length ? starts[s + 1] : int.MaxValue);
            for (var i = speakers.Count - 1; i >= 0 && speakers[i].Position >= starts[s]; i--)
            {
                if (speakers[i].Position >= from && speakers[i].Position < to && !said.Any(c => c.Contains(speakers[i].Position)) && fits(speakers[i].Speaker.Mention))
                    return speakers[i].Speaker;
            }

            foreach (var subject in (bool[])[true, false])
            {
                // In the pronoun's own sentence only a subject can be meant.
                if (!subject && s == sentence)
                    continue;
                foreach (var candidate in InSentence(s))
                {
                    if (candidate.IsSubject == subject && candidate.Mention.Span.Start < to && fits(candidate.Mention) && !said.Any(c => c.Contains(candidate.Mention.Span)) && Resolve(candidate.Mention) is { } speaker)
                        return speaker;
                }
            }
        }

        return null;
    }

    private ReadOnlySpan<Candidate> InSentence(int sentence) => CollectionsMarshal.AsSpan(all)[firsts[sentence]..firsts[sentence + 1]];

    private IEnumerable<Candidate> Around(Mention mention)
    {
        var at = firsts[SentenceAt(mention.Span.Start)];
        for (var i = Math.Max(0, at - Reach); i < Math.Min(all.Count, at + Reach); i++)
            yield return all[i];
    }

    // The candidates before a mention, the nearest first.
    private IEnumerable<Mention> Before(Mention mention)
    {
        var end = firsts[SentenceAt(mention.Span.Start) + 1];
        for (var i = end - 1; i >= Math.Max(0, end - Reach); i--)
        {
            if (all[i].Mention.Span.Start < mention.Span.Start)
                yield return all[i].Mention;
        }
    }

    private int SentenceAt(int position)
    {
        var index = Array.BinarySearch(starts, position);
        return index >= 0 ? index : Math.Max(0, ~index - 1);
    }

    private Speaker Person(Mention mention)
    {
        var name = mention.Name!;
        var full = name;
        string? role = mention.Role;
        var best = FullName(mention);
        if (best is null && bearing.Of(name).Count > 1)
            return new Speaker(name, role, mention);
        if (best is not null)
        {
            full = best.Name!;
            if (role is null || IsOnlyTitle(role))
                role = best.Role ?? role;
        }

        if (mention is { Possessor: not null } && role == mention.Role && role is not null && role.StartsWith(mention.Possessor, StringComparison.OrdinalIgnoreCase))
            role = WithPossessor(mention, role);
        else if (role is not null && role == mention.Role)
            role = OfBody(mention with { Text = role }) ?? role;
        role ??= Around(mention).Select(c => c.Mention).FirstOrDefault(m => m.Kind == MentionKind.Person && m.Role is not null && string.Equals(m.Name, full, StringComparison.OrdinalIgnoreCase))?.Role;
        // "A spokesman for the group vowed revenge. “…,” Ana Silva said.": the name follows the description.
        if (role is null && speakers.Count > 0 && speakers[^1].Speaker.Mention is { Kind: MentionKind.Described, IsPlural: false } described && SentenceAt(mention.Span.Start) - SentenceAt(speakers[^1].Position) is 0 or 1 or 2)
            role = described.Text;
        return new Speaker(full, role, best ?? mention);
    }

    private static bool IsOnlyTitle(string role) => role.Split(' ').All(w => w.Length > 0 && MentionReader.IsRole(w.ToLowerInvariant()));

    /// <summary>
    /// Who a surname alone means: the one person of the text who bears it. Of several, the one whose office or title stands beside it; else the one whom the text called so before it named
    /// another, or who alone is named close by. Null where the text leaves it open: the name then stays as it is written.
    /// </summary>
    private Mention? FullName(Mention mention)
    {
        const int Close = 2;
        var at = mention.Span.Start;
        var bearers = bearing.Of(mention.Name!);
        if (bearers.Count < 2)
            return bearers.Count == 1 ? bearers[0].Nearest(at) : null;
        if (mention.Role is { } role && NameBearers.Words(role) is var told && bearers.FindAll(b => b.IsCalled(told)) is [var titled])
            return titled.Nearest(at);
        if (mention.Gender != '?' && bearers.FindAll(b => b.Gender == mention.Gender) is [var fitting] && bearers.TrueForAll(b => b.Gender != '?'))
            return fitting.Nearest(at);
        var from = starts[Math.Max(0, SentenceAt(at) - Close)];
        var near = bearers.FindAll(b => b.IsNamed(from, at));
        var first = Math.Min(at, bearing.FirstUse(mention.Name!) ?? at);
        var called = bearers.FindAll(b => b.First < first) is [var alone] ? alone : null;
        return near.Count == 0 ? called?.Nearest(at) : near.Count == 1 && (called is null || called == near[0]) ? near[0].Nearest(at) : null;
    }

    // "The militia" is no union and no ministry; "the group" may be a union.
    private static bool MayBe(Mention body, string kind) =>
        !(kind is "militia" or "faction" && Entities.KindOf(body.Text, null) != SpeakerKind.ArmedGroup) && (!MentionReader.IsBody(body.Head) || (body.Text.LastIndexOf(body.Head, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && char.IsUpper(body.Text[at])) || body.Head == kind || (kind is "group" or "organisation" or "organization" or "body" && body.Head is "union" or "association" or "society" or "federation" or "foundation" or "committee" or "monitor" or "observatory" or "front" or "movement" or "militia" or "faction"));

    private Speaker Body(Mention mention)
    {
        if (mention.Name is not null)
            return new Speaker(mention.Name, mention.Role, mention);
        if (Abbreviated(mention) is { } whole)
            return new Speaker(whole.Text[..whole.Text.IndexOf('(', StringComparison.Ordinal)].TrimEnd(), null, whole);
        if (mention.Possessor is not null)
            return new Speaker(WithPossessor(mention), null, mention);
        if (!mention.IsDefinite && mention.Words.Length == 1 && !MentionReader.IsBody(mention.Head) && bearing.Of(mention.Text).Count > 0)
            return Person(mention with { Kind = MentionKind.Person, Name = mention.Text });
        if (DescribedBodies.IsDescription(mention) && NamedNext(mention) is { } named)
            return new Speaker(named.Name ?? named.Text, mention.Text, named);
        if (!mention.IsDefinite || mention.Words.Length > 1)
            return new Speaker(mention.Text, null, mention);
        foreach (var other in Before(mention))
        {
            if (other.Words.Length < 2 || other.Kind != MentionKind.Body)
                continue;
            if (other.Words.Contains(mention.Head) && other.Head == mention.Head)
                return Around(other).FirstOrDefault(c => c.Mention.Kind == MentionKind.Body && c.Mention.Span.Start < other.Span.Start && c.Mention.Span.Contains(other.Span) && DescribedBodies.IsNamed(c.Mention)) is { } apposed
                    ? new Speaker(apposed.Mention.Name ?? apposed.Mention.Text, null, apposed.Mention)
                    : new Speaker(WithPossessor(other), null, other);
        }

        if (AnyBody.Contains(mention.Head))
        {
            for (var i = speakers.Count - 1; i >= Math.Max(0, speakers.Count - Reach); i--)
            {
                if (speakers[i].Speaker.Mention is { Kind: MentionKind.Body } body && MayBe(body, mention.Head) && Entities.KindOf(speakers[i].Speaker.Name, null) is not (SpeakerKind.Government or SpeakerKind.InternationalBody))
                    return new Speaker(speakers[i].Speaker.Name, null, body);
            }

            foreach (var other in Before(mention))
            {
                if (other is { Name: { } armed } && Entities.KindOf(armed, null) == SpeakerKind.ArmedGroup)
                    return new Speaker(armed, null, other);
            }
        }

        return new Speaker(mention.Text, null, mention);
    }

    /// <summary>
    /// "A medical group says twelve died. The Sudan Doctors' Network said …": the body of that kind which acts in one of the next two sentences, where the text has named neither it nor another of
    /// the kind before, and does not tell the two apart ("also", "another").
    /// </summary>
    private Mention? NamedNext(Mention mention)
    {
        const int Within = 2;
        var here = SentenceAt(mention.Span.Start);
        Mention? found = null;
        for (var s = here + 1; s <= Math.Min(starts.Length - 1, here + Within) && found is null; s++)
        {
            foreach (var candidate in InSentence(s))
            {
                var other = candidate.Mention;
                if (other.Kind != MentionKind.Body || !DescribedBodies.AreAlike(mention, other))
                    continue;
                if (!DescribedBodies.IsNamed(other) || !candidate.IsSubject || TellsApart(s))
                    return null;
                found = other;
                break;
            }
        }

        return found is not null && !Before(mention).Any(m => m.Kind == MentionKind.Body && DescribedBodies.IsNamed(m) && DescribedBodies.AreAlike(mention, m)) ? found : null;
    }

    private bool TellsApart(int sentence)
    {
        var words = text[starts[sentence]..(sentence + 1 < starts.Length ? starts[sentence + 1] : text.Length)].Split([' ', ',', '.', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(w => w.ToLowerInvariant() is "also" or "too" or "another" or "other" or "separately" or "meanwhile" or "similar" or "similarly" or "likewise" or "echoed" or "both");
    }

    // "the JCS" where the text has "the Joint Chiefs of Staff (JCS)"
    private Mention? Abbreviated(Mention mention)
    {
        var letters = mention.Text[(mention.Text.LastIndexOf(' ') + 1)..];
        return letters.Length is > 1 and < 9 && letters.All(char.IsUpper) ? Before(mention).LastOrDefault(m => m.Text.Contains("(" + letters + ")", StringComparison.Ordinal)) : null;
    }

    private Speaker Described(Mention mention)
    {
        if (mention.IsDefinite && mention.Possessor is null)
        {
            foreach (var other in Before(mention))
            {
                if (!other.IsPerson || other.Words.Length <= mention.Words.Length)
                    continue;
                if (mention.Words.All(w => other.Words.Any(o => SameTitle(o, w))))
                    return other.Kind == MentionKind.Person ? Person(other) : new Speaker(WithPossessor(other), null, other);
            }

            // Behind a comma a speaker is easily taken for part of the phrase before ("at the base, a border official said"), but it has spoken.
            for (var i = speakers.Count - 1; i >= Math.Max(0, speakers.Count - Reach); i--)
            {
                var (position, other) = speakers[i];
                if (position < mention.Span.Start && other.Mention.IsPerson && other.Mention.Words.Length > mention.Words.Length && mention.Words.All(w => other.Mention.Words.Any(o => SameTitle(o, w))))
                    return other;
            }
        }

        return new Speaker(OfBody(mention) ?? WithPossessor(mention), null, mention);
    }

    // "the group's spokesman" becomes "al-Shabaab's spokesman", where the group has just spoken or been named.
    private string? OfBody(Mention mention)
    {
        var mark = mention.Text.AsSpan().IndexOfAny('’', '\'');
        var space = mark < 0 ? -1 : mention.Text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || space > mark || mention.Text.IndexOf(' ', space + 1) < mark || !mention.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || mention.Text[(space + 1)..mark] is not { } head || !AnyBody.Contains(head))
            return null;
        var owner = Body(new Mention(MentionKind.Body, new TextSpan(mention.Span.Start, mention.Span.Start + mark), mention.Text[..mark], null, null, head) { IsDefinite = true, Words = [head] });
        return string.Equals(owner.Name, mention.Text[..mark], StringComparison.OrdinalIgnoreCase) || owner.Name.Length > LongestOwner ? null : owner.Name + mention.Text[mark..];
    }

    // "Gen" for "General"; "the head of the region" for "head of the regional administration"
    private static bool SameTitle(string a, string b) => a == b || a == b + "al" || (a.Length >= 2 && b.Length > 3 && b.StartsWith(a.TrimEnd('.'), StringComparison.Ordinal) && MentionReader.IsRole(a) && MentionReader.IsRole(b) && a.Length <= 5);

    /// <summary>"its spokesman" becomes "the government's spokesman", as the text names it.</summary>
    private string WithPossessor(Mention mention) => WithPossessor(mention, mention.Text);

    private string WithPossessor(Mention mention, string words)
    {
        if (mention.Possessor is null)
            return words;
        var pronoun = mention.Possessor switch { "its" => "it", "their" => "they", "his" => "he", "her" => "she", _ => null };
        if (pronoun is null || possessors >= MostPossessors)
            return words;
        possessors++;
        var owner = Pronoun(new Mention(MentionKind.Pronoun, new TextSpan(mention.Span.Start, mention.Span.Start), pronoun, null, null, pronoun) { Gender = pronoun == "he" ? 'm' : pronoun == "she" ? 'f' : '?' });
        possessors--;
        if (owner is null || owner.Name.Length > LongestOwner)
            return words;
        var rest = words[mention.Possessor.Length..];
        return owner.Name + (owner.Name.EndsWith('s') ? "’" : "’s") + rest;
    }
}
