using System.Collections.Immutable;
using System.Security.Cryptography;
using Digest.Editions;
using Digest.Rendering;

namespace Digest.Storage.Flow;

/// <summary>What a message about a changed day came to.</summary>
public enum UpdateResult
{
    /// <summary>A fold that began after the change has it already.</summary>
    Covered,

    /// <summary>The day was folded, and is as it was.</summary>
    Same,

    Drafted,

    /// <summary>The day has no articles.</summary>
    Empty,

    /// <summary>The message was about articles without a date; the days that this touches have messages of their own now.</summary>
    Placed,
}

/// <summary>
/// Folds the facts of a day and renders its draft, through the same core as <c>digest build</c>, so the bytes are the same. Many may do so at once: a draft is replaced on
/// condition that it is still the one that was there before the facts were read, so the last draft has the last facts.
/// </summary>
public static class UpdateDay
{
    private const int Attempts = 30;

    /// <summary>How often one that waits for another's fold looks whether it is done.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>How far the clocks of two machines may differ before a change counts as covered that is not.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(2);

    public static async Task<UpdateResult> RunAsync(DigestFlow flow, DayChanged change, CancellationToken cancel = default)
    {
        // Within a process one fold at a time: what waited is mostly covered by then.
        var gate = flow.Memory.Gate(change.Date is { } day ? StorePaths.Iso(day) : StorePaths.Undated);
        await gate.WaitAsync(cancel);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (await (change.Date is { } date ? InTurnAsync(flow, date, change.At, cancel) : TryPlaceAsync(flow, cancel)) is { } result)
                    return result;
                await Task.Delay(Random.Shared.Next(20 * (attempt + 1)), cancel);
            }
        }
        finally
        {
            gate.Release();
        }

        throw new TimeoutException($"{change}: after {Attempts} attempts others still write the same day.");
    }

    private static async Task<UpdateResult?> TryPlaceAsync(DigestFlow flow, CancellationToken cancel)
    {
        var known = await Homes.ReadAsync(flow, cancel);
        return await Homes.TellAsync(flow, known, await Placements.ReadAsync(flow, null, cancel), null, cancel) ? UpdateResult.Placed : null;
    }

    private static async Task<UpdateResult?> InTurnAsync(DigestFlow flow, DateOnly date, DateTimeOffset changed, CancellationToken cancel)
    {
        var turn = await WaitAsync(flow, date, changed, cancel);
        if (turn is null)
            return UpdateResult.Covered;
        try
        {
            return await TryFoldAsync(flow, date, changed, cancel);
        }
        finally
        {
            await FoldTurn.GiveBackAsync(flow, date, turn, cancel);
        }
    }

    /// <returns>Null where another's fold has the change.</returns>
    private static async Task<string?> WaitAsync(DigestFlow flow, DateOnly date, DateTimeOffset changed, CancellationToken cancel)
    {
        for (; ; await Task.Delay(Look, cancel))
        {
            if (Covers(flow, await Drafts.FindAsync(flow, date, cancel), changed))
                return null;
            if (await FoldTurn.TakeAsync(flow, date, cancel) is { } turn)
                return turn;
        }
    }

    private static bool Covers(DigestFlow flow, DraftRecord? draft, DateTimeOffset changed) =>
        draft is not null && draft.Began > changed + (flow.Settings.Debounce < Skew ? flow.Settings.Debounce : Skew);

    private static async Task<UpdateResult?> TryFoldAsync(DigestFlow flow, DateOnly date, DateTimeOffset changed, CancellationToken cancel)
    {
        // What will be replaced is read before what it is made of: then nobody's newer work can be replaced by older.
        var before = await Drafts.ReadAsync(flow, date, cancel);
        if (Covers(flow, before.Value, changed))
            return UpdateResult.Covered;
        var pastBefore = await flow.Blobs.FindAsync(StorePaths.PastOf(date), cancel);
        var known = await Homes.ReadAsync(flow, cancel);
        var inputs = await DayInputs.ReadAsync(flow, date, cancel);
        if (!await Homes.TellAsync(flow, known, inputs.Placed, date, cancel))
            return null;
        if (before.Value?.Fingerprint == inputs.Fingerprint && pastBefore is not null)
        {
            await Drafts.ConfirmAsync(flow, inputs, before, cancel);
            return UpdateResult.Same;
        }

        if (inputs.Articles.IsEmpty && before.Value is null)
            return UpdateResult.Empty;
        var folded = inputs.Articles.IsEmpty ? null : flow.Memory.Fold(date, inputs.Articles);
        var past = PastDayJson.Write(folded is null ? PastDay.Silent(date) : PastDay.Of(folded));
        var pastHash = Convert.ToHexStringLower(SHA256.HashData(past))[..32];
        // Written even where it is the same: another that folds older facts then sees that it is behind.
        if (!(await flow.Blobs.WriteAsync(StorePaths.PastOf(date), past, WriteCondition.Unchanged(pastBefore?.Entry.ETag), cancel)).IsWritten)
            return null;
        // By the draft too: one that died between writing and telling has left it unwritten there.
        if (before.Value?.Past != pastHash || pastBefore is null || !pastBefore.Content.Span.SequenceEqual(past))
            await TellNextDaysAsync(flow, date, inputs.Placed.Homes().Values.OfType<DateOnly>(), cancel);

        var rendered = folded is null ? null : EditionRenderer.Render(Edition.Draft(flow.Settings.Publication, folded, inputs.Week), inputs.Texts(), flow.Templates);
        await flow.MarkAsync($"{StorePaths.Claims}changed/{StorePaths.Iso(DateOnly.FromDateTime(inputs.Began.UtcDateTime))}/{StorePaths.Iso(date)}", cancel);
        return await Drafts.ReplaceAsync(flow, inputs, rendered, pastHash, before, cancel) ? rendered is null ? UpdateResult.Empty : UpdateResult.Drafted : null;
    }

    /// <summary>The seven days after it compare themselves with this one.</summary>
    private static async Task TellNextDaysAsync(DigestFlow flow, DateOnly date, IEnumerable<DateOnly> homes, CancellationToken cancel)
    {
        var held = homes.ToHashSet();
        await foreach (var folder in flow.Blobs.ListFoldersAsync(StorePaths.Facts, cancel))
        {
            if (StorePaths.TryDate(folder, out var day))
                held.Add(day);
        }

        foreach (var next in Enumerable.Range(1, Week.Length).Select(date.AddDays).Where(held.Contains))
            await flow.Queue.SendAsync(StorePaths.DayChangedQueue, FlowJson.Text(new DayChanged(next, flow.Clock.GetUtcNow())), flow.Settings.Debounce, cancel);
    }
}
