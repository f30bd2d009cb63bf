using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Names;

/// <summary>
/// Finds place names in running text in one pass. A capital is needed; names that are words or people's names too ("Tank", "Jordan") need
/// a preposition or a kind of place before them; a title or a first name before, or an outlet's name around, makes it no place.
/// </summary>
internal static class PlaceScanner
{
    private const int LongestName = 6;

    private static readonly Lazy<FrozenSet<string>> Homonyms = new(() => NameLists.Lines("Names/PlaceHomonyms.words.txt").ToFrozenSet(StringComparer.Ordinal));

    private static readonly FrozenSet<string> Leads = FrozenSet.Create(StringComparer.Ordinal,
        "in", "at", "near", "from", "to", "into", "outside", "around", "across", "inside", "towards", "toward", "between", "over", "throughout", "through", "leaving", "left", "entered", "reached",
        "town", "city", "village", "province", "port", "camp", "district", "region", "governorate", "capital", "northern", "southern", "eastern", "western", "central", "neighbouring", "neighboring",
        "bordering", "off", "within", "southeastern", "southwestern", "northeastern", "northwestern", "downtown", "north", "south", "east", "west", "visited", "state", "department");

    private static readonly FrozenSet<string> Directions = FrozenSet.Create(StringComparer.Ordinal,
        "northern", "southern", "eastern", "western", "central", "occupied", "annexed", "southwestern", "southeastern", "northwestern", "northeastern");

    // "of" also opens names of persons ("the family of Jordan"), so it counts after a word for a place or a direction only.
    private static readonly FrozenSet<string> OfLeads = FrozenSet.Create(StringComparer.Ordinal,
        "town", "city", "village", "province", "port", "camp", "district", "region", "governorate", "capital", "state", "department", "south", "north", "east", "west", "southeast", "southwest", "northeast",
        "northwest", "outskirts", "kilometres", "kilometers", "km", "miles", "side", "edge", "coast", "suburb", "suburbs", "part", "parts", "municipality", "township", "island", "kingdom", "areas", "area");

    private static readonly FrozenSet<string> FirstNames = FrozenSet.Create(StringComparer.Ordinal,
        "michael", "barbara", "john", "james", "david", "robert", "mohammed", "ahmed", "ali", "hassan", "jean", "maria", "george", "paul", "peter", "william", "thomas", "mary", "anna", "jose", "luis", "carlos", "juan", "neil", "steve", "bill");

    private readonly record struct Word(int Start, int End, string Lower, bool IsCapital);

    public static ImmutableArray<PlaceMention> Scan(string text, TextSpan within)
    {
        var words = WordsOf(text, within);
        var people = PeopleNamedLikePlaces(text, words);
        var found = ImmutableArray.CreateBuilder<PlaceMention>();
        for (var i = 0; i < words.Count;)
        {
            var taken = words[i].IsCapital || IsArticle(words[i].Lower) || Directions.Contains(words[i].Lower) ? Longest(text, words, i, people, found) : 0;
            i += Math.Max(1, taken);
        }

        return found.ToImmutable();
    }

    /// <summary>How many words the name (or another body's name) takes that starts here; 0 for none.</summary>
    private static int Longest(string text, List<Word> words, int at, HashSet<string> people, ImmutableArray<PlaceMention>.Builder found)
    {
        var opening = words[at].Lower.EndsWith("'s", StringComparison.Ordinal) ? words[at].Lower[..^2] : words[at].Lower.Replace(".", "", StringComparison.Ordinal);
        var (isPlace, isActor, hasLead) = (opening == "the" || Gazetteer.OpensName(opening), opening == "the" || Actors.OpensName(opening), words[at].IsCapital && HasLead(words, at));
        if (!isPlace && !isActor && !hasLead)
            return 0;
        for (var length = Math.Min(isPlace || isActor ? LongestName : 3, words.Count - at); length > 0; length--)
        {
            var (first, last) = (words[at], words[at + length - 1]);
            // "Erbil province" and "southern Lebanon" have small letters too, but a name has a capital somewhere.
            if (!AreJoined(text, words, at, length) || !HasCapital(words, at, length))
                continue;
            var name = text[first.Start..last.End];
            var form = Gazetteer.Form(name);
            var place = !isPlace ? null : Gazetteer.Exactly(form, null) ?? (length > 1 && first.IsCapital ? Gazetteer.WithKind(form, null) : null);
            if (place is null && length > 1 && isActor && Actors.Exactly(name, form) is not null)
                return length;
            if (place is null && length <= 3 && hasLead && last.IsCapital)
                place = Gazetteer.BySound(form, null);
            if (place is null)
                continue;
            if (IsPlaceHere(text, words, at, length, form, people))
            {
                var end = name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? last.End - 2 : last.End;
                found.Add(new(new(first.Start, end), place));
            }

            return length;
        }

        return 0;
    }

    private static bool HasCapital(List<Word> words, int at, int length)
    {
        for (var i = at; i < at + length; i++)
        {
            if (words[i].IsCapital)
                return true;
        }

        return false;
    }

