using System.Collections.Immutable;
using Digest.Rendering;

namespace Digest.Storage;

/// <summary>The templates that lie beside the program, and those of a newsroom that take the place of the same name.</summary>
public static class TemplateFiles
{
    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "templates");

    /// <param name="own">A newsroom's folder; null where it has none.</param>
    public static TemplateSet Load(string? own) => new(Read(Shipped).Concat(own is null ? [] : Read(own)));

    /// <summary>Those that lie beside the program.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> ReadShipped() => Read(Shipped);

    /// <summary>Each template by its path within the folder, as includes name it.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => KeyValuePair.Create(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(template => template.Key, StringComparer.Ordinal),
    ];
}
