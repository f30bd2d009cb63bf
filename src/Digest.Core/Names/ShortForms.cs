namespace Digest.Names;

/// <summary>When one mention is a shorter way to say another: a surname, a name without its middle parts, initials.</summary>
internal static class ShortForms
{
    public static bool Joins(EntityName one, EntityName other, string oneText, string otherText) =>
        ArePersons(one, other) ? OfPerson(one, other) || OfPerson(other, one) : IsInitialsOf(oneText, other) || IsInitialsOf(otherText, one);

    private static bool ArePersons(EntityName one, EntityName other) =>
        one.Form is EntityForm.Person && other.Form is EntityForm.Person;

    /// <summary>Surname, or several last names, or first and last name without the middle ones ("al-Sudani", "Mohammed al-Sudani" for "Mohammed Shia al-Sudani"). A first name alone is never enough.</summary>
    internal static bool OfPerson(EntityName shorter, EntityName longer)
    {
        var (a, b) = (shorter.Words, longer.Words);
        if (a.Length == 0 || a.Length > b.Length || (a.Length == b.Length && !HasInitial(shorter, longer)))
            return false;
        if (!AreOne(a[^1], b[^1]))
            return false;
        if (a.Length == 1)
            return true;
        var isTail = true;
        for (var i = 1; i <= a.Length; i++)
            isTail &= AreOne(a[^i], b[^i]);
        return isTail || (AreOne(a[0], b[0]) && IsSubsequence(a, b));
    }

    private static bool IsSubsequence(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var at = 0;
        foreach (var word in b)
        {
            if (at < a.Count && AreOne(a[at], word))
                at++;
        }

        return at == a.Count;
    }

    private static bool HasInitial(EntityName one, EntityName other) => one.Words.Any(w => w.Length == 1) || other.Words.Any(w => w.Length == 1);

    // "J Finer" for "Jon Finer".
    private static bool AreOne(string a, string b) => a == b || (a.Length == 1 && b.Length > 0 && a[0] == b[0]) || (b.Length == 1 && a.Length > 0 && a[0] == b[0]);

    /// <summary>"SDF" for "Syrian Democratic Forces": three letters at least, small words left out or counted.</summary>
    internal static bool IsInitialsOf(string acronym, EntityName body)
    {
        var letters = acronym.Replace(".", "", StringComparison.Ordinal).Trim();
        if (letters.Length is < 3 or > 8 || !letters.All(char.IsAsciiLetterUpper) || body.Form is EntityForm.Country || (body.Form is EntityForm.Person && (body.Words.Length < 3 || !body.Titles.IsEmpty)))
            return false;
        var words = body.Shown.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetter(w[0])).ToList();
        var all = string.Concat(words.Select(w => char.ToUpperInvariant(w[0])));
        var main = string.Concat(words.Where(w => w is not ("of" or "the" or "for" or "and" or "in" or "to" or "al")).Select(w => char.ToUpperInvariant(w[0])));
        return letters == all || letters == main;
    }
}