    private static bool IsPlaceHere(string text, List<Word> words, int at, int length, string form, HashSet<string> people)
    {
        var hasLead = HasLead(words, at);
        if (at > 0 && AreJoined(text, words, at - 1, 2) && words[at - 1].IsCapital && !hasLead)
        {
            var before = words[at - 1].Lower;
            if (FirstNames.Contains(before) || Titles.Find(before) is not null)
                return false;
        }

        // "US forces", "UK officials": before a noun the letters are an adjective.
        if (length == 1 && Actors.IsInCapitals(text[words[at].Start..words[at].End]) && Countries.ByName(form.ToUpperInvariant()) is not null && form.Length <= 3 && !hasLead)
            return false;
        if (!Homonyms.Value.Contains(form))
            return true;
        if (people.Contains(form))
            return hasLead && !IsBesideName(text, words, at, length);
        // A country that is also a first name ("Jordan", "Chad") stands for itself unless a name is around it.
        return Countries.ByName(form) is not null ? !IsBesideName(text, words, at, length) : hasLead && (!IsBesideName(text, words, at, length) || length > 1 || IsKind(words, at + length));
    }

    private static HashSet<string> PeopleNamedLikePlaces(string text, List<Word> words)
    {
        var people = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            var isNamed = i > 0 && FirstNames.Contains(words[i - 1].Lower) && AreJoined(text, words, i - 1, 2);
            if (words[i].IsCapital && Homonyms.Value.Contains(words[i].Lower) && (isNamed || (IsBesideName(text, words, i, 1) && !HasLead(words, i))))
                people.Add(words[i].Lower);
        }

        return people;
    }

    /// <summary>Whether a capitalised word that is no kind of place, weekday or opening word stands right beside it.</summary>
    private static bool IsBesideName(string text, List<Word> words, int at, int length)
    {
        var after = at + length;
        var isNext = after < words.Count && words[after].IsCapital && AreJoined(text, words, after - 1, 2) && !IsKind(words, after) && !IsDay(words[after].Lower) && !words[after - 1].Lower.EndsWith("'s", StringComparison.Ordinal);
        var isLast = at > 0 && words[at - 1].IsCapital && AreJoined(text, words, at - 1, 2) && !Leads.Contains(words[at - 1].Lower) && !IsDay(words[at - 1].Lower) && !IsSentenceStart(text, words[at - 1].Start) && !words[at - 1].Lower.EndsWith("'s", StringComparison.Ordinal);
        return isNext || isLast || (at > 0 && Titles.Find(words[at - 1].Lower) is { Kind: TitleKind.Honorific or TitleKind.Rank });
    }

    private static bool IsKind(List<Word> words, int at) => at < words.Count && words[at].Lower is "province" or "governorate" or "district" or "region" or "state" or "city" or "county" or "oblast" or "department" or "township" or "airport" or "camp" or "base";

    private static bool IsDay(string word) => word is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "today";

    private static bool HasLead(List<Word> words, int at)
    {
        var before = at - 1;
        if (before >= 0 && words[before].Lower == "the")
            before--;
        if (before < 0)
            return false;
        var word = words[before].Lower;
        return Leads.Contains(word) || (word == "of" && before > 0 && OfLeads.Contains(words[before - 1].Lower)) || (word == "and" && before > 1 && words[before - 1].IsCapital && Leads.Contains(words[before - 2].Lower));
    }

    private static bool IsSentenceStart(string text, int start)
    {
        for (var i = start - 1; i >= 0; i--)
        {
            if (text[i] is '.' or '!' or '?' or '\n' or ':' or '"' or '“')
                return true;
            if (!char.IsWhiteSpace(text[i]))
                return false;
        }

        return true;
    }

    private static bool IsArticle(string word) => word is "al" or "el" or "the" || (word.Length > 3 && (word.StartsWith("al-", StringComparison.Ordinal) || word.StartsWith("el-", StringComparison.Ordinal) || word.StartsWith("as-", StringComparison.Ordinal) || word.StartsWith("ar-", StringComparison.Ordinal) || word.StartsWith("an-", StringComparison.Ordinal)));

    /// <summary>Whether nothing but one space stands between the words (or the comma of "Washington, D.C.").</summary>
    private static bool AreJoined(string text, List<Word> words, int at, int length)
    {
        for (var i = at; i < at + length - 1; i++)
        {
            var gap = words[i + 1].Start - words[i].End;
            if (gap != 1 || !(text[words[i].End] is ' ' or '\u00A0'))
                return false;
        }

        return true;
    }

    private static List<Word> WordsOf(string text, TextSpan within)
    {
        var words = new List<Word>();
        var start = -1;
        var end = Math.Min(within.End, text.Length);
        for (var i = within.Start; i <= end; i++)
        {
            var isPart = i < end && (char.IsLetterOrDigit(text[i]) || (start >= 0 && text[i] is '\'' or '’' or '-' or '‘' && i + 1 < end && char.IsLetter(text[i + 1])) || (start >= 0 && IsInnerStop(text, i, end)));
            if (isPart && start < 0)
                start = i;
            else if (!isPart && start >= 0)
            {
                var word = text[start..i];
                words.Add(new(start, i, word.ToLowerInvariant().Replace('’', '\''), char.IsUpper(word[0]) || (word.Contains('-', StringComparison.Ordinal) && word.Any(char.IsUpper))));
                start = -1;
            }
        }

        return words;
    }

    // The stops of "U.S." and "D.R." belong to the word.
    private static bool IsInnerStop(string text, int i, int end) => text[i] == '.' && i > 0 && char.IsUpper(text[i - 1]) && (i < 2 || !char.IsLetter(text[i - 2])) && (i + 1 >= end || !char.IsLower(text[i + 1]));
}
