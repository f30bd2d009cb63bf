using System.Collections.Frozen;
using Digest.Text;

namespace Digest.Facts;

/// <summary>The nouns that say where and how something was said ("in a statement", "on Telegram").</summary>
internal static class SpeechSettings
{
    private static readonly FrozenSet<string> Nouns = WordList.Read("Facts/Statements/settings.words.txt");

    internal static bool IsSetting(string noun) => Nouns.Contains(noun);
}
