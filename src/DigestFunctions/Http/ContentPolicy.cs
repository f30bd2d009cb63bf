using System.Security.Cryptography;

namespace Digest.Functions.Http;

/// <summary>The Content-Security-Policy of an answer: nothing is loaded and nothing runs; of a page's own styles, those that stand in it.</summary>
internal static class ContentPolicy
{
    private const string Nothing = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

    public static string Of(string contentType, ReadOnlySpan<byte> body) => contentType.StartsWith("text/html", StringComparison.Ordinal)
        ? $"default-src 'none'; {Styles(body)}base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
        : Nothing;

    private static string Styles(ReadOnlySpan<byte> html)
    {
        var hashes = "";
        for (var rest = html; rest.IndexOf("<style>"u8) is >= 0 and var start;)
        {
            rest = rest[(start + "<style>"u8.Length)..];
            if (rest.IndexOf("</style>"u8) is not (>= 0 and var length))
                break;
            hashes += $" 'sha256-{Convert.ToBase64String(SHA256.HashData(rest[..length]))}'";
            rest = rest[length..];
        }

        return hashes.Length == 0 ? "" : $"style-src{hashes}; ";
    }
}
