namespace Digest.Storage;

/// <summary>The rule for a blob's name: what Azure Storage accepts, so that nothing works on a folder that fails there.</summary>
public static class BlobNames
{
    /// <summary>UTF-16 code units after the container.</summary>
    public const int Longest = 1024;

    private const int ShortestContainer = 3;
    private const int LongestContainer = 63;

    /// <summary>The container and the blob's own name.</summary>
    /// <exception cref="ArgumentException">Not a name that Azure Storage accepts.</exception>
    public static (string Container, string Blob) Split(string name)
    {
        var (container, blob) = SplitPrefix(name);
        if (blob.Length is 0 or > Longest)
            throw Wrong(name, $"1 to {Longest} characters after the container");
        // Azure takes a backslash for a slash, and then lists another name.
        if (blob.Any(c => char.IsControl(c) || c == '\\') || !IsWellFormed(blob))
            throw Wrong(name, "no control characters, no backslash and no half of a surrogate pair");
        if (blob[^1] is '/' or '.')
            throw Wrong(name, "a name that ends in neither a full stop nor a slash");
        // Azure takes them for steps in a path, and then finds another blob.
        if (blob.Split('/').Any(part => part is "." or ".."))
            throw Wrong(name, "no part that is \".\" or \"..\"");
        return (container, blob);
    }

    public static bool IsLegal(string name)
    {
        try
        {
            Split(name);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The same for a prefix: what follows the container may be empty.</summary>
    public static (string Container, string Blob) SplitPrefix(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var container = slash < 0 ? name : name[..slash];
        if (slash < 0 || container.Length is < ShortestContainer or > LongestContainer || !container.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') || container[0] == '-')
            throw Wrong(name, $"a container of {ShortestContainer} to {LongestContainer} lower-case letters, digits and hyphens, then a slash");
        return (container, name[(slash + 1)..]);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }

    private static ArgumentException Wrong(string name, string expected) => new($"\"{name}\" is no blob name; expected {expected}.", nameof(name));
}
