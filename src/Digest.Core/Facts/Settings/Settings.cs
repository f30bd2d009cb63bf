using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Says where and when what a clause or a noun tells of happened. Made once for a document; what it says depends on that document alone.
/// A place or time counts for a clause if the clause itself names it, or one that shares its subject or hangs on it ("…, killing four"); those of speaking ("he said in Baghdad on Friday") never do.
/// What nothing dates happened when the article's news happened: the first day its opening sentences name, else the article's own.
/// </summary>
public sealed class Settings
{
    /// <summary>How many sentences of the text may date its news.</summary>
    private const int OpeningSentences = 3;

    private readonly Document document;
    private readonly ClausePlaces[] places;
    private readonly ClauseTimes[] times;
    private readonly DateOnly? newsDate;
    private readonly Lazy<HashSet<string>> names;

    private Settings(Document document)
    {
        this.document = document;
        names = new(NamesOfPlaces);
        places = [.. document.Sentences.Select(s => new ClausePlaces(s))];
        times = [.. document.Sentences.Select(s => new ClauseTimes(s, document.Article.Date))];
        newsDate = Opening(document).Take(OpeningSentences)
            .SelectMany(s => times[s.Index].Told).FirstOrDefault(t => t is { Date: not null, IsBackground: false } && t.Date <= document.Article.Date)?.Date ?? document.Article.Date;
    }

    public static Settings Of(Document document) => new(document);

    /// <summary>The day of the article's news; null where nothing dates it.</summary>
    internal DateOnly? NewsDate => newsDate;

    // The text up to its second head: the items of a round-up date their own news and no other's.
    private static IEnumerable<Sentence> Opening(Document document)
    {
        var told = document.Sentences.SkipWhile(s => s.Block.Kind is not (BlockKind.Paragraph or BlockKind.Standfirst));
        return told.TakeWhile(s => s.Block.Kind != BlockKind.Subhead).Where(s => s.Block.Kind is BlockKind.Paragraph or BlockKind.Standfirst);
    }

    /// <summary>Whether the article names this as a place elsewhere ("in Bannu"), so that "the Bannu attack" was there.</summary>
    internal bool IsPlaceOfArticle(string name) => names.Value.Contains(name);

    private HashSet<string> NamesOfPlaces()
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var place in places.SelectMany(p => p.All).Where(p => p.Grade == PlaceGrade.Named))
            found.Add(place.Span.In(document.Text));
        if (document.Article.Dateline is { Length: > 0 } dateline)
            found.Add(dateline.Split(',')[0].Trim());
        return found;
    }

    /// <summary>The setting of what a clause tells.</summary>
    public Setting Of(Sentence sentence, Clause clause)
    {
        var circle = places[sentence.Index].Circle(clause).ToList();
        return Of(sentence, places[sentence.Index].OfClause(clause), times[sentence.Index].OfClause(circle), times[sentence.Index].DaysBefore(clause));
    }

    /// <summary>The setting of what a noun phrase names ("a drone attack on the base"), given by its chunk.</summary>
    public Setting OfNoun(Sentence sentence, int chunk) =>
        Of(sentence, places[sentence.Index].OfNoun(chunk), times[sentence.Index].OfNoun(chunk), times[sentence.Index].DaysBefore(sentence.Chunks[chunk].First));

    private Setting Of(Sentence sentence, PlacePhrase? place, TimePhrase? time, int? daysBefore)
    {
        var setting = new Setting { Place = place?.Span.In(document.Text), PlaceSpan = place?.Span };
        if (time is not null)
        {
            return setting with
            {
                Date = time.Date,
                DatePrecision = time.Precision,
                DateSpan = sentence.SpanOf(time.First, time.End),
                Since = time.Since,
                IsBackground = time.IsBackground,
            };
        }

        var date = daysBefore is { } days && document.Article.Date is { } article ? article.AddDays(-days) : newsDate;
        return setting with { Date = date, DatePrecision = date is null ? DatePrecision.None : DatePrecision.Day, IsDateInferred = daysBefore is null && date is not null };
    }
}
