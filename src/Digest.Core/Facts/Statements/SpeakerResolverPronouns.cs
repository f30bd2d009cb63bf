using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <content>Whom "he", "it" and "they" mean, and whose "its spokesman" is.</content>
internal sealed partial class SpeakerResolver
{
    /// <summary>How many possessors in a row are led back ("its spokesman" of "its ministry" …).</summary>
    private const int MostPossessors = 4;

    private int possessors;

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
        // Whatever has spoken is a body for "it": "The media cell said … It added".
        bool HasSpoken(Mention m) => fits(m) || (mention.Head == "it" && m is { Kind: MentionKind.Thing, IsPlural: false } && !Issuers.IsDocument(m.Head) && !SpeechSettings.IsSetting(m.Head));
        var at = mention.Span.Start;
        var sentence = mentions.SentenceAt(at);
        for (var s = sentence; s >= Math.Max(mentions.ItemOf(sentence), sentence - 6); s--)
        {
            var (from, to) = (mentions.Starts[s], s == sentence ? at : s + 1 < mentions.Starts.Length ? mentions.Starts[s + 1] : int.MaxValue);
            for (var i = speakers.Count - 1; i >= 0 && speakers[i].Position >= mentions.Starts[s]; i--)
            {
                if (speakers[i].Position >= from && speakers[i].Position < to && !said.Any(c => c.Contains(speakers[i].Position)) && HasSpoken(speakers[i].Speaker.Mention))
                    return speakers[i].Speaker.Mention.Gender == '?' && SubjectOf(s, speakers[i].Position, mention.Gender) is { } known && Resolve(known) is { } fitting ? fitting : speakers[i].Speaker;
            }

            foreach (var subject in (bool[])[true, false])
            {
                // In the pronoun's own sentence only a subject can be meant.
                if (!subject && s == sentence)
                    continue;
                foreach (var candidate in mentions.InSentence(s))
                {
                    if (candidate.IsSubject == subject && candidate.Mention.Span.Start < to && fits(candidate.Mention) && (IsOwnerTold(candidate) || !said.Any(c => c.Contains(candidate.Mention.Span))) && Resolve(candidate.Mention) is { } speaker)
                        return speaker;
                }
            }
        }

        return null;
    }

    // "Ana Silva quoted the president as saying no. … she said": a person whose name fits comes before one of whom nobody knows
    private Mention? SubjectOf(int sentence, int before, char gender)
    {
        foreach (var candidate in mentions.InSentence(sentence))
        {
            if (gender != '?' && candidate is { IsSubject: true, Mention: { IsPerson: true, IsPlural: false } person } && person.Gender == gender && person.Span.Start < before && !said.Any(c => c.Contains(person.Span)))
                return person;
        }

        return null;
    }

    // "Silva was in Rome, his office said": what is told of somebody is told by his own people; and "The hospital took in thirty, its director said", where the body is no party's.
    private bool IsOwnerTold(Candidate candidate) =>
        possessors > 0 && candidate is { IsSubject: true, Mention.Kind: MentionKind.Person } && said.Any(c => c.Start == candidate.Mention.Span.Start) ||
        possessors > 0 && candidate is { IsSubject: true, Mention.Kind: MentionKind.Body } && said.Any(c => c.Start == candidate.Mention.Span.Start) && MentionReader.IsBody(candidate.Mention.Head) && Entities.KindOf(candidate.Mention.Text, null) == SpeakerKind.Other;

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
        if (owner is null || owner.Name.Length > MentionIndex.LongestOwner)
            return words;
        var rest = words[mention.Possessor.Length..];
        // "Its statement", where whoever issued it is meant
        if (rest.Length == 0)
            return owner.Name;
        return owner.Name + (owner.Name.EndsWith('s') ? "’" : "’s") + rest;
    }
}
