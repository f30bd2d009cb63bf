using System.Collections.Immutable;
using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads the quotations: stretches in quotation marks, two words or more, that report somebody's speech or writing.</summary>
public static class QuotationExtractor
{
    /// <summary>Quotations in headings are looked for in the whole text; more of them than this nobody writes.</summary>
    private const int MostHeadings = 100;

    public static ImmutableArray<Quotation> Extract(Document document, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        var result = ImmutableArray.CreateBuilder<Quotation>();
        var attributions = Attributions.Of(document, statements);
        var headings = 0;
        foreach (var quote in QuoteScanner.Scan(document.Article))
        {
            var words = Words(document.Text, quote.Inner);
            if (words < 2)
                continue;
            var statement = attributions.All(quote.Inner).MinBy(s => s.Provenance.Span.Length);
            var span = Trim(document.Text, quote.Inner);
            var isHeading = document.Article.Blocks[quote.BlockIndex].Kind is BlockKind.Title or BlockKind.Subhead or BlockKind.Standfirst;
            statement ??= isHeading && headings++ < MostHeadings ? Repeated(document.Text, span, statements) : null;
            if (statement is not null && !IsDesignation(document.Text, quote))
                result.Add(new Quotation(new Provenance(document.Article.Id, span, span.In(document.Text)), statement.Attribution));
            else if (statement is null && IsUtterance(document, quote))
                result.Add(new Quotation(new Provenance(document.Article.Id, span, span.In(document.Text)), null));
        }

        return result.ToImmutable();
    }

    // A headline quotes what the text has in full: ‘The sky went white’.
    private static Statement? Repeated(string text, TextSpan span, ImmutableArray<Statement> statements)
    {
        var words = Stances.Plain(span.In(text));
        return statements.FirstOrDefault(s => s.Type != StatementType.Indirect && s.ContentSpans.Any(c => !c.Contains(span) && (" " + Stances.Plain(c.In(text)) + " ").Contains(" " + words + " ", StringComparison.Ordinal)));
    }

    /// <summary>
    /// A name, a title or what something is called, not speech: every word that counts is capitalised (“Four Truths”), it stands behind "the" and a verb of calling, or
    /// behind "codenamed", "known as", "so-called", "nicknamed".
    /// </summary>
    private static bool IsDesignation(string text, Quote quote)
    {
        var before = text[Math.Max(0, quote.Outer.Start - 60)..quote.Outer.Start].TrimEnd().ToLowerInvariant();
        if (before.EndsWith("known as", StringComparison.Ordinal) || before.EndsWith("so-called", StringComparison.Ordinal) || before.EndsWith("codenamed", StringComparison.Ordinal) || before.EndsWith("code-named", StringComparison.Ordinal) ||
            before.EndsWith("nicknamed", StringComparison.Ordinal) || before.EndsWith("dubbed", StringComparison.Ordinal) || before.EndsWith("titled", StringComparison.Ordinal) || before.EndsWith("entitled", StringComparison.Ordinal))
            return true;
        if ((before.EndsWith("calls the", StringComparison.Ordinal) || before.EndsWith("call the", StringComparison.Ordinal) || before.EndsWith("called the", StringComparison.Ordinal)) && before.Contains("what ", StringComparison.Ordinal))
            return true;
        var words = quote.Inner.In(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var last = words[^1][^1];
        var small = words.Count(w => char.IsLower(w[0]) && w is not ("of" or "the" or "in" or "and" or "for" or "a" or "an" or "to" or "on" or "with" or "al" or "de" or "at"));
        var allCapitals = words.All(w => !w.Any(char.IsLower));
        // “Fateh squad”
        if (words.Length == 2 && char.IsUpper(words[0][0]) && words[1] is "squad" or "brigade" or "unit" or "battalion" or "force" or "corps" or "cell" or "operation" or "front" or "group" or "movement" or "axis" or "army" or "camp" or "doctrine" or "plan")
            return true;
        // “the Professor”: an article and a name, behind a verb of calling
        if (words.Length == 2 && words[0] == "the" && char.IsUpper(words[1][0]))
            return true;
        return small == 0 && char.IsUpper(words[0][0]) && !allCapitals && last is not ('.' or '!' or '?') && (last != ',' || words.Length <= 3) && words.Length <= 6;
    }

    // “Run, there is another one!”: somebody shouts, the article does not say who.
    private static bool IsUtterance(Document document, Quote quote)
    {
        var inner = quote.Inner.In(document.Text);
        return inner[^1] is '!' or '?' && char.IsUpper(inner[0]) && document.Article.Blocks[quote.BlockIndex].Kind == BlockKind.Paragraph && inner.Contains(' ', StringComparison.Ordinal);
    }

    private static int Words(string text, TextSpan span) => span.In(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    // The comma before the closing mark belongs to the sentence around it.
    private static TextSpan Trim(string text, TextSpan span) => text[span.End - 1] == ',' && span.Length > 1 ? new TextSpan(span.Start, span.End - 1) : span;
}
