using Digest.Text;

namespace Digest.Facts;

/// <summary>A stretch of an article between quotation marks; a quotation that runs over paragraphs is one stretch for each.</summary>
/// <param name="Outer">With its marks.</param>
/// <param name="Inner">Without them, and without white space at the edges.</param>
/// <param name="BlockIndex">The article's block it stands in.</param>
/// <param name="IsClosed">False where the closing mark is missing: the stretch then ends with its block.</param>
/// <param name="Continues">It goes on with a quotation that the block before left open.</param>
internal sealed record Quote(TextSpan Outer, TextSpan Inner, int BlockIndex, bool IsClosed, bool Continues)
{
    /// <summary>Its first character.</summary>
    public char First { get; init; }
}
