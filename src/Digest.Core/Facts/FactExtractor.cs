using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads all facts of one article. A pure function of that article: cached and repeated freely.</summary>
public static class FactExtractor
{
    public static ArticleFacts Extract(Article article)
    {
        var document = Document.Of(article);
        var speech = StatementExtractor.Read(document);
        var statements = speech.Statements;
        var events = EventExtractor.Extract(document, statements);
        var casualties = CasualtyExtractor.Extract(document, statements, events);
        return new ArticleFacts(article)
        {
            Statements = statements,
            Quotations = QuotationExtractor.Extract(document, statements),
            Reactions = ReactionExtractor.Extract(document, speech),
            Events = events,
            Casualties = casualties,
            Toll = TollReader.Read(casualties),
        };
    }
}
