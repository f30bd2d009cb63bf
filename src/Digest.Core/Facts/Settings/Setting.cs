using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Where and when what a clause tells of happened, as far as the article lets a reader say. Everything is null where it does not; nothing is guessed.
/// </summary>
public sealed record Setting
{
    public static readonly Setting Unknown = new();

    /// <summary>The place in the text's words, the most specific name of those given: "Tank" for "in the town of Tank, in the northwest".</summary>
    public string? Place { get; init; }

    /// <summary>Where the article writes <see cref="Place"/>; null together with it.</summary>
    public TextSpan? PlaceSpan { get; init; }

    /// <summary>The clause does not name the place itself: it is that of the event it points back to ("in that attack").</summary>
    public bool IsPlaceCarried { get; init; }

    /// <summary>The day; the first one where the text gives several.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The last day where the text gives several ("on Tuesday and Wednesday"); null for one day or night.</summary>
    public DateOnly? LastDate { get; init; }

    public DatePrecision DatePrecision { get; init; }

    /// <summary>The time expression that gave the date; null where the date follows from the article's own.</summary>
    public TextSpan? DateSpan { get; init; }

    /// <summary>The sentence does not date it: <see cref="Date"/> is the day of one before it in its paragraph.</summary>
    public bool IsDateCarried { get; init; }

    /// <summary>The text does not date it: <see cref="Date"/> is the day of the article's news.</summary>
    public bool IsDateInferred { get; init; }

    /// <summary>Nothing in the opening of the article says of what day its news is: <see cref="Date"/> is the article's own, and what it tells may be of the evening before.</summary>
    public bool IsDateAssumed { get; init; }

    /// <summary>The first day of a period that the clause sums up: "since 17 October", "so far this year".</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Told as context: the clause dates it before the news ("last month", "in 2014"), or sums up a period.</summary>
    public bool IsBackground { get; init; }
}
