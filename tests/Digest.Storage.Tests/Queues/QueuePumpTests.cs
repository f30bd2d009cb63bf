namespace Digest.Storage.Tests.Queues;

public sealed class QueuePumpTests(FolderPlace place) : IClassFixture<FolderPlace>
{
    private readonly TestClock clock = new();

    [Fact]
    public async Task EachMessageIsHandledAndGone()
    {
        var queue = place.Open($"{Guid.NewGuid():N}", clock).Queue;
        var handled = new List<string>();
        var pump = new QueuePump(queue, "work", (body, _) =>
        {
            lock (handled)
                handled.Add(body);
            return Task.CompletedTask;
        });
        await queue.SendAsync("work", "a");
        await queue.SendAsync("work", "b");

        Assert.Equal(new(2, 0), await pump.RunOnceAsync());
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await pump.RunOnceAsync()).IsIdle);
        Assert.Equal(["a", "b"], handled.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatAlwaysFailsIsTriedSoOftenAndThenLaidAside()
    {
        var queue = place.Open($"{Guid.NewGuid():N}", clock).Queue;
        var said = new List<(long Delivery, bool IsGivenUp)>();
        var pump = new QueuePump(queue, "work", (body, _) => body == "poison" ? throw new FormatException(body) : Task.CompletedTask, (message, _, isGivenUp) => said.Add((message.Deliveries, isGivenUp))) { MostDeliveries = 3 };
        await queue.SendAsync("work", "poison");
        await queue.SendAsync("work", "good");

        Assert.Equal(new(1, 1), await pump.RunOnceAsync());
        Assert.True((await pump.RunOnceAsync()).IsIdle);
        for (var round = 0; round < 5; round++, clock.Advance(pump.RetryAfter))
            await pump.RunOnceAsync();

        Assert.Equal([(1, false), (2, false), (3, true)], said);
        Assert.Equal("poison", Assert.Single(await queue.ReceiveAsync("work-poison", 32, TimeSpan.FromMinutes(1))).Body);
    }

    [Fact]
    public async Task WhatIsStoppedComesAgain()
    {
        var queue = place.Open($"{Guid.NewGuid():N}", clock).Queue;
        using var stop = new CancellationTokenSource();
        var pump = new QueuePump(queue, "work", async (_, cancel) =>
        {
            await stop.CancelAsync();
            cancel.ThrowIfCancellationRequested();
        });
        await queue.SendAsync("work", "a");

        await Assert.ThrowsAsync<OperationCanceledException>(() => pump.RunOnceAsync(stop.Token));
        clock.Advance(pump.Hidden);

        Assert.Equal(("a", 2), Assert.Single(await queue.ReceiveAsync("work", 1, TimeSpan.FromMinutes(1))) is var again ? (again.Body, again.Deliveries) : default);
    }
}
