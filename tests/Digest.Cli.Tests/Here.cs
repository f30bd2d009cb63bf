namespace Digest.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class Here
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Seeds => Path.Combine(Root, "seeds");

    public static string Fixture(params string[] parts) => Path.Combine([Root, "tests", "Digest.Cli.Tests", .. parts]);

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "DigestFunctions.sln"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("DigestFunctions.sln is in no folder above the tests."));
}

/// <summary>An empty folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("digest-test-").FullName;

    public string Add(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
