namespace Digest.Storage.Tests.Queues;

/// <summary>What every queue must keep to.</summary>
public abstract class MessageQueueRules
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private readonly TestClock clock = new();
    private readonly IMessageQueue queue;

    protected MessageQueueRules(IStorePlace place)
    {
        queue = place.Open($"q{Guid.NewGuid():N}", clock).Queue;
        Name = $"day-changed-{Guid.NewGuid():N}";
    }

    private string Name { get; }

    /// <summary>Lets time pass, on the clock or on the wall, for a store that has a clock of its own.</summary>
    protected virtual Task Pass(TimeSpan time)
    {
        clock.Advance(time);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("{\"date\":\"2023-11-22\"}")]
    [InlineData("ünïcödé 🕊 <&>\" \n line")]
    [InlineData("")]
    public async Task AMessageComesAsItWasSent(string body)
    {
        await queue.SendAsync(Name, body);

        var message = Assert.Single(await queue.ReceiveAsync(Name, 32, Long));
        Assert.Equal((body, 1, Name), (message.Body, message.Deliveries, message.Queue));
    }

    [Fact]
    public async Task WhatOneHasOthersDoNotSee()
    {
        await queue.SendAsync(Name, "x");
        var message = Assert.Single(await queue.ReceiveAsync(Name, 1, Long));

        Assert.Empty(await queue.ReceiveAsync(Name, 1, Long));
        Assert.True(await queue.CompleteAsync(message));
        Assert.False(await queue.CompleteAsync(message));
    }

    [Fact]
    public async Task WhatIsNotCompletedComesAgainAndTheFirstReceiptIsVoid()
    {
        await queue.SendAsync(Name, "x");
        var first = Assert.Single(await queue.ReceiveAsync(Name, 1, TimeSpan.FromSeconds(1)));
        await Pass(TimeSpan.FromSeconds(1.2));
        var second = Assert.Single(await queue.ReceiveAsync(Name, 1, Long));

        Assert.Equal((first.Id, 2), (second.Id, second.Deliveries));
        Assert.False(await queue.CompleteAsync(first));
        Assert.True(await queue.CompleteAsync(second));
    }

    [Fact]
    public async Task WhatIsReleasedComesAgainAfterItsDelay()
    {
        await queue.SendAsync(Name, "x");
        await queue.ReleaseAsync(Assert.Single(await queue.ReceiveAsync(Name, 1, Long)), TimeSpan.FromSeconds(1));

        Assert.Empty(await queue.ReceiveAsync(Name, 1, Long));
        await Pass(TimeSpan.FromSeconds(1.2));
        Assert.Equal(("x", 2), Assert.Single(await queue.ReceiveAsync(Name, 1, Long)) is var again ? (again.Body, again.Deliveries) : default);
    }

    [Fact]
    public async Task ADelayedMessageIsHiddenAtFirst()
    {
        await queue.SendAsync(Name, "later", TimeSpan.FromSeconds(1));

        Assert.Empty(await queue.ReceiveAsync(Name, 1, Long));
        await Pass(TimeSpan.FromSeconds(1.2));
        Assert.Equal("later", Assert.Single(await queue.ReceiveAsync(Name, 1, Long)).Body);
    }

    [Fact]
    public async Task ManyReceiversShareTheMessagesOut()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => queue.SendAsync(Name, $"{i:D2}")));

        var received = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var mine = new List<string>();
            while (await queue.ReceiveAsync(Name, 5, Long) is { IsEmpty: false } batch)
                mine.AddRange(batch.Select(message => message.Body));
            return mine;
        }));

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"{i:D2}"), received.SelectMany(mine => mine).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AQueueThatNobodySentToIsEmpty() => Assert.Empty(await queue.ReceiveAsync(Name, 32, Long));

    [Theory]
    [InlineData("ab")]
    [InlineData("Upper")]
    [InlineData("-edge")]
    [InlineData("edge-")]
    [InlineData("two--hyphens")]
    [InlineData("../up")]
    public async Task AQueueNameThatAzureRefusesIsRefusedEverywhere(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => queue.SendAsync(name, "x"));
}

public sealed class FolderMessageQueueTests(FolderPlace place) : MessageQueueRules(place), IClassFixture<FolderPlace>;

public sealed class AzureMessageQueueTests(AzuritePlace place) : MessageQueueRules(place), IClassFixture<AzuritePlace>
{
    protected override Task Pass(TimeSpan time) => Task.Delay(time + TimeSpan.FromSeconds(0.5));
}
