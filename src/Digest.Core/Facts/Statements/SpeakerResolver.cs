using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Somebody named or described, after "he", "the ministry", "Austin" have been led back to who they are.</summary>
internal sealed record Speaker(string Name, string? Role, Mention Mention);

/// <summary>
/// Leads mentions back to who they mean, in reading order: pronouns to the nearest speaker or subject that fits, surnames to the full name,
/// "the ministry" and "the official" to the one described before. What cannot be led back stays as written, and a pronoun that cannot be gives nothing.
/// </summary>
internal sealed partial class SpeakerResolver(string text, IReadOnlyList<SpeechSentence> sentences)
{
    /// <summary>How many sentences on "the statement" is still the last speaker's.</summary>
    private const int LastWithin = 3;

    /// <summary>How whoever writes "I" outside quotation marks is named: an article may have several bylines, or a letter's.</summary>
    private const string Author = "the author";

    private readonly MentionIndex mentions = new(text, sentences);
    private readonly List<(int Position, Speaker Speaker)> speakers = [];
    private readonly Dictionary<string, string> presented = new(StringComparer.OrdinalIgnoreCase); // what a person was called when first heard
    private ImmutableArray<TextSpan> said = [];
    private Speaker? interviewed;

    /// <summary>Whose words the paragraph is where it is not the author's: an interview's.</summary>
    internal Speaker? Writer { private get; set; }

    /// <param name="content">What is said: nobody in it is the one who says it.</param>
    internal Speaker? Resolve(SpeechSentence sentence, TokenRange range, ImmutableArray<TextSpan> content)
    {
        said = content;
        var tokens = sentence.Tokens.AsSpan()[range.First..range.End];
        var mention = Issuers.Read(text, tokens);
        // "Iran, whose ambassador said": the index knows whose
        if (mention.Text.StartsWith("whose ", StringComparison.OrdinalIgnoreCase) && mentions.At(mention.Span.Start) is { } owned)
            mention = owned;
        if (mention is { Kind: MentionKind.Pronoun, Head: "i" or "me" })
            return Writer ?? new Speaker(Author, null, mention);
        var speaker = Resolve(mentions.WithGender(mention)) is { } found ? SpeakerWording.Tidy(found) : null;
        if (speaker is not null)
            speakers.Add((mention.Span.Start, speaker));
        return speaker;
    }

    /// <summary>The one person that the text names before its first question: whoever an interview is with. Null where it names several or none.</summary>
    internal Speaker? Presented(int before)
    {
        interviewed ??= mentions.All.Where(c => c.Mention.Span.Start < before && c.Mention is { Kind: MentionKind.Person, Name: not null }).Select(c => c.Mention).DistinctBy(m => m.Head).ToArray() is [var one] ? Person(one) : null;
        return interviewed;
    }

    internal Speaker? Resolve(Mention mention) => LastFor(mention) ?? mention.Kind switch
    {
        MentionKind.Pronoun => Pronoun(mention),
        MentionKind.Person => Person(mention),
        MentionKind.Body => Body(mention),
        MentionKind.Described => Described(mention),
        MentionKind.People when mention.Name is { } names => new Speaker(string.Join(" and ", names.Split(" and ").Select(n => mentions.Bearing.Of(n) is [var one] ? one.Nearest(mention.Span.Start).Name! : n)), mention.Role is { } joint && mention.Possessor is { } own && joint.StartsWith(own, StringComparison.OrdinalIgnoreCase) ? WithPossessor(mention, joint) : mention.Role, mention),
        _ => new Speaker(WithPossessor(mention), null, mention),
    };

    // Of a round-up's items each has its own people.
    private bool IsOfItem(int position, Mention mention) => position >= mentions.Starts[mentions.ItemOf(mentions.SentenceAt(mention.Span.Start))];

    // "the same source", "the communiqué says", "the post on Facebook reads": whoever has just spoken said that too, or issued it.
    private Speaker? LastFor(Mention mention)
    {
        var isDocument = Issuers.IsDocument(mention.Head) && mention.Possessor is null;
        if (mention.Possessor == "its" && Issuers.IsDocument(mention.Head))
            return Pronoun(new Mention(MentionKind.Pronoun, new TextSpan(mention.Span.Start, mention.Span.Start), "it", null, null, "it"));
        var pointsBack = mention.Text.StartsWith("the same ", StringComparison.OrdinalIgnoreCase) && (mention.IsPerson || mention.Head is "source" or "sources" or "report") || (isDocument && mention.IsDefinite);
        // "A statement said": of the body that has just spoken, but of no witness.
        var bare = isDocument && mention.Words is [_] or ["second" or "third" or "later" or "separate" or "further" or "new" or "other", _];
        if (speakers.Count == 0 || !IsOfItem(speakers[^1].Position, mention) || mentions.SentenceAt(mention.Span.Start) - mentions.SentenceAt(speakers[^1].Position) is not (> 0 and <= LastWithin))
            return isDocument ? IssuedBefore(mention) : null;
        if (isDocument && mentions.SentenceAt(mention.Span.Start) - mentions.SentenceAt(speakers[^1].Position) > 1 && IssuedBefore(mention) is { } issuer)
            return issuer;
        return pointsBack || (bare && speakers[^1].Speaker.Mention is { Kind: MentionKind.Body or MentionKind.Thing, IsPlural: false }) ? speakers[^1].Speaker : null;
    }

    // "The front put out a communiqué. The communiqué said": the subject of the sentence that brought it in.
    private Speaker? IssuedBefore(Mention mention)
    {
        var sentence = mentions.SentenceAt(mention.Span.Start);
        for (var s = sentence - 1; mention.IsDefinite && s >= Math.Max(mentions.ItemOf(sentence), sentence - LastWithin); s--)
        {
            var here = mentions.InSentence(s);
            for (var i = 0; i < here.Length; i++)
            {
                if (here[i].Mention.Head == mention.Head && i > 0 && here[0] is { IsSubject: true, Mention.Kind: MentionKind.Body or MentionKind.Person or MentionKind.Described } subject)
                    return Resolve(subject.Mention);
            }
        }

        return null;
    }
}
