using System.Collections.Immutable;
using Digest.Text;

namespace Digest.News;

/// <summary>Finds the news agencies whose copy an article says it carries or cites.</summary>
internal static class Agencies
{
    private static readonly ImmutableArray<string> Known = [.. WordList.Lines("News/agencies.words.txt").Order(StringComparer.Ordinal)];

    /// <summary>Those its datelines and head lines name, and the known ones that its story, bylines and credits mention; a picture's credit is not the story's.</summary>
    public static ImmutableArray<string> In(string text, CopyReading reading)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var agency in reading.Datelines.Select(dateline => dateline.Agency).Where(agency => agency is not null))
            found.Add(agency!);
        foreach (var name in reading.HeadLines.SelectMany(line => (line.Byline ?? "").Split([" and ", ","], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (IsWireName(name))
                found.Add(name);
        }

        foreach (var block in reading.Blocks.Where(block => block.IsStory || block.Kind is BlockKind.Byline or BlockKind.Credit or BlockKind.DateLine))
        {
            var line = text.AsSpan(block.Span.Start, block.Span.Length);
            // In capitals throughout, "AP" and "MENA" are letters like any others.
            if (PressText.IsUpperCase(line) && block.Kind != BlockKind.DateLine)
                continue;
            foreach (var agency in Known)
            {
                if (Mentions(line, agency))
                    found.Add(agency);
            }
        }

        // "Anadolu Agency" holds "Anadolu": the longer name is enough.
        return [.. found.Where(name => !found.Any(other => other.Length > name.Length && Mentions(other, name)))];
    }

    /// <summary>"Gulf Wire", "Frontier Press": a byline's part that is called what agencies are called.</summary>
    private static bool IsWireName(string name) =>
        PressText.Words(name) is { Length: >= 2 and <= 4 } words && Array.TrueForAll(words, word => char.IsUpper(word[0])) && words[^1] is "Wire" or "Press" or "Agency" or "Service" or "Newswire";

    private static bool Mentions(ReadOnlySpan<char> line, string name)
    {
        for (var at = line.IndexOf(name, StringComparison.Ordinal); at >= 0;)
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(line[at - 1])) && (end == line.Length || !char.IsLetterOrDigit(line[end])))
                return true;
            var next = line[end..].IndexOf(name, StringComparison.Ordinal);
            at = next < 0 ? -1 : end + next;
        }

        return false;
    }
}
