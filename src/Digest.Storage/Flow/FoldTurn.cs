namespace Digest.Storage.Flow;

/// <summary>
/// Whose turn it is to fold a day: <c>folds/{day}/turn.json</c>. It saves work and guards nothing: where two fold at once, one of the drafts is refused by its condition.
/// </summary>
internal static class FoldTurn
{
    /// <summary>How long others wait for one that may have died.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    internal sealed record Turn(string Holder, DateTimeOffset Until);

    /// <returns>What to give the turn back with; null where another has it.</returns>
    public static async Task<string?> TakeAsync(DigestFlow flow, DateOnly date, CancellationToken cancel)
    {
        var (turn, etag) = await flow.Blobs.RecordAsync<Turn>(StorePaths.TurnOf(date), cancel);
        if (turn is not null && turn.Until > flow.Clock.GetUtcNow())
            return null;
        var mine = new Turn(Guid.NewGuid().ToString("N"), flow.Clock.GetUtcNow() + Longest);
        return (await flow.Blobs.WriteAsync(StorePaths.TurnOf(date), FlowJson.Bytes(mine), WriteCondition.Unchanged(etag), cancel)).ETag;
    }

    public static Task GiveBackAsync(DigestFlow flow, DateOnly date, string turn, CancellationToken cancel) =>
        flow.Blobs.DeleteAsync(StorePaths.TurnOf(date), WriteCondition.Matches(turn), cancel);
}
