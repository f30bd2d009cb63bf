using System.Text;

namespace Digest.Tests;

public class BuildTests
{
    private const string Strike = "May 1, 2024\n\nOLD FORD - Three guards were killed in an air strike on Old Ford on Wednesday, the army said.\n";
    private const string Clash = "May 2, 2024\n\nNEW FORD - At least two rebels were wounded in a clash near New Ford on Thursday, the governor said.\n";

    [Fact]
    public async Task TheSeedsGiveTheDigestsOfTheirTwoDays()
    {
        using var output = new TemporaryFolder();

        var run = await Run.Digest("build", Here.Seeds, "--out", output.Path);

        Assert.Equal((0, "5 of 5 articles read.\n"), (run.ExitCode, run.Error));
        Assert.Equal(["2023-11-22", "2024-01-24"], Written(output).Select(file => file.Name.Split('/')[0]).Distinct());
        foreach (var name in (string[])["page.html", "fragment.html", "email.eml", "email.html", "email.txt", "digest.txt", "digest.json"])
            Assert.Contains(Written(output), file => file.Name == "2023-11-22/" + name && file.Content.Length > 0);
        Assert.Contains(Path.Combine(output.Path, "2024-01-24", "page.html"), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOrderOfTheArticlesDoesNotMatterNorWhereTheyLie()
    {
        using var here = new TemporaryFolder();
        using var there = new TemporaryFolder();
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        string[] names = ["a.txt", "b.txt"];
        string[] texts = [Strike, Clash];
        var files = names.Zip(texts, here.Add).ToArray();
        _ = names.Zip(texts, there.Add).ToArray();

        await Run.Digest(["build", .. files.Reverse(), files[0], "--out", first.Path]);
        await Run.Digest("build", there.Path, "--out", second.Path);

        Assert.NotEmpty(Written(first));
        Assert.Equal(Written(first).Select(Shown), Written(second).Select(Shown));
    }

    [Fact]
    public async Task OneUnreadableArticleIsNamedAndNeverStopsTheRest()
    {
        using var input = new TemporaryFolder();
        using var output = new TemporaryFolder();
        input.Add("good.txt", Strike);
        var empty = input.Add("deeper/empty.txt", " \n");
        input.Add(".hidden/not-an-article.txt", "");

        var run = await Run.Digest("build", input.Path, "--out", output.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(Path.GetRelativePath(Environment.CurrentDirectory, empty) + "(0,0): ", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 2 articles read, 1 could not be.\n", run.Error, StringComparison.Ordinal);
        Assert.Contains(Written(output), file => file.Name == "2024-05-01/page.html");
    }

    [Fact]
    public async Task AnEmptyFolderIsNothingToPublish()
    {
        using var input = new TemporaryFolder();
        using var output = new TemporaryFolder();

        var run = await Run.Digest("build", input.Path, "--out", output.Path);

        Assert.Equal((1, "", "0 of 0 articles read.\nNothing to publish: no article was read.\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Empty(Written(output));
    }

    [Fact]
    public async Task OneDayCanBeAskedForAndAnotherIsSaidToBeMissing()
    {
        using var input = new TemporaryFolder();
        using var output = new TemporaryFolder();
        input.Add("a.txt", Strike);
        input.Add("b.txt", Clash);

        var asked = await Run.Digest("build", input.Path, "--out", output.Path, "--date", "2024-05-02");
        var missing = await Run.Digest("build", input.Path, "--out", output.Path, "--date", "2024-05-03");

        Assert.Equal(0, asked.ExitCode);
        Assert.All(Written(output), file => Assert.StartsWith("2024-05-02/", file.Name, StringComparison.Ordinal));
        Assert.Equal(1, missing.ExitCode);
        Assert.EndsWith("Nothing to publish for 2024-05-03: the articles tell of 2024-05-01, 2024-05-02.\n", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheEditionCountsAsPublishedWhenAsked()
    {
        using var input = new TemporaryFolder();
        using var output = new TemporaryFolder();
        input.Add("a.txt", Strike);

        await Run.Digest("build", input.Path, "--out", output.Path, "--at", "2024-05-01T21:45+01:00");

        var mail = Written(output).Single(file => file.Name.EndsWith(".eml", StringComparison.Ordinal));
        Assert.Contains("Date: Wed, 01 May 2024 20:45:00 +0000\r\n", Shown(mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewsroomsTemplateTakesThePlaceOfOurs()
    {
        using var input = new TemporaryFolder();
        using var output = new TemporaryFolder();
        using var templates = new TemporaryFolder();
        input.Add("a.txt", Strike);
        templates.Add("digest.txt", "our own words\n");

        await Run.Digest("build", input.Path, "--out", output.Path, "--templates", templates.Path);

        Assert.Equal("our own words\n", await File.ReadAllTextAsync(Path.Combine(output.Path, "2024-05-01", "digest.txt")));
    }

    [Fact]
    public async Task ABrokenTemplateIsNamedWithItsPlaceAndNothingIsWritten()
    {
        using var input = new TemporaryFolder();
        using var output = new TemporaryFolder();
        using var templates = new TemporaryFolder();
        input.Add("a.txt", Strike);
        templates.Add("digest.txt", "one\n{{ if }}\n");

        var run = await Run.Digest("build", input.Path, "--out", output.Path, "--templates", templates.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The templates cannot be used: digest.txt(2,", run.Error, StringComparison.Ordinal);
        Assert.Empty(Written(output));
    }

    [Theory]
    [InlineData("seeds", "'--out' is required", "build", "SEEDS")]
    [InlineData("date", "--date is \"22/11/2023\"; expected a date as 2023-11-22.", "build", "SEEDS", "--out", "OUT", "--date", "22/11/2023")]
    [InlineData("at", "--at is \"noon\"; expected a time as 2023-11-22T18:00Z.", "build", "SEEDS", "--out", "OUT", "--at", "noon")]
    [InlineData("folder", "no-such-folder", "build", "no-such-folder", "--out", "OUT")]
    [InlineData("nothing", "FILES", "build", "--out", "OUT")]
    public async Task AWrongCommandLineIsSaidAndNothingIsWritten(string what, string message, params string[] args)
    {
        using var output = new TemporaryFolder();

        var run = await Run.Digest([.. args.Select(arg => arg.Replace("SEEDS", Here.Seeds, StringComparison.Ordinal).Replace("OUT", output.Path, StringComparison.Ordinal))]);

        Assert.Equal((what, 2, ""), (what, run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Written(output));
    }

    private static List<(string Name, byte[] Content)> Written(TemporaryFolder folder) =>
    [
        .. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder.Path, file).Replace('\\', '/'), File.ReadAllBytes(file)))
            .OrderBy(file => file.Item1, StringComparer.Ordinal),
    ];

    private static string Shown((string Name, byte[] Content) file) => file.Name + "\n" + Encoding.UTF8.GetString(file.Content);
}
