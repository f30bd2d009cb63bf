namespace Digest.Tests.Text;

public class SentenceTests
{
    [Theory]
    [InlineData("Five died. Two were hurt.", 2)]
    [InlineData("Gen. Ali spoke. Nobody answered.", 2)]
    [InlineData("It hit the U.S. Central Command post.", 1)]
    [InlineData("It happened in the U.S. The army was told.", 2)]
    [InlineData("“They came at noon. They shot,” he said.", 2)]
    [InlineData("“Who did it?” he asked.", 1)]
    [InlineData("He said: “Stop.” The man ran.", 2)]
    [InlineData("On Oct. 17 the attacks began.", 1)]
    [InlineData("At 3 p.m. they left.", 1)]
    [InlineData("Roads closed at 3 p.m. Police stayed.", 1)] // a proper start would need more than a capital
    [InlineData("He lost No. 3 to J. Smith.", 1)]
    [InlineData("None were killed, he said... and left.", 1)]
    [InlineData("(Nine died.) Others fled.", 2)]
    [InlineData("No. 4 company fell back. It lost two men.", 2)]
    public void SentencesEndWhereAReaderEndsThem(string text, int count) =>
        Assert.Equal(count, Some.Document(text).Sentences.Length);
}
