using System.Collections.Frozen;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <content>Which body "the group", "the ministry" or "the JCS" means.</content>
internal sealed partial class SpeakerResolver
{
    // Heads that stand for any named body: "the group", "the company".
    private static readonly FrozenSet<string> AnyBody = FrozenSet.Create(StringComparer.Ordinal, "group", "organisation", "organization", "company", "firm", "party", "movement", "militia", "faction", "agency", "newspaper", "paper", "campaign", "body");

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
        if (!mention.IsDefinite && mention.Words.Length == 1 && !MentionReader.IsBody(mention.Head) && mentions.Bearing.Of(mention.Text).Count > 0)
            return Person(mention with { Kind = MentionKind.Person, Name = mention.Text });
        if (DescribedBodies.IsDescription(mention) && NamedNext(mention) is { } named)
            return new Speaker(named.Name ?? named.Text, mention.Text, named);
        if (!mention.IsDefinite || mention.Words.Length > 1)
            return new Speaker(mention.Text, null, mention);
        foreach (var other in mentions.Before(mention))
        {
            if (other.Words.Length < 2 || other.Kind != MentionKind.Body)
                continue;
            if (other.Words.Contains(mention.Head) && other.Head == mention.Head)
                return mentions.Around(other).FirstOrDefault(c => c.Mention.Kind == MentionKind.Body && c.Mention.Span.Start < other.Span.Start && c.Mention.Span.Contains(other.Span) && DescribedBodies.IsNamed(c.Mention)) is { } apposed
                    ? new Speaker(apposed.Mention.Name ?? apposed.Mention.Text, null, apposed.Mention)
                    : new Speaker(WithPossessor(other), null, other);
        }

        if (AnyBody.Contains(mention.Head))
        {
            for (var i = speakers.Count - 1; i >= Math.Max(0, speakers.Count - MentionIndex.Reach) && IsOfItem(speakers[i].Position, mention); i--)
            {
                if (speakers[i].Speaker.Mention is { Kind: MentionKind.Body } body && MayBe(body, mention.Head) && Entities.KindOf(speakers[i].Speaker.Name, null) is not (SpeakerKind.Government or SpeakerKind.InternationalBody))
                    return new Speaker(speakers[i].Speaker.Name, null, body);
            }

            foreach (var other in mentions.Before(mention))
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
        var here = mentions.SentenceAt(mention.Span.Start);
        Mention? found = null;
        for (var s = here + 1; s <= Math.Min(mentions.Starts.Length - 1, here + Within) && found is null; s++)
        {
            foreach (var candidate in mentions.InSentence(s))
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

        return found is not null && !mentions.Before(mention).Any(m => m.Kind == MentionKind.Body && DescribedBodies.IsNamed(m) && DescribedBodies.AreAlike(mention, m)) ? found : null;
    }

    private bool TellsApart(int sentence)
    {
        var words = text[mentions.Starts[sentence]..(sentence + 1 < mentions.Starts.Length ? mentions.Starts[sentence + 1] : text.Length)].Split([' ', ',', '.', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(w => w.ToLowerInvariant() is "also" or "too" or "another" or "other" or "separately" or "meanwhile" or "similar" or "similarly" or "likewise" or "echoed" or "both");
    }

    // "the JCS" where the text has "the Joint Chiefs of Staff (JCS)"
    private Mention? Abbreviated(Mention mention)
    {
        var letters = mention.Text[(mention.Text.LastIndexOf(' ') + 1)..];
        return letters.Length is > 1 and < 9 && letters.All(char.IsUpper) ? mentions.Before(mention).LastOrDefault(m => m.Text.Contains("(" + letters + ")", StringComparison.Ordinal)) : null;
    }

    // "the group's spokesman" becomes "al-Shabaab's spokesman", where the group has just spoken or been named.
    private string? OfBody(Mention mention)
    {
        var mark = mention.Text.AsSpan().IndexOfAny('’', '\'');
        var space = mark < 0 ? -1 : mention.Text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || space > mark || mention.Text.IndexOf(' ', space + 1) < mark || !mention.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || mention.Text[(space + 1)..mark] is not { } head || !AnyBody.Contains(head))
            return null;
        var owner = Body(new Mention(MentionKind.Body, new TextSpan(mention.Span.Start, mention.Span.Start + mark), mention.Text[..mark], null, null, head) { IsDefinite = true, Words = [head] });
        return string.Equals(owner.Name, mention.Text[..mark], StringComparison.OrdinalIgnoreCase) || owner.Name.Length > MentionIndex.LongestOwner ? null : owner.Name + mention.Text[mark..];
    }
}
