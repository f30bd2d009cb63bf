using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Digest.Rendering;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;

namespace Digest.Functions.Http;

/// <summary>The answers that are not a digest: what is not there, what was asked wrongly, and where to go from there.</summary>
internal static class Site
{
    private const int LongestEcho = 60;

    /// <summary>A page for who wants one, and problem details (RFC 9457) for programs.</summary>
    public static Reply Problem(DigestFlow flow, HttpRequest request, int status, string title, params ImmutableArray<string> lines)
    {
        if (!WantsPage(request))
            return new(status, "application/problem+json", ProblemJson(status, title, string.Join(' ', lines))) { IsOpen = true };
        var home = flow.Settings.Publication.BaseUrl;
        return Reply.Html(status, SitePages.Message(flow.Settings.Publication, new(title, lines, [("Latest digest", $"{home}/digests/latest"), ("Digests by day", $"{home}/digests")]), flow.Templates));
    }

    public static Reply NotFound(DigestFlow flow, HttpRequest request, params ImmutableArray<string> lines) => Problem(flow, request, StatusCodes.Status404NotFound, "There is no such page", lines);

    public static Reply BadRequest(DigestFlow flow, HttpRequest request, string line) => Problem(flow, request, StatusCodes.Status400BadRequest, "This address cannot be read", line);

    /// <summary>What somebody sent, short enough to show; whoever shows it escapes it.</summary>
    public static string Echo(string text) => text.Length <= LongestEcho ? text : $"{text[..LongestEcho]}…";

    public static byte[] ProblemJson(int status, string title, string detail) => Json(json =>
    {
        json.WriteString("title", title);
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);
    });

    public static byte[] Json(Action<Utf8JsonWriter> fields)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        bytes.Write(Encoding.UTF8.GetBytes("\n"));
        return bytes.ToArray();
    }

    private static bool WantsPage(HttpRequest request) =>
        Path.GetExtension(request.Path.Value) is not (".json" or ".txt" or ".xml") && DigestFormat.Accepted(request.Headers) == DigestFormat.Html;
}
