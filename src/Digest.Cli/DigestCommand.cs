using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Digest.Cli.Commands;

namespace Digest.Cli;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExampledCommand(string name, string description, string examples) : Command(name, description)
{
    public string Examples => examples;
}

/// <summary>The `digest` command line: its commands and their help.</summary>
internal static class DigestCommand
{
    private const string Start = """
        Start here:
          digest build seeds --out out     the digests of a folder of articles
          digest facts seeds               what was read from each article, with the passages
          digest serve seeds               the same in the browser, as articles come in
          digest <command> --help          a command's options, with examples
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        if (parsed.Action is not ParseErrorAction)
            return await parsed.InvokeAsync();

        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        var names = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        await Console.Error.WriteLineAsync($"`digest {names}--help` says how it is used.");
        return ExitCode.Usage;
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Reads conflict news articles and digests a day: who was reported killed or wounded and by whom, what was said, what happened.")
        {
            BuildCommand.Create(),
            FactsCommand.Create(),
            ExplainCommand.Create(),
            EvaluateCommand.Create(),
            TemplateCommand.Create(),
            ServeCommand.Create(),
            SubscribeCommand.Create(),
            ReplayCommand.Create(),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        root.SetAction(_ => root.Parse("--help").Invoke());
        return root;
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(parseResult.CommandResult.Command is ExampledCommand { Examples: var examples } ? $"Examples:\n{examples}" : Start);
            output.WriteLine();
            output.WriteLine(ExitCode.Help);
            return exitCode;
        }
    }
}
