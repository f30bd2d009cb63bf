using System.Reflection;

namespace Digest.Names;

/// <summary>The word lists and tables beside the code of this room: lines without comments and blank lines.</summary>
internal static class NameLists
{
    /// <exception cref="InvalidOperationException">No list of that name is embedded.</exception>
    public static IEnumerable<string> Lines(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The word list '{resource}' is not embedded in {Assembly.GetExecutingAssembly().GetName().Name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && !string.IsNullOrWhiteSpace(line))
                yield return line;
        }
    }

    /// <summary>The tab-separated rows of a table, each of exactly the number of columns given.</summary>
    /// <exception cref="InvalidOperationException">A row has more or fewer columns.</exception>
    public static IEnumerable<string[]> Rows(string resource, int columns)
    {
        foreach (var line in Lines(resource))
        {
            var cells = line.Split('\t');
            if (cells.Length != columns)
                throw new InvalidOperationException($"{resource}: '{line}' has {cells.Length} columns, expected {columns}.");
            yield return cells;
        }
    }

    /// <summary>The entries of one cell, separated by "; ".</summary>
    public static IEnumerable<string> Entries(string cell) => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
