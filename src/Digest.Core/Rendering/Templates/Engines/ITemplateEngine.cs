namespace Digest.Rendering.Templates;

/// <summary>
/// What renders templates that have been read and checked: our own engine, or Scriban's where its package can be restored. Both escape, refuse undefined names and keep
/// the limits; on templates of the subset they give the same text.
/// </summary>
internal interface ITemplateEngine
{
    /// <param name="name">One of the set's templates.</param>
    /// <param name="output">Empty; what the template gives goes there.</param>
    /// <param name="longest">More characters than these are not wanted.</param>
    /// <returns>Whether it has no more; where it has, the output is not whole.</returns>
    /// <exception cref="TemplateException">The template asks for what the model does not have, or goes past the limits.</exception>
    bool Render(string name, MapValue model, Escaping escaping, PooledBuffer<char> output, int longest = int.MaxValue);

    /// <returns>Null where it would have more characters than are wanted.</returns>
    string? Render(string name, MapValue model, Escaping escaping, int longest = int.MaxValue)
    {
        using var output = new PooledBuffer<char>();
        return Render(name, model, escaping, output, longest) ? output.Written.ToString() : null;
    }
}
