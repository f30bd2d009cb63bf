using System.Security.Cryptography;
using System.Text;

namespace Digest.Storage;

/// <summary>
/// One writer at a time for a name, across threads and processes: an in-process gate, then a file that is open to one process only. The system lets go of
/// it when a process ends, however it ends.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const int Stripes = 64;

    private readonly string folder;
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    public FolderLock(string folder)
    {
        Directory.CreateDirectory(folder);
        this.folder = folder;
    }

    public async Task<IDisposable> TakeAsync(string name, CancellationToken cancel)
    {
        var stripe = SHA256.HashData(Encoding.UTF8.GetBytes(name))[0] % Stripes;
        var gate = gates[stripe];
        await gate.WaitAsync(cancel);
        try
        {
            return new Held(gate, await OpenAsync(Path.Combine(folder, $"{stripe:D2}.lock"), cancel));
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var gate in gates)
            gate.Dispose();
    }

    private static async Task<FileStream> OpenAsync(string path, CancellationToken cancel)
    {
        for (var wait = 1; ; wait = Math.Min(wait * 2, 50))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException error) when (error is not DirectoryNotFoundException)
            {
                await Task.Delay(wait, cancel);
            }
        }
    }

    private sealed class Held(SemaphoreSlim gate, FileStream file) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            gate.Release();
        }
    }
}
