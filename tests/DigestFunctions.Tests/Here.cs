namespace Digest.Functions.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class Here
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Seeds => Path.Combine(Root, "seeds");

    /// <summary>The built app, of the same configuration as the tests: what the Functions host would be given.</summary>
    public static string App
    {
        get
        {
            var tests = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(Root, "src", "DigestFunctions", "bin", tests.Parent!.Name, tests.Name);
        }
    }

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "DigestFunctions.sln"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("DigestFunctions.sln is in no folder above the tests."));
}
