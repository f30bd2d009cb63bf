using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Digest.Functions.Http;

/// <summary>Whether the reader has what would be sent (RFC 9110, section 13).</summary>
internal static class Conditional
{
    /// <param name="etag">Of what would be sent, with its quotation marks.</param>
    public static bool HasIt(IHeaderDictionary headers, string etag, DateTimeOffset? lastModified)
    {
        // Where If-None-Match is given, If-Modified-Since is not looked at.
        if (headers.IfNoneMatch.Count > 0)
            return headers.IfNoneMatch.Any(list => Names(list ?? "", etag));
        return lastModified is { } time && headers.IfModifiedSince is [{ } since]
            && DateTimeOffset.TryParseExact(since, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var had)
            && time.ToUnixTimeSeconds() <= had.ToUnixTimeSeconds();
    }

    /// <summary>Whether a list of tags has this one, weak ones too: for reading, a weak tag is as good.</summary>
    private static bool Names(string list, string etag)
    {
        // A tag may hold commas: the list is walked tag by tag.
        var rest = list.AsSpan().Trim();
        if (rest is "*")
            return true;
        while (!rest.IsEmpty)
        {
            rest = rest.TrimStart(", \t");
            if (rest.StartsWith("W/", StringComparison.Ordinal))
                rest = rest[2..];
            if (rest.IsEmpty || rest[0] != '"')
                return false;
            var length = rest[1..].IndexOf('"') + 2;
            if (length < 2)
                return false;
            if (rest[..length].SequenceEqual(etag))
                return true;
            rest = rest[length..];
        }

        return false;
    }
}
