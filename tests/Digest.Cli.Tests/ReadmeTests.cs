namespace Digest.Tests;

public class ReadmeTests
{
    private static readonly string[] Commands =
    [
        .. File.ReadLines(Path.Combine(Here.Root, "README.md"))
            .Where(line => line.StartsWith("    dotnet ", StringComparison.Ordinal))
            .Select(line => line.Trim()),
    ];

    [Fact]
    public void ItsFirstTwoCommandsBuildTheSeedsAndRunTheTests() =>
        Assert.Equal(["dotnet run -c Release --project src/Digest.Cli -- build seeds --out out", "dotnet test"], Commands[..2]);

    [Fact]
    public void TheGateRunsItsTestCommand() =>
        Assert.Contains(Commands[1] + " || status=$?", File.ReadLines(Path.Combine(Here.Root, ".ci", "run")));

    [Fact]
    public async Task ItsOtherCommandsRun()
    {
        // `serve` runs until it is stopped: ServeTests holds it to what the README says.
        foreach (var command in Commands[2..].Where(command => !command.Contains(" -- serve ", StringComparison.Ordinal)))
        {
            var args = command.Split(" -- ")[1].Split(' ').Select(arg => arg.StartsWith("seeds/", StringComparison.Ordinal) ? Path.Combine(Here.Root, arg) : arg);

            var run = await Run.Digest([.. args]);

            Assert.Equal((command, 0, ""), (command, run.ExitCode, run.Error));
            Assert.NotEmpty(run.Output);
        }
    }
}
