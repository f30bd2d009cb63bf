namespace Digest.Tests;

public sealed class ReplayTests : IDisposable
{
    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("digest-replay-");

    public void Dispose() => store.Delete(recursive: true);

    [Fact]
    public async Task WhatWasPutRightIsReadAndLeavesQuarantine()
    {
        Put("good.txt", "KHERSON, November 22, 2023 — Shelling killed three people in Kherson on Wednesday, the governor said.");
        Put("bad.docx", "no archive");

        var first = await Run.Digest("replay", "articles/good.txt", "articles/bad.docx", "articles/none.txt", "--folder", store.FullName);

        Assert.Equal(1, first.ExitCode);
        Assert.Equal("articles/good.txt: read, for 2023-11-22.", first.Lines[0]);
        Assert.StartsWith("articles/bad.docx: cannot be read: bad.docx(0,0): ", first.Lines[1], StringComparison.Ordinal);
        Assert.Equal("articles/none.txt: is not there; what was known of it is taken back.", first.Lines[2]);

        var second = await Run.Digest("replay", "--folder", store.FullName);
        Assert.Equal((1, 1), (second.ExitCode, second.Lines.Length));

        File.Delete(Path.Combine(store.FullName, "articles", "bad.docx"));
        await Run.Digest("replay", "--folder", store.FullName);
        var third = await Run.Digest("replay", "--folder", store.FullName);
        Assert.Equal((0, ""), (third.ExitCode, third.Output));
    }

    [Fact]
    public async Task WithoutAWordTheUsualStoreHereIsMeant()
    {
        store.CreateSubdirectory("digest-store/articles");
        File.WriteAllText(Path.Combine(store.FullName, "digest-store", "articles", "good.txt"), "KHERSON, November 22, 2023 — Shelling killed three people in Kherson on Wednesday, the governor said.");

        var run = await Run.DigestIn(store.FullName, "", "replay", "articles/good.txt");

        Assert.Equal((0, "articles/good.txt: read, for 2023-11-22."), (run.ExitCode, run.Output.Trim()));
    }

    [Theory]
    [InlineData("\"facts/x.json\" is no upload; expected a name such as articles/report.txt.", "facts/x.json", "--folder", ".")]
    [InlineData("No setting says where the digest's storage is; expected one of DigestFolder (a folder), DigestStorage (a connection string), or DigestStorage__blobServiceUri with DigestStorage__queueServiceUri (an account's addresses).")]
    public async Task AWrongCommandLineIsSaidToBe(string expected, params string[] arguments)
    {
        var run = await Run.Digest(["replay", .. arguments.Select(argument => argument == "." ? store.FullName : argument)]);

        Assert.Equal((2, expected), (run.ExitCode, run.Error.Trim()));
    }

    private void Put(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(store.FullName, "articles"));
        File.WriteAllText(Path.Combine(store.FullName, "articles", name), text);
    }
}
