using System.Text.Json.Nodes;

namespace Digest.Tests;

public class FactsTests
{
    [Fact]
    public async Task EachLineReadGivesOneLineInTheSameOrder()
    {
        var input = string.Concat(Enumerable.Range(0, 300).Select(number =>
            $"{{\"id\": \"n{number}\", \"date\": \"2024-05-01\", \"text\": \"{string.Concat(Enumerable.Repeat("The army said three men died. ", number % 17 == 0 ? 60 : 1))}\"}}\n"));

        var run = await Run.DigestOn(input, "facts", "--jsonl");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(Enumerable.Range(0, 300).Select(number => $"n{number}"), run.Lines.Select(line => (string?)JsonNode.Parse(line)!["id"]));
    }

    [Theory]
    [InlineData("oops", "line 2: not JSON at byte 1. Expected {\"id\", \"text\", \"date\"?, \"title\"?} as one line of JSON.", null)]
    [InlineData("", "line 2: not JSON at byte 1.", null)]
    [InlineData("[1]", "line 2: this is array, not an object.", null)]
    [InlineData("{\"id\": \"b\"}", "line 2: \"text\" is missing.", "b")]
    [InlineData("{\"id\": \"b\", \"text\": 7}", "line 2: \"text\" is 7, not a string.", "b")]
    [InlineData("{\"id\": \"b\", \"text\": \"Quiet.\", \"date\": \"1 May\"}", "line 2: \"date\" is \"1 May\", not a date as 2023-11-22.", "b")]
    [InlineData("{\"text\": \"Quiet.\"}", "line 2: \"id\" is missing.", null)]
    public async Task ABrokenLineIsReportedInItsPlaceAndTheRestGoesOn(string broken, string message, string? id)
    {
        var run = await Run.DigestOn($$"""{"id": "a", "text": "Quiet."}{{"\n"}}{{broken}}{{"\n"}}{"id": "c", "text": "Quiet."}""", "facts", "--jsonl");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(["a", id, "c"], run.Lines.Select(line => (string?)JsonNode.Parse(line)!["id"]));
        Assert.Equal(run.Error.TrimEnd(), (string?)JsonNode.Parse(run.Lines[1])!["error"]);
    }

    [Fact]
    public async Task NoInputGivesNoOutput()
    {
        var run = await Run.Digest("facts", "--jsonl");

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task AnArticleWithoutADateIsReadForTheDayOfOneThatTellsItsStory()
    {
        const string Dated = "BAIDOA, June 4, 2026 (Wire) - A car bomb killed seven people at a market in Baidoa on Thursday, police said.\n\n\"We lost seven of our neighbours in one morning,\" said Asha Warsame, a trader.";
        const string Undated = "A car bomb killed seven people at a market in Baidoa, police said on Thursday.\n\n\"We lost seven of our neighbours in one morning,\" said Asha Warsame, a trader.";
        const string Apart = "A landslide closed the road to Popayan, the mayor said on Thursday.";
        var run = await Run.DigestOn(string.Join('\n', Line("a", Undated), Line("b", Dated), Line("c", Apart)), "facts", "--jsonl");

        var (undated, dated, apart) = (JsonNode.Parse(run.Lines[0])!, JsonNode.Parse(run.Lines[1])!, JsonNode.Parse(run.Lines[2])!);
        Assert.Equal(("2026-06-04", "inferred"), ((string?)undated["article"]!["date"], (string?)undated["article"]!["dateSource"]));
        Assert.All(undated["events"]!.AsArray(), happening => Assert.Equal("2026-06-04", (string?)happening!["date"]));
        Assert.Equal("stated", (string?)dated["article"]!["dateSource"]);
        Assert.Equal((null, "unknown"), ((string?)apart["article"]!["date"], (string?)apart["article"]!["dateSource"]));

        static string Line(string id, string text) => new JsonObject { ["id"] = id, ["text"] = text }.ToJsonString();
    }

    [Fact]
    public async Task SpansCountTheTextAsItWasGiven()
    {
        var text = "\uFEFFBAGHDAD \u2014 \U0001F4F0 Three soldiers were killed, the army said.\r\n\r\n\"We will answer this,\" the minister said.";
        var input = new JsonObject { ["id"] = "a", ["text"] = text }.ToJsonString();

        var run = await Run.DigestOn(input, "facts", "--jsonl");

        var facts = JsonNode.Parse(run.Lines.Single())!;
        foreach (var fact in facts["casualties"]!.AsArray().Concat(facts["reactions"]!.AsArray()).Concat(facts["events"]!.AsArray()))
            Assert.Equal((string?)fact!["evidence"], text[(int)fact["span"]!["start"]!..(int)fact["span"]!["end"]!]);
        foreach (var quotation in facts["quotations"]!.AsArray())
            Assert.Equal((string?)quotation!["quote"], text[(int)quotation["span"]!["start"]!..(int)quotation["span"]!["end"]!]);
    }

    [Fact]
    public async Task FilesAreListedForAPersonWithTheirDateAndPassages()
    {
        var run = await Run.Digest("facts", Here.Seeds);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("000_76e1fea944d9e358.txt\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("2023-11-22 (stated)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task AnUnreadableFileIsNamedAndTheRestIsShown()
    {
        using var folder = new TemporaryFolder();
        folder.Add("a.txt", "May 1, 2024\n\nThe army said three men died in an air strike.\n");
        var empty = folder.Add("b.txt", "");

        var run = await Run.Digest("facts", "--json", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("a.txt", (string?)JsonNode.Parse(Assert.Single(run.Lines))!["id"]);
        Assert.Contains(Path.GetFileName(empty) + "(0,0): ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facts")]
    [InlineData("facts", "--jsonl", "--json")]
    [InlineData("facts", "no-such-file.txt")]
    [InlineData("evaluate", "--facts", "no-such-file.jsonl")]
    [InlineData("fatcs")]
    public async Task AWrongCommandLineIsExplainedOnStandardErrorAndEndsWith2(params string[] args)
    {
        var run = await Run.Digest(args);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("--help` says how it is used.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Start here:")]
    [InlineData("Examples:", "facts")]
    [InlineData("Examples:", "evaluate")]
    public async Task HelpShowsExamplesAndExitCodes(string heading, params string[] command)
    {
        var run = await Run.Digest([.. command, "--help"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(heading, run.Output, StringComparison.Ordinal);
        Assert.Contains("  2  the command line is wrong; nothing was done", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutACommandTheHelpIsShown()
    {
        var run = await Run.Digest();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Start here:", run.Output, StringComparison.Ordinal);
    }
}
