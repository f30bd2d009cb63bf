using System.CommandLine;
using Digest.Rendering;
using Digest.Storage;

namespace Digest.Cli.Commands;

/// <summary>`digest template check`: what is wrong with a newsroom's templates, before an edition depends on them.</summary>
internal static class TemplateCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new("FOLDER") { Description = "A folder of templates, each to take the place of the one of the same name that comes with the program." };

    public static Command Create()
    {
        Folder.AcceptExistingOnly();
        var check = new ExampledCommand("check", "Says what is wrong with a folder's templates, as file(line,column): message.", """
              digest template check newsroom/templates     yours, together with those of ours that you keep
            """)
        {
            Folder,
        };
        check.SetAction(parsed => Check(parsed.GetValue(Folder)!));
        return new Command("template", "Works on templates: docs/templates.md describes them.") { check };
    }

    private static int Check(DirectoryInfo folder)
    {
        var own = TemplateFiles.Read(folder.FullName);
        var problems = TemplateCheck.Of(TemplateFiles.ReadShipped(), own);
        foreach (var problem in problems)
            Console.Error.WriteLine(own.Any(template => template.Key == problem.Template) ? Path.Combine(folder.ToString(), problem.Message) : problem.Message);
        if (problems.Count == 0)
            Console.WriteLine(own.IsEmpty ? $"{folder} holds no template: those that come with the program are used." : $"Nothing is wrong with {string.Join(", ", own.Select(template => template.Key))}.");
        return problems.Count == 0 ? ExitCode.Fine : ExitCode.Incomplete;
    }
}
