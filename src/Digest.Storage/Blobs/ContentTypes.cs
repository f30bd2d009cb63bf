namespace Digest.Storage;

/// <summary>The media type that a stored file is given by its name's ending.</summary>
public static class ContentTypes
{
    public static string Of(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        ".json" when name.EndsWith("/feed.json", StringComparison.Ordinal) => "application/feed+json",
        ".json" => "application/json",
        ".xml" when name.EndsWith("/atom.xml", StringComparison.Ordinal) => "application/atom+xml",
        ".xml" when name.EndsWith("/rss.xml", StringComparison.Ordinal) => "application/rss+xml",
        ".eml" => "message/rfc822",
        ".zip" => "application/zip",
        _ => "application/octet-stream",
    };
}
