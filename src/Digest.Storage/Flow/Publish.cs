using System.Collections.Immutable;
using System.Globalization;
using Digest.Days;
using Digest.Editions;
using Digest.Rendering;

namespace Digest.Storage.Flow;

/// <summary>
/// From drafts to editions. A day's first edition goes out when its hour has come. After that, an edition that corrects us goes out at once, to those who had the wrong one;
/// new reporting waits for the hour to strike again. An edition's number is claimed with everything it will hold, so however often, by however many and however cut off this runs,
/// each number is one edition, whole in the end.
/// </summary>
public static class Publish
{
    /// <summary>For so many days after a day last changed it is looked at.</summary>
    private const int DaysLookedBack = 14;

    /// <summary>Publishes whatever is due, and finishes what was begun.</summary>
    /// <returns>What was published or finished, oldest day first.</returns>
    public static async Task<ImmutableArray<EditionRecord>> RunDueAsync(DigestFlow flow, CancellationToken cancel = default)
    {
        var published = ImmutableArray.CreateBuilder<EditionRecord>();
        foreach (var date in await ChangedAsync(flow, cancel))
        {
            if (await RunDayAsync(flow, date, cancel) is { } edition)
                published.Add(edition);
        }

        return published.ToImmutable();
    }

    /// <summary>Publishes the next edition of a day if one is due, or finishes the last.</summary>
    /// <returns>Null where nothing was to be done.</returns>
    public static async Task<EditionRecord?> RunDayAsync(DigestFlow flow, DateOnly date, CancellationToken cancel = default)
    {
        var claims = await ClaimsAsync(flow, date, cancel);
        var number = claims.Where(claim => claim.EndsWith(Bundle, StringComparison.Ordinal)).Select(claim => int.Parse(claim[..^Bundle.Length], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
        if (number > 0 && !claims.Contains(Name(number, Done)))
            return await FinishAsync(flow, date, number, cancel);
        var (draft, _) = await Drafts.ReadAsync(flow, date, cancel);
        if (draft is null || claims.Contains(Same + draft.Fingerprint))
            return null;
        var earlier = number > 0 ? await EditionShelf.OfAsync(flow, date, cancel) : [];
        if (number > 0 && earlier.LastOrDefault()?.Number != number)
            throw new InvalidOperationException($"Edition {number} of {StorePaths.Iso(date)} is marked as done and its files are not there; restore them from {Claim(flow, date, number, Bundle)}.");
        var now = flow.Clock.GetUtcNow();
        if (number == 0 ? draft.Folder is null || !flow.Settings.Schedule.IsDue(date, now) : earlier[^1].Fingerprint == draft.Fingerprint)
            return null;
        return await NextAsync(flow, date, earlier, now, cancel);
    }

    private static async Task<EditionRecord?> NextAsync(DigestFlow flow, DateOnly date, ImmutableArray<EditionRecord> earlier, DateTimeOffset now, CancellationToken cancel)
    {
        // The facts themselves and not the draft: a draft may be a moment behind.
        var inputs = await DayInputs.ReadAsync(flow, date, cancel);
        var day = inputs.Articles.IsEmpty ? new Day(date, [], []) : flow.Memory.Fold(date, inputs.Articles);
        var publishedAt = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
        var edition = new Edition(flow.Settings.Publication, day, earlier.Length + 1, publishedAt) { Week = inputs.Week };
        if (earlier.Length > 0)
        {
            var changes = EditionComparer.Compare(await FormerDayAsync(flow, earlier[^1], cancel), day);
            if (changes.Kind is not { } kind)
            {
                // Nothing that a reader would see is different; the next look need not find that out again.
                await flow.Blobs.WriteAsync(StorePaths.EditionClaims(flow.PublicationId, date) + Same + inputs.Fingerprint, ReadOnlyMemory<byte>.Empty, WriteCondition.None, cancel);
                return null;
            }

            if (inputs.Articles.IsEmpty)
                kind = EditionKind.Withdrawn;
            if (kind == EditionKind.Update && flow.Settings.Schedule.NextAfter(earlier[^1].PublishedAt) > now)
                return null;
            edition = edition with
            {
                Kind = kind,
                Changes = changes,
                Earlier = [.. earlier.Select(before => new EditionEntry(before.Number, before.PublishedAt, before.Kind, ""))],
            };
        }
        else if (inputs.Articles.IsEmpty)
        {
            return null;
        }

        var rendered = EditionRenderer.Render(edition, inputs.Texts(), flow.Templates);
        var record = EditionRecord.Of(rendered, inputs.Fingerprint);
        var bundle = EditionBundle.Write([
            .. rendered.Files.Select(file => (file.Name, file.Content)),
            (EditionRecord.DayFileName, DayJson.Write(day)),
            (EditionRecord.FileName, FlowJson.Bytes(record))]);
        var claimed = await flow.Blobs.WriteAsync(Claim(flow, date, edition.Number, Bundle), bundle, WriteCondition.Absent, cancel);
        // Where another has claimed the number, the next look sees what it published.
        return claimed.IsWritten ? await FinishAsync(flow, date, edition.Number, cancel) : null;
    }

    /// <summary>Everything after the claim. Each step may have been done before.</summary>
    private static async Task<EditionRecord> FinishAsync(DigestFlow flow, DateOnly date, int number, CancellationToken cancel)
    {
        var claim = Claim(flow, date, number, Bundle);
        var bundle = await flow.Blobs.FindAsync(claim, cancel) ?? throw new InvalidOperationException($"{claim} was there and is gone.");
        EditionRecord? record = null;
        foreach (var (name, content) in EditionBundle.Read(bundle.Content))
        {
            // The record is the last of them: with it the edition can be seen.
            await flow.Blobs.WriteAsync(StorePaths.EditionOf(flow.PublicationId, date, number) + name, content, WriteCondition.Absent, cancel);
            if (name == EditionRecord.FileName)
                record = FlowJson.Read<EditionRecord>(content);
        }

        if (record is null)
            throw new FormatException($"{claim} holds no {EditionRecord.FileName}.");
        await AdvanceLatestAsync(flow, new(date, number), cancel);
        await EditionFeed.RebuildAsync(flow, cancel);
        if (record.Kind is EditionKind.First or EditionKind.Correction or EditionKind.Withdrawn)
            await flow.Queue.SendAsync(StorePaths.MailQueue, FlowJson.Text(new MailOrder(date, number, null)), cancel: cancel);
        await flow.Blobs.WriteAsync(Claim(flow, date, number, Done), ReadOnlyMemory<byte>.Empty, WriteCondition.Absent, cancel);
        return record;
    }

    private static async Task AdvanceLatestAsync(DigestFlow flow, LatestEdition edition, CancellationToken cancel)
    {
        for (; ; )
        {
            var (latest, etag) = await flow.Blobs.RecordAsync<LatestEdition>(StorePaths.LatestOf(flow.PublicationId), cancel);
            if (latest is not null && (latest.Date, latest.Number).CompareTo((edition.Date, edition.Number)) >= 0)
                return;
            if ((await flow.Blobs.WriteAsync(StorePaths.LatestOf(flow.PublicationId), FlowJson.Bytes(edition), WriteCondition.Unchanged(etag), cancel)).IsWritten)
                return;
        }
    }

    private static async Task<Day> FormerDayAsync(DigestFlow flow, EditionRecord edition, CancellationToken cancel)
    {
        var path = StorePaths.EditionOf(flow.PublicationId, edition.Date, edition.Number) + EditionRecord.DayFileName;
        var found = await flow.Blobs.FindAsync(path, cancel) ?? throw new InvalidOperationException($"{path} is missing: the edition cannot be compared with what is known now.");
        return DayJson.Read(found.Content.Span);
    }

    private static async Task<SortedSet<DateOnly>> ChangedAsync(DigestFlow flow, CancellationToken cancel)
    {
        var root = $"{StorePaths.Claims}changed/";
        var since = DateOnly.FromDateTime(flow.Clock.GetUtcNow().UtcDateTime).AddDays(-DaysLookedBack);
        var changed = new SortedSet<DateOnly>();
        await foreach (var folder in flow.Blobs.ListFoldersAsync(root, cancel))
        {
            if (!StorePaths.TryDate(folder, out var on) || on < since)
                continue;
            await foreach (var marker in flow.Blobs.ListAsync($"{root}{folder}/", cancel))
            {
                if (StorePaths.TryDate(marker.Name[(marker.Name.LastIndexOf('/') + 1)..], out var day))
                    changed.Add(day);
            }
        }

        return changed;
    }

    private static async Task<HashSet<string>> ClaimsAsync(DigestFlow flow, DateOnly date, CancellationToken cancel)
    {
        var root = StorePaths.EditionClaims(flow.PublicationId, date);
        var claims = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in flow.Blobs.ListAsync(root, cancel))
            claims.Add(entry.Name[root.Length..]);
        return claims;
    }

    private const string Bundle = ".zip";
    private const string Done = ".done";
    private const string Same = "same-";

    private static string Claim(DigestFlow flow, DateOnly date, int number, string kind) => StorePaths.EditionClaims(flow.PublicationId, date) + Name(number, kind);

    private static string Name(int number, string kind) => string.Create(CultureInfo.InvariantCulture, $"{number}{kind}");
}
