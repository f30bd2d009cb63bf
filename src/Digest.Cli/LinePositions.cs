namespace Digest.Cli;

/// <summary>From a position in a text to its line and column, both counted from 1 as editors count.</summary>
internal sealed class LinePositions
{
    private readonly List<int> starts = [0];

    public LinePositions(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
                starts.Add(at + 1);
        }
    }

    public (int Line, int Column) Of(int position)
    {
        var found = starts.BinarySearch(position);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, position - starts[line] + 1);
    }
}
