using System.Collections.Frozen;
using Digest.Text;

namespace Digest.Names;

/// <summary>What a person's name tells of their gender, which "he" and "she" go by: <c>GivenNames.table.tsv</c>.</summary>
internal static class GivenNames
{
    private static readonly FrozenDictionary<string, char> Known = WordList.Rows("Names/GivenNames.table.tsv")
        .SelectMany(row => row[1].Split(' ').Select(name => (Name: name.ToLowerInvariant(), Gender: row[0][0])))
        .GroupBy(n => n.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Select(n => n.Gender).Distinct().Count() == 1 ? g.First().Gender : '?', StringComparer.Ordinal);

    internal static bool IsKnown(string lower) => Known.ContainsKey(lower);

    /// <returns>'m' or 'f' where the given name is borne by one gender, or a Slavic surname has a woman's ending; else '?'. A surname alone tells nothing by its first word.</returns>
    internal static char GenderOf(string name)
    {
        var words = name.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            return '?';
        var gender = Known.GetValueOrDefault(words[0], '?');
        return gender != '?' ? gender : HasWomansEnding(words[^1]) ? 'f' : '?';
    }

    private static bool HasWomansEnding(string surname) =>
        surname.Length > 5 && (surname.EndsWith("skaya", StringComparison.Ordinal) || surname.EndsWith("ova", StringComparison.Ordinal) || surname.EndsWith("eva", StringComparison.Ordinal) || surname.EndsWith("ová", StringComparison.Ordinal));
}
