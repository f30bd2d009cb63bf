using System.Globalization;
using Digest.Facts;
using Spectre.Console;

namespace Digest.Cli;

/// <summary>The facts of an article as a person reads them: each figure and statement with who says so, and where it stands.</summary>
internal sealed class FactsListing(IAnsiConsole console, ArticleFacts facts)
{
    private readonly LinePositions positions = new(facts.Article.Text);

    public static void Write(IAnsiConsole console, ArticleFacts facts)
    {
        var listing = new FactsListing(console, facts);
        listing.WriteHead();
        listing.WriteAll("Figures", facts.Casualties, listing.Write);
        listing.WriteAll("Quotations", facts.Quotations, listing.Write);
        // Those wholly in quotation marks stand above already.
        listing.WriteAll("Other statements", [.. facts.Statements.Where(statement => statement.Type != StatementType.Direct)], listing.Write);
        listing.WriteAll("Reactions", facts.Reactions, listing.Write);
        listing.WriteAll("Events", facts.Events, listing.Write);
        console.WriteLine();
    }

    private void WriteHead()
    {
        var article = facts.Article;
        console.MarkupLineInterpolated($"[bold]{article.Name}[/]");
        if (article.Title is { } title)
            console.MarkupLineInterpolated($"  {title}");
        var date = article.Date is { } known
            ? $"{known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} ({FactWords.Of(article.DateBasis)})"
            : "no date";
        console.WriteLine("  " + Joined(date, article.Outlet, article.Byline is { } byline ? "by " + byline : null, article.Dateline,
            article.Agencies.IsDefaultOrEmpty ? null : "cites " + string.Join(", ", article.Agencies)));
        if (facts.Toll is { Killed: not null } or { Wounded: not null })
            console.WriteLine("  the article's own toll: " + Joined(Counted(facts.Toll.Killed, "killed"), Counted(facts.Toll.Wounded, "wounded")));
    }

    private void WriteAll<T>(string heading, IReadOnlyCollection<T> items, Action<T> write)
    {
        console.MarkupLineInterpolated($"  [underline]{heading}[/]{(items.Count == 0 ? ": none" : "")}");
        foreach (var item in items)
            write(item);
    }

    private void Write(CasualtyReport report)
    {
        var number = report.Count.IsNumbered ? report.Count.ToString() : report.Vague ?? "no number";
        console.MarkupLineInterpolated($"    [bold]{number} {FactWords.Of(report.Effect)}[/]: {Joined(report.Victims, Place(report.Place), Date(report.Date), Says(report.Claimant) ?? "nobody is named")}");
        WriteRemarks(
            report.Status == FigureStatus.Current ? null : FactWords.Of(report.Status) + (report.DeniedBy is { } denier ? " by " + denier : ""),
            report.IsCumulative ? "cumulative" : null, report.IsPartial ? "part of another figure" : null,
            report.IsBackground ? "background" : null, report.IsHeadline ? "headline" : null);
        WritePassage(report);
    }

    private void Write(Quotation quotation)
    {
        console.MarkupLineInterpolated($"    “{quotation.Words}”");
        console.WriteLine("      " + (Says(quotation.Attribution) ?? "nobody is named"));
        console.MarkupLineInterpolated($"      [dim]{Where(quotation)}[/]");
    }

    private void Write(Statement statement)
    {
        console.WriteLine("    " + statement.Content.ReplaceLineEndings(" "));
        console.WriteLine("      " + Says(statement.Attribution));
        console.MarkupLineInterpolated($"      [dim]{Where(statement)}[/]");
    }

    private void Write(Reaction reaction)
    {
        console.MarkupLineInterpolated($"    [bold]{reaction.Attribution.Speaker}[/]: {Joined(FactWords.Of(reaction.Stance), reaction.Attribution.Role)}");
        WritePassage(reaction);
    }

    private void Write(EventReport report)
    {
        console.MarkupLineInterpolated($"    [bold]{FactWords.Of(report.Type)}[/]: {Joined(
            report.Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"{(report.CountIsMinimum ? "at least " : "")}{count}") : null,
            report.Actor is { } actor ? "by " + actor : null, report.Target is { } target ? "on " + target : null,
            report.Means is { } means ? "with " + means : null, Place(report.Place), Date(report.Date), Says(report.Attribution))}");
        WriteRemarks(report.IsBackground ? "background" : null, report.Since is { } since ? "since" + Date(since)![2..] : null, report.IsHeadline ? "headline" : null);
        WritePassage(report);
    }

    private void WriteRemarks(params string?[] remarks)
    {
        if (Joined(remarks) is { Length: > 0 } text)
            console.MarkupLineInterpolated($"      [yellow]{text}[/]");
    }

    private void WritePassage(Fact fact) =>
        console.MarkupLineInterpolated($"      [dim]{Where(fact)}: {fact.Provenance.Evidence.ReplaceLineEndings(" ")}[/]");

    private string Where(Fact fact)
    {
        var (line, column) = positions.Of(fact.Provenance.Span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{facts.Article.Name}({line},{column})");
    }

    private static string? Says(Attribution? attribution) => attribution is null ? null
        : attribution.Role is { } role ? $"says {attribution.Speaker} ({role})" : "says " + attribution.Speaker;

    private static string? Counted(CountRange? range, string what) => range is { IsNumbered: true } known ? $"{known} {what}" : null;

    private static string? Place(string? place) => place is null ? null : "at " + place;

    private static string? Date(DateOnly? date) => date is { } known ? "on " + known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string Joined(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
