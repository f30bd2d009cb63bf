using System.Collections.Frozen;

namespace Digest.Text;

/// <summary>Nouns that name people ("soldier", "villager", "passer-by"), singular.</summary>
internal static class PersonNouns
{
    private static readonly FrozenSet<string> Nouns = WordList.Rows("Names/People.table.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);

    internal static bool Contains(string singular) => Nouns.Contains(singular);

    internal static bool Is(Token token) => Nouns.Contains(token.Lemma) || Nouns.Contains(token.Lower) || Nouns.Contains(Lexicon.Singular(token.Lower));
}
