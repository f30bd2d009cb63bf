using System.Collections.Immutable;
using Digest.Text;

namespace Digest.News;

/// <summary>How an article's date is known, best first.</summary>
public enum DateBasis
{
    /// <summary>The article itself says it (date line, dateline, front matter, metadata).</summary>
    Stated,

    /// <summary>Taken from the upload: a date in the file's name or path, blob metadata, or when it was stored.</summary>
    Upload,

    /// <summary>Worked out from other articles that tell the same story.</summary>
    Inferred,

    Unknown,
}

/// <summary>What a block of an article is to its reader.</summary>
public enum BlockKind
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>The line or two between headline and text that sum the story up.</summary>
    Standfirst,

    Paragraph,

    /// <summary>A heading within the text ("Limited control"), also the heading of a live-page entry.</summary>
    Subhead,

    ListItem,

    Byline,

    /// <summary>A line that carries the publication date or time only.</summary>
    DateLine,

    /// <summary>A picture's caption, with or without its credit.</summary>
    Caption,

    /// <summary>Who reported, wrote or edited ("(Reporting by …)"), or an agency's credit.</summary>
    Credit,

    /// <summary>A published correction's own notice ("(Corrects to show …)").</summary>
    CorrectionNotice,

    /// <summary>Not part of the story: menus, addresses, links to other stories, advertisements, sign-up lines.</summary>
    Boilerplate,
}

/// <summary>One block of an article's text, usually a line or a paragraph. Blocks are in order and never overlap.</summary>
public sealed record TextBlock(BlockKind Kind, TextSpan Span)
{
    /// <summary>Whether facts are read from it: headline, standfirst, paragraphs, subheads, list items and correction notices are.</summary>
    public bool IsStory => Kind is BlockKind.Title or BlockKind.Standfirst or BlockKind.Paragraph or BlockKind.Subhead or BlockKind.ListItem or BlockKind.CorrectionNotice;
}

/// <summary>
/// A published story as read from one upload. All spans of all facts count UTF-16 code units of <see cref="Text"/>.
/// For plain text, that is the decoded text unchanged; for HTML and other formats, the readable text taken out of it.
/// </summary>
public sealed record Article
{
    /// <summary>Lower-case hex of the hash of the normalised text: the same text twice is one article.</summary>
    public required string Id { get; init; }

    /// <summary>The name it was uploaded under, for people: a file name or blob path.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    public required ImmutableArray<TextBlock> Blocks { get; init; }

    public string? Title { get; init; }

    /// <summary>The writer or writers as printed, without "By".</summary>
    public string? Byline { get; init; }

    /// <summary>The publisher, where the article or its metadata names one.</summary>
    public string? Outlet { get; init; }

    /// <summary>The place line a wire story opens with ("BAGHDAD", "ERBIL, Iraq").</summary>
    public string? Dateline { get; init; }

    /// <summary>The agencies whose copy the article says it carries or cites ("Reuters", "AFP"), as written, sorted.</summary>
    public ImmutableArray<string> Agencies { get; init; } = [];

    public string? Url { get; init; }

    /// <summary>The calendar date the article speaks from: weekdays and "yesterday" are resolved against it.</summary>
    public DateOnly? Date { get; init; }

    public DateBasis DateBasis { get; init; } = DateBasis.Unknown;
}
