using System.Globalization;
using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Digest.Storage;

/// <summary>
/// Blobs as files in a folder, for one machine and as many processes as one likes. A file is written beside and renamed into place, so a reader sees one
/// version or the other; conditions are checked and kept under a lock that other processes respect. Files that people put into it are blobs too.
/// </summary>
/// <remarks>
/// An ETag is made of the content's hash and the time of the last change: a version that was put back has another ETag unless both are the same, and then
/// nothing tells the two apart. On a file system that ignores case, names that differ in case only are one. Links within a container are not followed: whoever may put an article into
/// the folder may not have other files of the machine read for it. (A container's folder may itself be one.)
/// </remarks>
public sealed class FolderBlobStore : IBlobStore, IDisposable
{
    private const string LockFolder = ".locks";
    private const string DraftFolder = ".writing";

    private readonly string root;
    private readonly FolderLock locks;

    public FolderBlobStore(string folder)
    {
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        locks = new(Path.Combine(root, LockFolder));
        Directory.CreateDirectory(Path.Combine(root, DraftFolder));
    }

    public async Task<BlobReading> ReadAsync(string name, long mostBytes, CancellationToken cancel = default)
    {
        BlobNames.Split(name);
        try
        {
            await using var file = Open(Locate(name));
            var (length, changed) = (file.Length, File.GetLastWriteTimeUtc(file.SafeFileHandle));
            if (length > mostBytes)
                return new BlobReading.TooBig(new(name, await ETagOf(file, changed, cancel), length, Time(changed)));
            var content = new byte[length];
            // A file that somebody is still writing in place may be shorter than it said; its ETag is of what was read.
            var read = await file.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancel);
            var bytes = content.AsMemory(0, read);
            return new BlobReading.Found(new(name, ETagOf(SHA256.HashData(bytes.Span), changed), read, Time(changed)), bytes, null);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return new BlobReading.Missing();
        }
    }

    public async Task<BlobWriting> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancel = default)
    {
        BlobNames.Split(name);
        var draft = Path.Combine(root, DraftFolder, Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(content, cancel);
                file.Flush(flushToDisk: true);
            }

            using (await locks.TakeAsync(name, cancel))
            {
                var path = Locate(name);
                if (!condition.Holds(condition == WriteCondition.None ? null : await CurrentAsync(path, cancel)))
                    return default;
                var changed = File.GetLastWriteTimeUtc(draft);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Move(draft, path, overwrite: true);
                return new(ETagOf(SHA256.HashData(content.Span), changed));
            }
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public async Task<bool> DeleteAsync(string name, WriteCondition condition, CancellationToken cancel = default)
    {
        BlobNames.Split(name);
        using (await locks.TakeAsync(name, cancel))
        {
            var path = Locate(name);
            if (!condition.Holds(await CurrentAsync(path, cancel)))
                return false;
            if (File.Exists(path))
                File.Delete(path);
            return true;
        }
    }

    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        BlobNames.SplitPrefix(prefix);
        foreach (var (name, path) in Files(prefix))
        {
            cancel.ThrowIfCancellationRequested();
            if (await EntryAsync(name, path, cancel) is { } entry)
                yield return entry;
        }
    }

    public async IAsyncEnumerable<string> ListFoldersAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        BlobNames.SplitPrefix(prefix);
        await Task.CompletedTask;
        var last = "";
        foreach (var (name, _) in Files(prefix))
        {
            cancel.ThrowIfCancellationRequested();
            var slash = name.IndexOf('/', prefix.Length);
            if (slash < 0 || string.Equals(name[prefix.Length..slash], last, StringComparison.Ordinal))
                continue;
            last = name[prefix.Length..slash];
            yield return last;
        }
    }

    public void Dispose() => locks.Dispose();

    private FileStream Open(string path) => IsReachedByLink(path)
        ? throw new FileNotFoundException("A link in a store's folder is not followed.")
        : new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);

    private async Task<string?> CurrentAsync(string path, CancellationToken cancel) => (await EntryAsync("", path, cancel))?.ETag;

    private async Task<BlobEntry?> EntryAsync(string name, string path, CancellationToken cancel)
    {
        try
        {
            await using var file = Open(path);
            var (length, changed) = (file.Length, File.GetLastWriteTimeUtc(file.SafeFileHandle));
            return new(name, await ETagOf(file, changed, cancel), length, Time(changed));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task<string> ETagOf(FileStream file, DateTime changed, CancellationToken cancel) => ETagOf(await SHA256.HashDataAsync(file, cancel), changed);

    private static string ETagOf(byte[] hash, DateTime changed) =>
        string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}-{changed.Ticks:x}");

    private static DateTimeOffset Time(DateTime utc) => new(utc, TimeSpan.Zero);

    /// <summary>Where a blob is: at its own path, or at its plain name where somebody put it there.</summary>
    private string Locate(string name)
    {
        var path = Full(FileNames.PathOf(name));
        if (File.Exists(path))
            return path;
        return Plain(name) ?? (FileNames.Unescaped(name) is { } raw ? Plain(raw) : null) ?? path;
    }

    /// <summary>The file that people gave just this name; null where there is none, or where it is another name's own path.</summary>
    private string? Plain(string name)
    {
        if (name.Split('/').Any(part => part is "" || part[0] == '.') || FileNames.NameOf(name) is not null)
            return null;
        // As the system reads it: where a backslash is a separator, a part may hold steps.
        var plain = Path.GetFullPath(Full(name));
        return plain.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(plain) ? plain : null;
    }

    /// <summary>Whether it, or a folder of its container on the way to it, is a link.</summary>
    private bool IsReachedByLink(string path)
    {
        var parts = Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar);
        for (var count = parts.Length; count > 1; count--)
        {
            if (new FileInfo(Path.Combine([root, .. parts[..count]])).LinkTarget is not null)
                return true;
        }

        return false;
    }

    private string Full(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    private List<(string Name, string Path)> Files(string prefix)
    {
        var container = Path.Combine(root, prefix[..prefix.IndexOf('/', StringComparison.Ordinal)]);
        var start = Deepest(container, prefix);
        if (!Directory.Exists(start))
            return [];
        // What begins with a full stop is a tool's own file, not an upload; ours are %-encoded.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System };
        var files = new FileSystemEnumerable<string>(start, static (ref FileSystemEntry entry) => entry.ToFullPath(), options)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory && !IsLink(ref entry),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        var found = files
            .Select(path => (Name: Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'), Path: path))
            .Where(file => !file.Name.Split('/').Any(part => part[0] == '.'))
            .Select(file => (Name: FileNames.NameOf(file.Name) ?? (BlobNames.IsLegal(file.Name) ? file.Name : FileNames.Escaped(file.Name)), file.Path))
            .Where(file => BlobNames.IsLegal(file.Name))
            .Where(file => file.Name.StartsWith(prefix, StringComparison.Ordinal))
            .ToList();
        found.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return found;
    }

    // Some systems mark files as special that are no links (those that lie in a cloud).
    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.ToFileSystemInfo().LinkTarget is not null;

    /// <summary>The folder to begin at: as deep as the prefix's whole parts are written the same in a name and in a path.</summary>
    private string Deepest(string container, string prefix)
    {
        var end = prefix.LastIndexOf('/');
        var whole = prefix[..end];
        var plain = whole.Split('/').All(part => part.Length is > 0 and < 64 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'));
        return plain ? Full(whole) : container;
    }
}
