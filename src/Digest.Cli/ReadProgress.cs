using System.Collections.Immutable;
using Spectre.Console;

namespace Digest.Cli;

/// <summary>Work over many files on all cores, with a bar where somebody watches.</summary>
internal static class ReadProgress
{
    /// <returns>A result for each file, in the order of the files.</returns>
    public static ImmutableArray<T> Over<T>(IAnsiConsole console, ImmutableArray<ArticleFile> files, Func<ArticleFile, T> read)
    {
        if (!console.Profile.Capabilities.Ansi)
            return Run(() => { });

        return console.Progress().AutoClear(enabled: true).Start(progress =>
        {
            var bar = progress.AddTask("reading articles", maxValue: files.Length);
            return Run(() => bar.Increment(1));
        });

        ImmutableArray<T> Run(Action oneDone) =>
        [
            .. files.AsParallel().AsOrdered().Select(file =>
            {
                var result = read(file);
                oneDone();
                return result;
            }),
        ];
    }
}
