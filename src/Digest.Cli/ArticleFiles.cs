using System.Collections.Immutable;
using Digest.News;

namespace Digest.Cli;

/// <summary>A file to be read as an article.</summary>
/// <param name="Name">
/// What digests call it: its path within the folder that was named, or its file name. So a folder gives the same digest wherever it lies.
/// </param>
internal sealed record ArticleFile(string Name, FileInfo File)
{
    /// <summary>The path to show beside a problem, from the working folder where that is shorter.</summary>
    public string Path => System.IO.Path.GetRelativePath(Environment.CurrentDirectory, File.FullName);
}

/// <summary>The articles of files and folders: every file is read alone, and what cannot be read is a problem beside the rest.</summary>
internal static class ArticleFiles
{
    /// <summary>
    /// The files named and, of folders, all files in them whatever their depth, without those that begin with a full stop or lie in a folder that does.
    /// Each once, in ordinal order of their names, so that the order of naming and of the file system does not matter.
    /// </summary>
    public static ImmutableArray<ArticleFile> Find(IEnumerable<FileSystemInfo> named) =>
    [
        .. named
            .SelectMany(each => each is DirectoryInfo folder ? Under(folder) : [new ArticleFile(each.Name, (FileInfo)each)])
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ThenBy(file => file.File.FullName, StringComparer.Ordinal)
            .DistinctBy(file => file.File.FullName, StringComparer.Ordinal),
    ];

    /// <summary>Reads one file; an undated article has the date of the file's last change as that of its upload.</summary>
    public static ArticleReading Read(ArticleFile file)
    {
        try
        {
            // What is too big to be an article is not read into memory to be told so.
            return file.File.Length > ArticleReader.MostBytes
                ? Unreadable(file, $"has {file.File.Length} bytes; at most {ArticleReader.MostBytes} are read. Give the article's text alone.")
                : ArticleReader.Read(new(file.Name, File.ReadAllBytes(file.File.FullName)) { UploadedAt = new DateTimeOffset(file.File.LastWriteTimeUtc) });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unreadable(file, $"could not be opened: {error.Message}");
        }
    }

    private static IEnumerable<ArticleFile> Under(DirectoryInfo folder) => folder
        .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System })
        .Select(file => new ArticleFile(Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), file))
        .Where(file => !file.Name.Split('/').Any(part => part.StartsWith('.')));

    private static ArticleReading Unreadable(ArticleFile file, string message) => new(null, [new ReadProblem(file.Name, 0, 0, message)]);
}
