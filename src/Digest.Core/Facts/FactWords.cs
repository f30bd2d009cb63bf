using System.Collections.Frozen;
using System.Text;

namespace Digest.Facts;

/// <summary>
/// The words that outputs use for the kinds of the model, made from their names: <see cref="EventType.AirStrike"/> is "air strike",
/// <see cref="Stance.ClaimResponsibility"/> is "claim responsibility". Stored records hold them, so a renamed kind is a changed format.
/// </summary>
public static class FactWords
{
    public static string Of<TKind>(TKind kind)
        where TKind : struct, Enum =>
        Table<TKind>.ToWord.TryGetValue(kind, out var word)
            ? word
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, $"There is no such {typeof(TKind).Name}.");

    public static bool TryParse<TKind>(string word, out TKind kind)
        where TKind : struct, Enum => Table<TKind>.FromWord.TryGetValue(word, out kind);

    /// <summary>Every word of a kind, for messages that say what was expected: "killed, wounded, missing, captured".</summary>
    public static string All<TKind>()
        where TKind : struct, Enum => string.Join(", ", Enum.GetValues<TKind>().Select(Of));

    private static class Table<TKind>
        where TKind : struct, Enum
    {
        public static readonly FrozenDictionary<TKind, string> ToWord =
            Enum.GetValues<TKind>().ToFrozenDictionary(kind => kind, kind => Spaced(kind.ToString()));

        public static readonly FrozenDictionary<string, TKind> FromWord =
            ToWord.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }

    private static string Spaced(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append(' ');
            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
