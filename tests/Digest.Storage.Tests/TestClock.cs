namespace Digest.Storage.Tests;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class TestClock(DateTimeOffset? start = null) : TimeProvider
{
    private DateTimeOffset now = start ?? new(2023, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan time) => now += time;

    public void Set(DateTimeOffset time) => now = time;
}
