namespace Digest.Facts;

/// <content>Which person a name, a surname or "the official" means.</content>
internal sealed partial class SpeakerResolver
{
    private Speaker Person(Mention mention)
    {
        var name = mention.Name!;
        var full = name;
        string? role = mention.Role;
        var best = FullName(mention);
        if (best is null && mentions.Bearing.Of(name).Count > 1)
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
        role ??= mentions.Around(mention).Select(c => c.Mention).FirstOrDefault(m => m.Kind == MentionKind.Person && m.Role is not null && string.Equals(m.Name, full, StringComparison.OrdinalIgnoreCase))?.Role;
        // "A spokesman for the group vowed revenge. “…,” Ana Silva said.": the name follows the description.
        role ??= presented.GetValueOrDefault(full) ?? SpeaksFor(best ?? mention);
        if (role is null && speakers.Count > 0 && (best ?? mention).Span.Start > speakers[^1].Position && speakers[^1].Speaker.Mention is { Kind: MentionKind.Described, IsPlural: false } described && mentions.SentenceAt(mention.Span.Start) - mentions.SentenceAt(speakers[^1].Position) is 0 or 1 or 2)
            role = described.Text;
        if (role is not null)
            presented.TryAdd(full, role);
        return new Speaker(full, role, best ?? mention);
    }

    // "Ana Silva, who speaks for both fronts, said": what for, in the words of the text
    private string? SpeaksFor(Mention person)
    {
        const string Clause = ", who speaks ";
        const int Longest = 160;
        var from = person.Span.End;
        if (string.CompareOrdinal(text, from, Clause, 0, Clause.Length) != 0)
            return null;
        var end = text.IndexOfAny([',', '.', ';', '\n', '“', '"'], from + Clause.Length);
        return end > 0 && end - from <= Longest && text.AsSpan(from, end - from).Contains(" for ", StringComparison.Ordinal) ? text[(from + 2)..end].TrimEnd() : null;
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
        var bearers = mentions.Bearing.Of(mention.Name!);
        if (bearers.Count < 2)
            return bearers.Count == 1 ? bearers[0].Nearest(at) : null;
        if (mention.Role is { } role && NameBearers.Words(role) is var told && bearers.FindAll(b => b.IsCalled(told)) is [var titled])
            return titled.Nearest(at);
        if (mention.Gender != '?' && bearers.FindAll(b => b.Gender == mention.Gender) is [var fitting] && bearers.TrueForAll(b => b.Gender != '?'))
            return fitting.Nearest(at);
        var from = mentions.Starts[Math.Max(0, mentions.SentenceAt(at) - Close)];
        var near = bearers.FindAll(b => b.IsNamed(from, at));
        var first = Math.Min(at, mentions.Bearing.FirstUse(mention.Name!) ?? at);
        var called = bearers.FindAll(b => b.First < first) is [var alone] ? alone : null;
        return near.Count == 0 ? called?.Nearest(at) : near.Count == 1 && (called is null || called == near[0]) ? near[0].Nearest(at) : null;
    }

    private Speaker Described(Mention mention)
    {
        if (mention.IsDefinite && mention.Possessor is null && !IsOneOfMany(mention))
        {
            foreach (var other in mentions.Before(mention))
            {
                // "A KIA officer … The KIA officer": told again in the same words it is the one brought in by them.
                var isSame = other is { IsDefinite: false, Kind: MentionKind.Described } && other.IsPlural == mention.IsPlural && other.Words.Length == mention.Words.Length;
                if (!other.IsPerson || (other.Words.Length <= mention.Words.Length && !isSame))
                    continue;
                if (mention.Words.All(w => other.Words.Any(o => SameTitle(o, w))))
                    return other.Kind == MentionKind.Person ? Person(other) : new Speaker(WithPossessor(other), null, other);
            }

            // Behind a comma a speaker is easily taken for part of the phrase before ("at the base, a border official said"), but it has spoken.
            for (var i = speakers.Count - 1; i >= Math.Max(0, speakers.Count - MentionIndex.Reach) && IsOfItem(speakers[i].Position, mention); i--)
            {
                var (position, other) = speakers[i];
                if (position < mention.Span.Start && other.Mention.IsPerson && other.Mention.Words.Length > mention.Words.Length && mention.Words.All(w => other.Mention.Words.Any(o => SameTitle(o, w))))
                    return other;
            }
        }

        return OfficeHolder(mention) is { Name: { } name } named ? new Speaker(name, WithPossessor(mention), named) : new Speaker(OfBody(mention) ?? WithPossessor(mention), null, mention);
    }

    /// <summary>
    /// "Ethiopia's prime minister accused … Prime Minister Dawit Alemu wrote": the holder of the same office who is named in one of the next two sentences, where nobody was called so before.
    /// Only offices that one person holds: of two words ("Foreign Minister") or a head of state or place.
    /// </summary>
    private Mention? OfficeHolder(Mention mention)
    {
        const int Within = 2;
        if (!(mention.IsDefinite || mention.Possessor is not null || mention.Text.Contains("’s ", StringComparison.Ordinal) || mention.Text.Contains("'s ", StringComparison.Ordinal)) || mention.IsPlural || !mention.IsPerson || mention.Words.Any(w => w is "deputy" or "former" or "vice" or "adviser" or "aide"))
            return null;
        bool IsCalledSo(Mention m) => m is { Kind: MentionKind.Person, Name: not null, Role: { } role } && role.ToLowerInvariant().Split(' ') is var words &&
            (words.Length > 1 || words[0] is "president" or "premier" or "chancellor" or "governor" or "mayor" or "king") && Array.TrueForAll(words, w => mention.Words.Contains(w)) && MentionReader.IsRole(words[^1]);
        var here = mentions.SentenceAt(mention.Span.Start);
        for (var s = here; s <= Math.Min(mentions.Starts.Length - 1, here + Within); s++)
        {
            foreach (var candidate in mentions.InSentence(s))
            {
                if (candidate.Mention.Span.Start > mention.Span.Start && candidate.IsSubject && IsCalledSo(candidate.Mention))
                    return mentions.Before(mention).Any(IsCalledSo) ? null : candidate.Mention;
            }
        }

        return null;
    }

    // "In Belgorod, two people were killed, the governor said", where two other regions' governors spoke before: a third one, as far as anybody can tell.
    private bool IsOneOfMany(Mention mention)
    {
        const int Close = 2;
        if (mention.Words is not ["governor" or "mayor" or "prefect" or "headman"])
            return false;
        var bearers = mentions.Before(mention).Where(m => m is { Kind: MentionKind.Person, Name: not null } && m.Words.Contains(mention.Words[0])).DistinctBy(m => m.Name).ToArray();
        return bearers.Length > 1 && mentions.SentenceAt(mention.Span.Start) - mentions.SentenceAt(bearers.Max(b => b.Span.Start)) > Close;
    }

    // "Gen" for "General"; "the head of the region" for "head of the regional administration"
    private static bool SameTitle(string a, string b) => a == b || a == b + "al" || (a.Length >= 2 && b.Length > 3 && b.StartsWith(a.TrimEnd('.'), StringComparison.Ordinal) && MentionReader.IsRole(a) && MentionReader.IsRole(b) && a.Length <= 5);
}
