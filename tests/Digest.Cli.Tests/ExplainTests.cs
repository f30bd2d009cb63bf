namespace Digest.Tests;

public class ExplainTests
{
    private const string First = "Rockets hit a bus depot in Marsaf\n\nMarsaf, 3 June 2025 - Rockets hit a bus depot in Marsaf on Tuesday, killing four drivers, the health ministry said.\n";
    private const string Second = "Four drivers killed as rockets strike Marsaf depot\n\nMarsaf, 3 June 2025 - Four drivers were killed when rockets hit a bus depot in Marsaf on Tuesday, the health ministry said. Buses stood burnt out until evening.\n";

    [Fact]
    public async Task TwoReportsOfOneAttackAreExplainedByTheRuleAndWhatMadeItHold()
    {
        using var folder = new TemporaryFolder();
        folder.Add("2025-06-03-first.txt", First);
        folder.Add("2025-06-03-second.txt", Second);

        var run = await Run.Digest("explain", folder.Path, "--kind", "event");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("2025-06-03\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("These two reports are of one event:", run.Output, StringComparison.Ordinal);
        Assert.Contains("They agree in kind, day, actor and place as far as told.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("tell one story", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoUploadsOfOneTextAreOneArticle()
    {
        using var folder = new TemporaryFolder();
        folder.Add("2025-06-03-first.txt", First);
        folder.Add("2025-06-03-again.txt", First);

        var run = await Run.Digest("explain", folder.Path, "--about", "again", "--about", "first");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("The two uploads hold the same text", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AlikeReportsFromTwoTownsStayApart()
    {
        using var folder = new TemporaryFolder();
        folder.Add("2025-06-03-first.txt", First);
        folder.Add("2025-06-03-other.txt", First.Replace("Marsaf", "Kelib", StringComparison.Ordinal).Replace("four", "nine", StringComparison.Ordinal));

        var run = await Run.Digest("explain", folder.Path, "--kind", "event");

        Assert.Equal((0, "Nothing here was taken to be one with anything else.\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task AKindThatIsNoneIsRefused()
    {
        using var folder = new TemporaryFolder();

        var run = await Run.Digest("explain", folder.Path, "--kind", "colour");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("colour", run.Error, StringComparison.Ordinal);
    }
}
