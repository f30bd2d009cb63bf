using System.Collections.Immutable;
using System.Text;
using Digest.Rendering.Model;

namespace Digest.Rendering;

/// <summary>One output of an edition, as the bytes that are stored and sent.</summary>
/// <param name="Name">"page.html", "ninjs-1.6.json".</param>
public sealed record RenderedFile(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <summary>The content read as UTF-8, which all outputs are.</summary>
    public string Text => Encoding.UTF8.GetString(Content.Span);

    internal static RenderedFile Of(string name, string contentType, string text) => new(name, contentType, Encoding.UTF8.GetBytes(text));
}

/// <summary>All outputs of an edition. The same edition, articles and templates give the same bytes.</summary>
public sealed record RenderedEdition(DigestModel Model, ImmutableArray<RenderedFile> Files)
{
    /// <exception cref="KeyNotFoundException">There is no output of that name.</exception>
    public RenderedFile this[string name] => Files.FirstOrDefault(file => file.Name == name)
        ?? throw new KeyNotFoundException($"There is no output '{name}'; there are {string.Join(", ", Files.Select(file => file.Name))}.");
}
