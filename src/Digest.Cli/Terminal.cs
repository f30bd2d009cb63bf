using Spectre.Console;

namespace Digest.Cli;

/// <summary>
/// Where a person reads: results on standard output, progress and problems on standard error. Colour and widths of a terminal only where there is one
/// (and no NO_COLOR); piped text is plain and wide, so that it can be searched.
/// </summary>
internal static class Terminal
{
    private const int PipedWidth = 1000;

    public static IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter writer, bool isPiped)
    {
        var isPlain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isPiped ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPiped || isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (isPiped)
            console.Profile.Width = PipedWidth;
        return console;
    }
}
