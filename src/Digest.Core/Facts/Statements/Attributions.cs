using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Who answers for a stretch of an article: whoever is said to have said it. Statements are looked up by the sentences they stand in, so that an answer does not
/// cost a pass over the article.
/// </summary>
public sealed class Attributions
{
    private readonly Document document;
    private readonly Dictionary<int, List<(Statement Statement, TextSpan Content, int Reach)>> contents = [];
    private readonly Dictionary<int, List<Told>> told = [];
    private readonly int[] attributedBefore;
    private readonly Lazy<Attribution?> issuer;

    private sealed record Told(Statement Statement, TextSpan Said);

    private Attributions(Document document, ImmutableArray<Statement> statements)
    {
        this.document = document;
        issuer = new(() => Bulletins.IssuerOf(document));
        foreach (var statement in statements)
        {
            var said = statement.ContentSpans.Aggregate((a, b) => a.Hull(b));
            foreach (var sentence in SentencesOf(statement.Provenance.Span))
                Add(told, sentence, new Told(statement, said));
            var reach = statement.ContentSpans.Sum(c => c.Length);
            foreach (var content in statement.ContentSpans)
            {
                foreach (var sentence in SentencesOf(content))
                    Add(contents, sentence, (statement, content, reach));
            }
        }

        // For each sentence the nearest before it, in its block, that somebody answers for.
        attributedBefore = new int[document.Sentences.Length];
        for (var i = 0; i < attributedBefore.Length; i++)
        {
            attributedBefore[i] = i == 0 || document.Sentences[i - 1].BlockIndex != document.Sentences[i].BlockIndex ? -1
                : told.ContainsKey(i - 1) ? i - 1 : attributedBefore[i - 1];
        }
    }

    /// <param name="statements">What the article's people said, in reading order; each has content.</param>
    public static Attributions Of(Document document, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document, statements);
    }

    internal Document Document => document;

    /// <summary>The body whose own bulletin the article is, which answers for what nobody else in it does; its cue is empty. Null where an outlet tells it.</summary>
    internal Attribution? Issuer => issuer.Value;

    /// <summary>The innermost statement whose content holds the stretch; null where the article says it in its own voice.</summary>
    public Statement? Covering(TextSpan span) =>
        Entries(span).OrderBy(e => e.Reach).FirstOrDefault().Statement;

    /// <summary>Whether somebody is said to have said something in a sentence.</summary>
    internal bool IsSpoken(int sentence) => told.ContainsKey(sentence);

    /// <summary>The statements whose content holds the stretch, in reading order.</summary>
    internal IEnumerable<Statement> All(TextSpan span) => Entries(span).Select(e => e.Statement);

    /// <summary>
    /// The attribution that an unattributed sentence carries on from the sentence before it in its paragraph ("Police said a bomb went off. Two people were hurt."):
    /// only where all of that sentence was attributed to one speaker. Its cue is empty. Null otherwise.
    /// </summary>
    public Attribution? CarriedInto(TextSpan span)
    {
        var at = document.SentenceAt(span.Start);
        if (at <= 0 || told.ContainsKey(at) || attributedBefore[at] < 0)
            return null;
        var sentence = document.Sentences[attributedBefore[at]].Span;
        var here = told[attributedBefore[at]];
        var speakers = here.Select(t => t.Statement.Attribution.Speaker).Distinct(StringComparer.Ordinal).Count();
        var said = here.Select(t => t.Said).Aggregate((a, b) => a.Hull(b)).Hull(here[0].Statement.Provenance.Span);
        return speakers == 1 && 2 * Math.Min(said.Length, sentence.Length) > sentence.Length ? here[^1].Statement.Attribution with { Cue = "" } : null;
    }

    /// <summary>Who is said, in the sentence behind an unattributed one, to have said it: "Three people died. This is according to the rescue service." Its cue is empty.</summary>
    internal Attribution? SaidNext(TextSpan span)
    {
        var at = document.SentenceAt(span.Start);
        if (at < 0 || at + 1 >= document.Sentences.Length || told.ContainsKey(at) || document.Sentences[at + 1].BlockIndex - document.Sentences[at].BlockIndex > 1 || !told.TryGetValue(at + 1, out var next))
            return null;
        return next.LastOrDefault(t => t.Said.Length <= LongestPointer && t.Said.In(document.Text).StartsWith("This", StringComparison.Ordinal))?.Statement.Attribution is { } who ? who with { Cue = "" } : null;
    }

    /// <summary>How many characters may say no more than what is meant ("This is", "This was").</summary>
    private const int LongestPointer = 8;

    /// <summary>The statement of a stretch's sentence that ends, speaker and all, before the stretch; null where there is none or several speak.</summary>
    internal Statement? EndingBefore(TextSpan span)
    {
        if (!told.TryGetValue(document.SentenceAt(span.Start), out var here))
            return null;
        var before = here.FindAll(t => t.Statement.Provenance.Span.End <= span.Start && t.Statement.Attribution.SpeakerSpan?.End <= span.Start);
        return before.Count == here.Count && before.Count == 1 ? before[0].Statement : null;
    }

    /// <summary>Who speaks in a sentence before a place; its cue is empty. Null where nobody does.</summary>
    internal Attribution? SpokenIn(Sentence sentence, int before) =>
        told.TryGetValue(sentence.Index, out var here) && here.LastOrDefault(t => t.Statement.Attribution.SpeakerSpan?.End <= before) is { } last ? last.Statement.Attribution with { Cue = "" } : null;

    /// <summary>Who spoke last before a sentence, in it or one of the two before; its cue is empty. Null where nobody did.</summary>
    internal Attribution? SpokenBefore(Sentence sentence)
    {
        const int Back = 2;
        for (var s = sentence.Index - 1; s >= Math.Max(0, sentence.Index - Back); s--)
        {
            if (told.TryGetValue(s, out var here))
                return here[^1].Statement.Attribution with { Cue = "" };
        }

        return null;
    }

    private IEnumerable<(Statement Statement, TextSpan Content, int Reach)> Entries(TextSpan span) =>
        contents.TryGetValue(document.SentenceAt(span.Start), out var here) ? here.Where(e => e.Content.Contains(span)) : [];

    private IEnumerable<int> SentencesOf(TextSpan span)
    {
        for (var i = Math.Max(0, document.SentenceAt(span.Start)); i < document.Sentences.Length && document.Sentences[i].Span.Start < span.End; i++)
        {
            if (document.Sentences[i].Span.Overlaps(span))
                yield return i;
        }
    }

    private static void Add<T>(Dictionary<int, List<T>> index, int sentence, T entry)
    {
        if (!index.TryGetValue(sentence, out var entries))
            index[sentence] = entries = [];
        entries.Add(entry);
    }
}
