namespace Digest.Functions.Hosting;

/// <summary>A route as HTTP triggers write it: literal parts, "{name}" for one part and, last, "{*name}" for all that is left.</summary>
public sealed record RouteTemplate(string Text)
{
    private readonly string[] parts = Text.Split('/');

    /// <param name="path">Decoded, without the leading slash.</param>
    /// <returns>The parts that the route names; null where the path is not of this route.</returns>
    public IReadOnlyDictionary<string, string?>? Match(string path)
    {
        var given = path.TrimEnd('/').Split('/');
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].StartsWith("{*", StringComparison.Ordinal))
            {
                values[parts[i][2..^1]] = path.Length == 0 ? null : string.Join('/', given[i..]);
                return values;
            }

            if (i >= given.Length || given[i].Length == 0)
                return null;
            if (parts[i][0] == '{')
                values[parts[i][1..^1]] = given[i];
            else if (!string.Equals(parts[i], given[i], StringComparison.OrdinalIgnoreCase))
                return null;
        }

        return given.Length == parts.Length ? values : null;
    }
}
