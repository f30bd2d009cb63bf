using System.CommandLine;
using System.Globalization;

namespace Digest.Cli.Commands;

/// <summary>`digest build`: from a folder of articles to the digest of each day they tell of.</summary>
internal static class BuildCommand
{
    private static readonly Argument<FileSystemInfo[]> Files = new("FILES")
    {
        Description = "Articles, or folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<DirectoryInfo> Out = new("--out", "-o") { Description = "The folder to write to; each day gets a folder in it, named by its date.", Required = true };

    private static readonly Option<DateOnly?> Date = new("--date", "-d")
    {
        Description = "Only the digest of this day, as 2023-11-22.",
        CustomParser = result => DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Refuse<DateOnly?>(result, $"--date is \"{result.Tokens[0].Value}\"; expected a date as 2023-11-22."),
    };

    private static readonly Option<DateTimeOffset?> At = new("--at")
    {
        Description = "When the editions count as published, as 2023-11-22T18:00Z. Without it, at 18:00 UTC of their day, so that every run gives the same bytes.",
        CustomParser = result => DateTimeOffset.TryParseExact(
            result.Tokens[0].Value, ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : Refuse<DateTimeOffset?>(result, $"--at is \"{result.Tokens[0].Value}\"; expected a time as 2023-11-22T18:00Z."),
    };

    private static readonly Option<DirectoryInfo> Templates = new("--templates") { Description = "A folder whose templates take the place of those of the same name that come with the program." };

    public static Command Create()
    {
        Files.AcceptExistingOnly();
        Templates.AcceptExistingOnly();
        var command = new ExampledCommand("build", "Builds the digest of each day that the articles tell of: page, email, text, JSON.", """
              digest build seeds --out out                        every day of the articles in a folder
              digest build a.txt b.txt --out out -d 2023-11-22    one day of two articles
              digest build incoming --out out 2> problems.txt     with the unreadable articles in a file
            """)
        {
            Files, Out, Date, At, Templates,
        };
        command.SetAction(parsed => DigestBuild.Run(new BuildOrder(
            ArticleFiles.Find(parsed.GetValue(Files)!), parsed.GetValue(Out)!, parsed.GetValue(Date), parsed.GetValue(At), parsed.GetValue(Templates))));
        return command;
    }

    private static T? Refuse<T>(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
