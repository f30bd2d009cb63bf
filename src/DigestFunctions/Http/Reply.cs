using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Digest.Functions.Http;

/// <summary>
/// What an HTTP function answers. Writing it keeps the rules that all answers share: a strong ETag from the bytes, 304 where the reader has them, HEAD without a body,
/// and headers under which a page can run nothing and be framed by nobody.
/// </summary>
internal sealed record Reply(int Status, string ContentType, ReadOnlyMemory<byte> Body) : IResult
{
    /// <summary>RFC 9111; what says nothing is not kept.</summary>
    public string CacheControl { get; init; } = "no-store";

    /// <summary>Null where the answer is not of a moment.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Whether the answer hangs on the Accept header.</summary>
    public bool IsNegotiated { get; init; }

    /// <summary>Whether programs of other sites may read it.</summary>
    public bool IsOpen { get; init; }

    public IEnumerable<(string Name, string Value)> Headers { get; init; } = [];

    public static Reply Html(int status, string html) => new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));

    /// <param name="location">May be relative to the address asked for.</param>
    public static Reply Redirect(string location) => new(StatusCodes.Status307TemporaryRedirect, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"{location}\n"))
    {
        CacheControl = "no-cache",
        IsOpen = true,
        Headers = [("Location", location)],
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var etag = Status == StatusCodes.Status200OK ? $"\"{Convert.ToHexStringLower(SHA256.HashData(Body.Span))[..32]}\"" : null;
        WriteHeaders(response.Headers, etag);
        if (etag is not null && Conditional.HasIt(request.Headers, etag, LastModified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }

    private void WriteHeaders(IHeaderDictionary headers, string? etag)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = ContentPolicy.Of(ContentType, Body.Span);
        headers["Cross-Origin-Resource-Policy"] = IsOpen ? "cross-origin" : "same-origin";
        headers.CacheControl = CacheControl;
        if (etag is not null)
            headers.ETag = etag;
        if (LastModified is { } time)
            headers.LastModified = time.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
        if (IsNegotiated)
            headers.Vary = "Accept";
        if (IsOpen)
        {
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "ETag, Last-Modified, Link";
        }

        foreach (var (name, value) in Headers)
            headers.Append(name, value);
    }
}
