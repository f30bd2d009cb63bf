using System.Collections.Frozen;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Plurals with a capital that name people, not one person: nations ("Iraqis"), faiths and peoples ("Muslims", "Kurds").</summary>
internal static class Peoples
{
    private static readonly FrozenSet<string> Listed = WordList.Read("Facts/Casualties/peoples.words.txt");

    internal static bool Is(Token token) => Listed.Contains(token.Lower) || Countries.ByPeople(token.Text) is not null;

    /// <summary>Whether the word stands before who is meant ("Ethiopian and Djibouti troops").</summary>
    internal static bool IsAdjective(Token token) => Countries.ByAdjective(token.Text) is not null || (Listed.Contains(token.Lower + "s") && token.IsCapitalised);
}
