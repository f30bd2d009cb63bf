using System.Text.Json.Nodes;
using Digest.Cli.Evaluation;

namespace Digest.Tests;

/// <summary>
/// The stored facts and sets are made up or bent from the seeds' gold; beside each lies what `score.py score SET FACTS --json` prints for it.
/// </summary>
public class EvaluateTests
{
    [Theory]
    [InlineData("pitf")]
    [InlineData("airwars")]
    [InlineData("muc4")]
    [InlineData("polnear")]
    public async Task APublicSetScoresAsScorePyScoresIt(string set)
    {
        var run = await Run.Digest("evaluate", Here.Fixture("Evaluation", set + ".jsonl"), "--facts", Here.Fixture("Evaluation", set + ".facts.jsonl"), "--json");

        AssertScore(set, run);
    }

    [Fact]
    public async Task TheSeedsScoreAsScorePyScoresThem()
    {
        var run = await Run.Digest("evaluate", "--facts", Here.Fixture("Evaluation", "seeds.facts.jsonl"), "--json");

        AssertScore("seeds", run);
    }

    [Fact]
    public async Task TheTableAndTheMarkdownShowTheSameFigures()
    {
        var table = await Run.Digest("evaluate", "--facts", Here.Fixture("Evaluation", "seeds.facts.jsonl"));
        var markdown = await Run.Digest("evaluate", "--facts", Here.Fixture("Evaluation", "seeds.facts.jsonl"), "--markdown");

        Assert.Contains("│ casualties numbered │ 0.692 │", table.Output, StringComparison.Ordinal);
        Assert.Contains("| casualties numbered | 0.692 | 0.6 | 0.643 | 9 | 4 | 6 |\n", markdown.Output, StringComparison.Ordinal);
        Assert.Contains("| reactions attributes | stance 0.857 |\n", markdown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', table.Output);
    }

    [Fact]
    public async Task MissesAreListedOnStandardErrorAsManyAsAskedFor()
    {
        var run = await Run.Digest("evaluate", "--facts", Here.Fixture("Evaluation", "seeds.facts.jsonl"), "--misses", "3");

        Assert.Equal(3, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("missed casualties all in 000_76e1fea944d9e358.txt: effect \"killed\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderIsMeasuredWholeSetBySet()
    {
        using var folder = new TemporaryFolder();
        folder.Add("data/pitf.dev.jsonl", await File.ReadAllTextAsync(Here.Fixture("Evaluation", "pitf.jsonl")));
        folder.Add("gold/own.json", """{"articles": [{"name": "one.txt", "date": "2024-05-01", "dateSource": "stated", "casualties": [], "quotations": [], "reactions": [], "events": []}]}""");
        folder.Add("gold/own/one.txt", "May 1, 2024\n\nThe market in Old Ford was quiet.\n");

        var run = await Run.Digest("evaluate", folder.Path, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["own", "pitf.dev"], JsonNode.Parse(run.Output)!.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData("{}", "holds no gold", "")]
    [InlineData("""{"articles": [{"name": "gone.txt"}]}""", "The text gone.txt that", "gold.json")]
    [InlineData("not json", "is neither gold of the seeds' form (.json) nor a known public set (.jsonl)", "gold.json")]
    public async Task WhatCannotBeMeasuredIsSaid(string gold, string message, string file)
    {
        using var folder = new TemporaryFolder();
        folder.Add("gold.json", gold);

        var run = await Run.Digest("evaluate", Path.Combine(folder.Path, file));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0625, "0.062")]                   // a tie goes to the even digit
    [InlineData(0.1875, "0.188")]
    [InlineData(0.8124999999999999, "0.812")]       // no tie, though fifteen digits of it look like one
    [InlineData(0.8125000000000001, "0.813")]
    [InlineData(1, "1.0")]
    [InlineData(0.95, "0.95")]
    [InlineData(2d / 3, "0.667")]
    public void RatiosAreRoundedAsPythonRounds(double value, string rounded) =>
        Assert.Equal(rounded, Score.Rounded(value).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Kataib Hezbollah", "the Kataib Hezbollah group", true)]
    [InlineData("Mr Doğan", "Dr Dogan", false)]
    [InlineData("US officials", "US", true)]
    [InlineData("the army’s chief", "army chief", true)]
    [InlineData("of the", "the of", false)]                            // nothing but small words: these must be the same ones
    [InlineData(null, "", true)]
    public void NamesAgreeWhenHalfOfTheShorterIsInTheOther(string? left, string? right, bool agree)
    {
        Assert.Equal(agree, Agreement.SameName(left, right));
        Assert.Equal(agree, Agreement.SameName(right, left));
    }

    private static void AssertScore(string set, Run run)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var expected = JsonNode.Parse(File.ReadAllText(Here.Fixture("Evaluation", set + ".score.json")));
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(run.Output)), run.Output);
    }
}
