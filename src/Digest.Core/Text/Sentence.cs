using System.Collections.Immutable;
using Digest.News;

namespace Digest.Text;

/// <summary>A sentence of an article with its tokens, phrases and clauses.</summary>
public sealed class Sentence
{
    private readonly Lazy<ImmutableArray<Chunk>> chunks;
    private readonly Lazy<ImmutableArray<Clause>> clauses;

    internal Sentence(int index, int blockIndex, TextBlock block, TextSpan span, ImmutableArray<Token> tokens)
    {
        (Index, BlockIndex, Block, Span, Tokens) = (index, blockIndex, block, span, tokens);
        chunks = new(() => Chunker.Chunk(Tokens));
        clauses = new(() => ClauseBuilder.Build(Tokens, Chunks));
    }

    /// <summary>Its place in the document, from 0.</summary>
    public int Index { get; }

    /// <summary>The place of its block among the article's blocks.</summary>
    public int BlockIndex { get; }

    public TextBlock Block { get; }

    /// <summary>From its first to its last token.</summary>
    public TextSpan Span { get; }

    public ImmutableArray<Token> Tokens { get; }

    /// <summary>Noun phrases, verb groups and the words between, in order, covering all tokens.</summary>
    public ImmutableArray<Chunk> Chunks => chunks.Value;

    public ImmutableArray<Clause> Clauses => clauses.Value;

    public bool IsHeadline => Block.Kind == BlockKind.Title;

    /// <summary>The characters of tokens [first, end).</summary>
    public TextSpan SpanOf(int first, int end) => new(Tokens[first].Span.Start, Tokens[end - 1].Span.End);
}
