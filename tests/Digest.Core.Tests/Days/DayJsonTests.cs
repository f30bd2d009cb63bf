using System.Text;
using System.Text.Json;
using Digest.Days;

namespace Digest.Tests.Days;

public sealed class DayJsonTests
{
    [Fact]
    public void ADayReadBackIsTheDayThatWasWritten()
    {
        foreach (var seed in Enumerable.Range(1, 30))
        {
            var day = RandomFacts.Fold(new RandomFacts(seed).Articles()).Day;
            var record = DayJson.Write(day);

            var read = DayJson.Read(record);

            Assert.Equal(JsonSerializer.Serialize(day), JsonSerializer.Serialize(read));
            Assert.Equal(Encoding.UTF8.GetString(record), Encoding.UTF8.GetString(DayJson.Write(read)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"date\":\"yesterday\"}")]
    public void WhatIsNoDayIsSaidToBeNone(string record) => Assert.Throws<FormatException>(() => DayJson.Read(Encoding.UTF8.GetBytes(record)));
}
