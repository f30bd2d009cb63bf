using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Digest.Rendering.Templates;

namespace Digest.Rendering;

/// <summary>What printing a text means in an output. It belongs to the output and never to what is printed.</summary>
public enum Escaping
{
    /// <summary>Texts are escaped for element content and quoted attributes.</summary>
    Html,

    /// <summary>Plain text: nothing is markup, so nothing is escaped, and markup is refused.</summary>
    None,
}

/// <summary>
/// The templates of a publication, read and checked whole: every one parses and every include names one of them.
/// Names are paths with <c>/</c>, such as <c>partials/line.html</c>.
/// </summary>
public sealed class TemplateSet
{
    private readonly FrozenDictionary<string, Template> _templates;
    private readonly TemplateLimits _limits;

    /// <param name="sources">Name and text of each template. A later one replaces an earlier one of the same name: that is how a newsroom puts its own over ours.</param>
    /// <exception cref="TemplateException">One cannot be read; use <see cref="Check"/> to see all that is wrong.</exception>
    public TemplateSet(IEnumerable<KeyValuePair<string, string>> sources, TemplateLimits? limits = null)
    {
        _limits = limits ?? TemplateLimits.Default;
        var last = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, source) in sources)
            last[name] = source;
        _templates = last.ToFrozenDictionary(
            pair => pair.Key, pair => new Template(pair.Key, TemplateParser.Parse(pair.Key, pair.Value, _limits)), StringComparer.Ordinal);
        if (MissingInclude() is { } missing)
            throw missing;
        Engines = TemplateEngines.Of(_templates, last, _limits);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(last.Select(pair => $"{pair.Key.Length} {pair.Key} {pair.Value.Length} {pair.Value}\n")))));
    }

    /// <summary>The same for the same templates; lower-case hex.</summary>
    public string Fingerprint { get; }

    public IEnumerable<string> Names => _templates.Keys.Order(StringComparer.Ordinal);

    /// <summary>Everything wrong with the given templates, by name and place; empty when they make a set.</summary>
    public static IReadOnlyList<TemplateException> Check(IEnumerable<KeyValuePair<string, string>> sources)
    {
        var problems = new List<TemplateException>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<Template>();
        foreach (var (name, source) in sources.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            names.Add(name);
            try
            {
                read.Add(new(name, TemplateParser.Parse(name, source, TemplateLimits.Default)));
            }
            catch (TemplateException problem)
            {
                problems.Add(problem);
            }
        }
        problems.AddRange(read.SelectMany(template => Missing(template, names.Contains)));
        return problems;
    }

    /// <exception cref="TemplateException">The template asks for what the model does not have, or goes past the limits.</exception>
    /// <exception cref="ArgumentException">There is no template of that name.</exception>
    public string Render(string name, MapValue model, Escaping escaping) => RenderWithin(name, model, escaping, int.MaxValue)!;

    /// <summary>The same where it has no more characters than given; else null, and most of the work is saved.</summary>
    internal string? RenderWithin(string name, MapValue model, Escaping escaping, int longest) => Engine(name).Render(name, model, escaping, longest);

    /// <summary>The same as the bytes that are stored and sent.</summary>
    internal ReadOnlyMemory<byte> RenderUtf8(string name, MapValue model, Escaping escaping)
    {
        using var output = new PooledBuffer<char>();
        Engine(name).Render(name, model, escaping, output);
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(output.Written));
        Encoding.UTF8.GetBytes(output.Written, bytes);
        return bytes;
    }

    /// <summary>All engines of this build, the one that renders first: tests hold them to the same results.</summary>
    internal ImmutableArray<ITemplateEngine> Engines { get; }

    private ITemplateEngine Engine(string name) => _templates.ContainsKey(name)
        ? Engines[0]
        : throw new ArgumentException($"There is no template '{name}'; there are {string.Join(", ", Names)}.", nameof(name));

    private TemplateException? MissingInclude() => _templates.Values.OrderBy(template => template.Name, StringComparer.Ordinal)
        .SelectMany(template => Missing(template, _templates.ContainsKey)).FirstOrDefault();

    private static IEnumerable<TemplateException> Missing(Template template, Func<string, bool> isThere) =>
        template.Includes.Where(include => !isThere(include.Name))
            .Select(include => new TemplateException(template.Name, include.Position, $"there is no template '{include.Name}'"));
}
