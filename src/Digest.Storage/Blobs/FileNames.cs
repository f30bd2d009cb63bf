using System.Globalization;
using System.Text;

namespace Digest.Storage;

/// <summary>
/// Blob names as paths in a folder and back. What no file system minds stays as it is, so that people can read the folder; the rest is %-encoded.
/// A blob "a" and a blob "a/b" can both be: a folder's name never has a full stop and a file's always does, or each says so by a mark.
/// </summary>
internal static class FileNames
{
    // "%" and a letter that is no hex digit can come from no character's encoding.
    private const string FolderMark = "%d";
    private const string FileMark = "%n";
    private const string GoesOn = "%s";

    /// <summary>UTF-16 code units of a part; with marks and three bytes a unit this stays below the 255 bytes that file systems allow.</summary>
    private const int LongestPart = 80;

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>The path of a blob within its store's folder, with forward slashes.</summary>
    public static string PathOf(string name)
    {
        var parts = name.Split('/');
        var path = new StringBuilder(name.Length + 8);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                path.Append('/');
            Append(path, parts[i], isFile: i == parts.Length - 1);
        }

        return path.ToString();
    }

    /// <summary>The blob name that such a path stands for; null where the path is not one of ours.</summary>
    public static string? NameOf(string path)
    {
        var name = new StringBuilder(path.Length);
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            var goesOn = part.EndsWith(GoesOn, StringComparison.Ordinal);
            part = Without(part, goesOn ? GoesOn : i == parts.Length - 1 ? FileMark : FolderMark);
            if (!TryDecode(part, name))
                return null;
            if (!goesOn && i < parts.Length - 1)
                name.Append('/');
        }

        // Only what the way there gives is ours: a file that people named with a "%" keeps its name.
        var found = name.ToString();
        return string.Equals(PathOf(found), path, StringComparison.Ordinal) ? found : null;
    }

    /// <summary>A legal name for a file that people named as no blob can be: what is wrong in it is %-encoded.</summary>
    public static string Escaped(string path)
    {
        var name = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '\\' || char.IsControl(path[i]) || (path[i] == '.' && i == path.Length - 1))
                name.Append(CultureInfo.InvariantCulture, $"%{(int)path[i]:X2}");
            else
                name.Append(path[i]);
        }

        return name.ToString();
    }

    /// <summary>The way back from <see cref="Escaped"/>; null where there is nothing to undo.</summary>
    public static string? Unescaped(string name)
    {
        var path = new StringBuilder(name.Length);
        return name.Contains('%', StringComparison.Ordinal) && TryDecode(name, path) ? path.ToString() : null;
    }

    private static void Append(StringBuilder path, string part, bool isFile)
    {
        var rest = part.AsSpan();
        while (rest.Length > LongestPart)
        {
            var cut = char.IsHighSurrogate(rest[LongestPart - 1]) ? LongestPart - 1 : LongestPart;
            Encode(path, rest[..cut]);
            path.Append(GoesOn).Append('/');
            rest = rest[cut..];
        }

        var start = path.Length;
        Encode(path, rest);
        var hasStop = path.ToString(start, path.Length - start).Contains('.', StringComparison.Ordinal);
        if (isFile && !hasStop)
            path.Append(FileMark);
        else if (!isFile && (hasStop || rest.IsEmpty))
            path.Append(FolderMark);
    }

    private static void Encode(StringBuilder path, ReadOnlySpan<char> part)
    {
        var isDevice = Devices.Contains(part[..(part.IndexOf('.') is >= 0 and var stop ? stop : part.Length)].ToString());
        for (var i = 0; i < part.Length; i++)
        {
            var c = part[i];
            var isEdge = (i == 0 && (isDevice || c is '.' or ' ')) || (i == part.Length - 1 && c is '.' or ' ');
            if (isEdge || c is '%' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(c))
                path.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            else
                path.Append(c);
        }
    }

    private static bool TryDecode(string part, StringBuilder name)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != '%')
            {
                name.Append(part[i]);
                continue;
            }

            if (i + 2 >= part.Length || !byte.TryParse(part.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                return false;
            name.Append((char)code);
            i += 2;
        }

        return true;
    }

    private static string Without(string part, string mark) => part.EndsWith(mark, StringComparison.Ordinal) ? part[..^mark.Length] : part;
}
