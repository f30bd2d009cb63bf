using System.Globalization;

namespace Digest.Rendering.Templates;

/// <summary>A place in a template, both counted from 1.</summary>
public readonly record struct TemplatePosition(int Line, int Column);

/// <summary>Something wrong in a template, worded for its designer: <c>page.html(12,5): what is wrong and what to do</c>.</summary>
public sealed class TemplateException : Exception
{
    public TemplateException(string template, TemplatePosition position, string problem)
        : base(string.Create(CultureInfo.InvariantCulture, $"{template}({position.Line},{position.Column}): {problem}"))
    {
        (Template, Position, Problem) = (template, position, problem);
    }

    public string Template { get; }

    public TemplatePosition Position { get; }

    public string Problem { get; }
}
