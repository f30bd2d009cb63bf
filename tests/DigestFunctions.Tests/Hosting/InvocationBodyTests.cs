using System.Text;
using System.Text.Json;
using Digest.Functions.Hosting;

namespace Digest.Functions.Tests.Hosting;

public sealed class InvocationBodyTests
{
    private static readonly string[] Odd = ["plain", "quoted \" and \\ and \\\\\"", "\u0000\u0001 line\n tab\t", "ünïcödé 🕊 \ud83d\udd4a", "{\"name\":\"[]\"}", "", "\"", "\"\"", "\\"];

    [Fact]
    public async Task TextsComeBackHoweverTheBytesAreCut()
    {
        var random = new Random(1);
        foreach (var text in Odd)
        {
            var body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { Data = new { message = JsonSerializer.Serialize(text) }, Metadata = new { name = JsonSerializer.Serialize(text) } }));
            for (var run = 0; run < 20; run++)
            {
                var read = await InvocationBody.ReadAsync(new Dribble(body, random), CancellationToken.None);
                Assert.Equal((text, text), (read.Text("message"), read.Named("name")));
            }
        }
    }

    [Theory]
    [InlineData('a')]
    [InlineData('\\')]
    [InlineData('"')]
    [InlineData('\u0001')]
    [InlineData('é')]
    public async Task ALongTextIsPassedOverWhateverIsInIt(char repeated)
    {
        foreach (var length in new[] { InvocationBody.LongestText - 3, InvocationBody.LongestText - 2, InvocationBody.LongestText - 1, InvocationBody.LongestText, InvocationBody.LongestText + 1, 3 * InvocationBody.LongestText })
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new { Data = new { upload = new string(repeated, length), after = "still here" }, Metadata = new { name = "\"a.txt\"" } });

            var read = await InvocationBody.ReadAsync(new Dribble(body, new Random(length)), CancellationToken.None);

            Assert.Equal(("still here", "a.txt"), (read.Text("after"), read.Named("name")));
            Assert.True(read.Text("upload").Length <= InvocationBody.LongestText);
        }
    }

    [Fact]
    public async Task WithoutEndThereIsAnEnd() =>
        await Assert.ThrowsAsync<FormatException>(() => InvocationBody.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes("{\"Data\":[" + new string('[', 5 * 1024 * 1024))), CancellationToken.None));

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class Dribble(byte[] content, Random random) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, random.Next(1, Length > 10_000 ? 5000 : 8))], cancellationToken);
    }
}
