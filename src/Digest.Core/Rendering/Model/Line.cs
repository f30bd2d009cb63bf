using System.Collections.Immutable;
using System.Globalization;

namespace Digest.Rendering.Model;

/// <summary>A reference to an article's passage: the source's number and the anchor of the passage on the page ("p1-2").</summary>
public sealed record Cite(int Number, string Anchor);

/// <summary>Whose words a run of text is: it decides what the wording rules apply to.</summary>
public enum Voice
{
    /// <summary>Ours.</summary>
    Own,

    /// <summary>An article's, carried over without quotation marks: a name, a place, who was harmed, an indirect statement.</summary>
    Sourced,

    /// <summary>A speaker's, inside quotation marks.</summary>
    Quoted,
}

/// <summary>A stretch of one line, with the passages that bear it out.</summary>
public sealed record Run(string Text, Voice Voice, ImmutableArray<Cite> Cites);

/// <summary>One sentence or a few, as printed in every output, with the citations in their places.</summary>
public sealed record Line(ImmutableArray<Run> Runs)
{
    /// <summary>The words alone.</summary>
    public string Words => string.Concat(Runs.Select(run => run.Text));

    /// <summary>The words with their citations: "Kataib Hezbollah said eight were killed [1, 2]."</summary>
    public string Text
    {
        get
        {
            using var text = new PooledBuffer<char>();
            foreach (var run in Runs)
            {
                text.Write(run.Text);
                for (var i = 0; i < run.Cites.Length; i++)
                {
                    text.Write(i == 0 ? " [" : ", ");
                    text.Write(run.Cites[i].Number.ToString(CultureInfo.InvariantCulture));
                }

                if (!run.Cites.IsEmpty)
                    text.Write("]");
            }

            return text.Written.ToString();
        }
    }

    public IEnumerable<Cite> Cites => Runs.SelectMany(run => run.Cites);

    public static Line Of(string text, params ReadOnlySpan<Cite> cites) => new([new(text, Voice.Own, [.. cites])]);
}

/// <summary>Puts a line together.</summary>
internal sealed class LineBuilder
{
    private readonly ImmutableArray<Run>.Builder _runs = ImmutableArray.CreateBuilder<Run>(4);

    public LineBuilder Own(string text, ImmutableArray<Cite> cites = default) => Add(text, Voice.Own, cites);

    public LineBuilder Sourced(string text, ImmutableArray<Cite> cites = default) => Add(DisplayText.Line(text), Voice.Sourced, cites);

    /// <summary>Sentences from elsewhere, with their citations before the last full stop.</summary>
    public LineBuilder Sentence(string text, ImmutableArray<Cite> cites) =>
        text.EndsWith('.') ? Sourced(text[..^1], cites).Own(".")
        : text.EndsWith(".”", StringComparison.Ordinal) ? Sourced(text, cites)
        : Sourced(text, cites).Own(".");

    /// <summary>In curly double quotation marks.</summary>
    public LineBuilder Quoted(string words, ImmutableArray<Cite> cites = default) => Add($"“{DisplayText.Line(words)}”", Voice.Quoted, cites);

    public LineBuilder Append(Line line)
    {
        _runs.AddRange(line.Runs);
        return this;
    }

    public Line Build() => new(_runs.ToImmutable());

    private LineBuilder Add(string text, Voice voice, ImmutableArray<Cite> cites)
    {
        _runs.Add(new(text, voice, cites.IsDefault ? [] : cites));
        return this;
    }
}
