namespace Digest.Tests;

public class TemplateTests
{
    [Fact]
    public async Task AFolderOfGoodTemplatesPasses()
    {
        using var folder = new TemporaryFolder();
        folder.Add("digest.txt", "{{ digest.headline }}\n");

        var run = await Run.Digest("template", "check", folder.Path);

        Assert.Equal((0, "Nothing is wrong with digest.txt.\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task AProblemIsSaidWithFileLineAndColumn()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Add("digest.txt", "{{ digest.headline }}\n{{ digest.headlin }}\n");

        var run = await Run.Digest("template", "check", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(file + "(2,", run.Error, StringComparison.Ordinal);
    }
}
