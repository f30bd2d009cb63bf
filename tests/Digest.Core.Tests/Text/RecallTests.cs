using Digest.Text;

namespace Digest.Tests.Text;

public class RecallTests
{
    [Theory]
    [InlineData(400, 1)]
    [InlineData(401, 2)]
    public void WhatIsAskedTwiceIsWorkedOutOnceUnlessItIsLongerThanAnyName(int length, int times)
    {
        var asked = 0;
        var lengths = new Recall<string, int>(text =>
        {
            asked++;
            return text.Length;
        }, StringComparer.Ordinal);
        Assert.Equal(length, lengths.Of(new string('a', length)));
        Assert.Equal(length, lengths.Of(new string('a', length)));
        Assert.Equal(times, asked);
    }

    [Theory]
    [InlineData(200, 200, 1)]
    [InlineData(200, 201, 2)]
    public void TwoNamesCountTogether(int first, int second, int times)
    {
        var asked = 0;
        var sums = new Recall<(string A, string B), int>(both =>
        {
            asked++;
            return both.A.Length + both.B.Length;
        });
        for (var i = 0; i < 2; i++)
            Assert.Equal(first + second, sums.Of((new string('a', first), new string('b', second))));
        Assert.Equal(times, asked);
    }
}
