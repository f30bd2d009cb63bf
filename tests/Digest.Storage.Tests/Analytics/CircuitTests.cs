using Digest.Storage.Analytics;

namespace Digest.Storage.Tests.Analytics;

public sealed class CircuitTests
{
    private readonly TestClock clock = new();
    private readonly List<string> said = [];
    private readonly Circuit circuit;

    public CircuitTests() => circuit = new(clock, said.Add);

    [Fact]
    public void ItOpensAfterSomeFailuresInARowAndNotBefore()
    {
        Fail(2);
        Assert.True(circuit.Enter());
        circuit.Succeeded();
        Fail(2);
        Assert.False(circuit.IsOpen);
        Assert.Empty(said);

        Fail(1);

        Assert.True(circuit.IsOpen);
        Assert.False(circuit.Enter());
        Assert.Equal(["The text-analytics service is away: status 503. Articles are read without it until 2023-11-22 12:01:00Z."], said);
    }

    [Fact]
    public void AfterThePauseOneRequestGoesToSee()
    {
        Fail(3);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(circuit.Enter());
        Assert.False(circuit.Enter());
        circuit.Succeeded();

        Assert.True(circuit.Enter());
        Assert.Equal("The text-analytics service is back.", said[^1]);
    }

    [Fact]
    public void ThePauseDoublesUpToAQuarterOfAnHour()
    {
        Fail(3);
        foreach (var minutes in new[] { 1, 2, 4, 8, 15, 15 })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.False(circuit.Enter());
            clock.Advance(TimeSpan.FromSeconds(1));
            Fail(1);
        }
    }

    [Fact]
    public void OnesThatWereUnderWayWhenItOpenedChangeNothing()
    {
        Fail(3);
        circuit.Failed("status 503");
        circuit.Failed("status 503");

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(circuit.Enter());
        Assert.Single(said);
    }

    [Fact]
    public void WhatTheServiceAsksForIsKept()
    {
        circuit.Failed("too many requests", isFinal: true, TimeSpan.FromMinutes(7));

        clock.Advance(TimeSpan.FromMinutes(7) - TimeSpan.FromSeconds(1));
        Assert.True(circuit.IsOpen);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(circuit.IsOpen);
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.True(circuit.Enter());
            circuit.Failed("status 503");
        }
    }
}
