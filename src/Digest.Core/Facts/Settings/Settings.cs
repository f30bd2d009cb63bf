using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Says where and when what a clause or a noun tells of happened. Made once for a document; what it says depends on that document alone.
/// A place counts for a clause if the clause itself names it, or one that shares its subject or hangs on it ("…, killing four"); the place of speaking ("he said in Baghdad") never does.
/// </summary>
public sealed class Settings
{
    private readonly Document document;
    private readonly ClausePlaces[] places;

    private Settings(Document document)
    {
        this.document = document;
        places = [.. document.Sentences.Select(s => new ClausePlaces(s))];
    }

    public static Settings Of(Document document) => new(document);

    /// <summary>The setting of what a clause tells.</summary>
    public Setting Of(Sentence sentence, Clause clause) => Of(sentence, places[sentence.Index].OfClause(clause));

    /// <summary>The setting of what a noun phrase names ("a drone attack on the base"), given by its chunk.</summary>
    public Setting OfNoun(Sentence sentence, int chunk) => Of(sentence, places[sentence.Index].OfNoun(chunk));

    private Setting Of(Sentence sentence, PlacePhrase? place) => new()
    {
        Place = place?.Span.In(document.Text),
        PlaceSpan = place?.Span,
        Date = document.Article.Date,
        DatePrecision = document.Article.Date is null ? DatePrecision.None : DatePrecision.Day,
    };
}
