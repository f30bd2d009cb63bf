using System.Collections.Frozen;
using System.Reflection;

namespace Digest.Text;

/// <summary>
/// Word lists and tables kept as data beside the code that reads them, embedded in the assembly.
/// A list has one entry a line; "#" opens a comment; blank lines are skipped.
/// </summary>
public static class WordList
{
    /// <summary>The entries of a list as a set, compared ordinally; entries are written in lower case where case does not matter.</summary>
    /// <param name="path">Path within Digest.Core, with "/" ("Text/Lexicon/verbs.words.txt").</param>
    /// <exception cref="FileNotFoundException">No such list is embedded.</exception>
    public static FrozenSet<string> Read(string path) => Lines(path).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The rows of a tab-separated table, cells trimmed.</summary>
    /// <exception cref="FileNotFoundException">No such table is embedded.</exception>
    public static IEnumerable<string[]> Rows(string path) => Lines(path).Select(line => line.Split('\t', StringSplitOptions.TrimEntries));

    /// <summary>The lines that hold something, comments removed.</summary>
    /// <exception cref="FileNotFoundException">No such resource is embedded.</exception>
    public static IReadOnlyList<string> Lines(string path)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new FileNotFoundException($"No word list '{path}' is embedded in Digest.Core; lists end in .words.txt, tables in .table.tsv.", path);
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var entry = (comment >= 0 ? line[..comment] : line).Trim();
            if (entry.Length > 0)
                lines.Add(entry);
        }

        return lines;
    }
}
