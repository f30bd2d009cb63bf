using System.Collections.Immutable;
using Digest.Facts;
using Digest.Text;

namespace Digest.Tests.Facts;

/// <summary>An article of <c>gold/speech-blind.txt</c> with what a person read in it.</summary>
internal sealed record SpeechGold(string Name, string Text, ImmutableArray<SpeechGold.Said> Statements, ImmutableArray<(string Speaker, string Words)> Quotations, ImmutableArray<SpeechGold.Stood> Reactions)
{
    /// <param name="Content">The stretches of the content joined by a space, as the text has them.</param>
    internal sealed record Said(StatementType Type, string Speaker, string Content);

    internal sealed record Stood(string Speaker, ImmutableArray<string> Stances, TextSpan Evidence);

    internal static ImmutableArray<SpeechGold> Read(string file)
    {
        var result = ImmutableArray.CreateBuilder<SpeechGold>();
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "gold", file));
        for (var i = 0; i < lines.Length;)
        {
            if (!lines[i].StartsWith("== ", StringComparison.Ordinal))
            {
                i++;
                continue;
            }

            var name = lines[i++][3..];
            var text = lines.Skip(i).TakeWhile(l => l != "-- facts").ToArray();
            i += text.Length + 1;
            var facts = lines.Skip(i).TakeWhile(l => !l.StartsWith("== ", StringComparison.Ordinal)).ToArray();
            i += facts.Length;
            result.Add(Parse(name, string.Join('\n', text), facts.Where(f => f.Length > 0)));
        }

        return result.ToImmutable();
    }

    private static SpeechGold Parse(string name, string text, IEnumerable<string> facts)
    {
        var statements = ImmutableArray.CreateBuilder<Said>();
        var quotations = ImmutableArray.CreateBuilder<(string, string)>();
        var reactions = ImmutableArray.CreateBuilder<Stood>();
        foreach (var fact in facts)
        {
            var parts = fact[2..].Split('|', StringSplitOptions.TrimEntries);
            switch (fact[0])
            {
                case 'D' or 'M' or 'I':
                    var stretches = parts[1].Split(" + ").Select(s => Stretch(name, text, s)).ToList();
                    statements.Add(new Said(fact[0] switch { 'D' => StatementType.Direct, 'M' => StatementType.Mixed, _ => StatementType.Indirect }, parts[0], string.Join(' ', stretches)));
                    if (fact[0] == 'D')
                        quotations.AddRange(stretches.Where(s => s[0] is '"' or '“' or '‘' or '«').SelectMany(s => Quoted(s)).Select(s => (parts[0], s)));
                    break;
                case 'Q':
                    quotations.Add((parts[0], Stretch(name, text, parts[1])));
                    break;
                case 'R':
                    var at = Find(name, text, parts[2], 0);
                    reactions.Add(new Stood(parts[0], [.. parts[1].Split('/')], new TextSpan(at, at + parts[2].Length)));
                    break;
                default:
                    throw new FormatException($"{name}: a line of facts opens with D, M, I, Q or R, this one does not: {fact}");
            }
        }

        return new SpeechGold(name, text, statements.ToImmutable(), quotations.ToImmutable(), reactions.ToImmutable());
    }

    // “…” with its marks gone; a stretch that runs over paragraphs is one quotation for each.
    private static IEnumerable<string> Quoted(string stretch) => stretch.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim('"', '“', '”', '‘', '’', '«', '»', ',', ' ')).Where(p => p.Contains(' ', StringComparison.Ordinal));

    private static string Stretch(string name, string text, string words)
    {
        var ends = words.Split(" .. ");
        var start = Find(name, text, ends[0], 0);
        var end = ends.Length > 1 ? Find(name, text, ends[1], start + ends[0].Length) + ends[1].Length : start + ends[0].Length;
        return text[start..end];
    }

    private static int Find(string name, string text, string words, int from)
    {
        var at = text.IndexOf(words, from, StringComparison.Ordinal);
        return at >= 0 ? at : throw new FormatException($"{name}: the article does not have the words: {words}");
    }
}
