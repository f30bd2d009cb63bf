using Digest.Days;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Tests.Days;

/// <summary>
/// Articles made at random of sentences whose facts are known: few places, actors and sources, so that look-alikes, rivals, repeats, agency copy, round-ups under heads, undated articles,
/// one text under two names, and figures that are partial, running, replaced or denied are all frequent. One seed gives one set.
/// </summary>
internal sealed class RandomFacts(int seed)
{
    private static readonly DateOnly Day = new(2025, 6, 3);
    private static readonly string[] Towns = ["Marsaf", "Dorun", "Kelib", "Marsafa", "Upper Dorun", "Iraq", "the base", "south of Kelib"];
    private static readonly string[] Actors = ["The army", "Zafir Brigades", "Russia", "Russia’s air force"];
    private static readonly string[] Sources = ["the health ministry", "a hospital official", "Zafir Brigades", "the Zafir Brigades", "Colonel Amal Tarik", "Amal Tarik", "the ministry", "residents"];
    private static readonly string[] People = ["people", "soldiers", "troops", "civilians", "Haider Jassim, a nurse", "members of Zafir Brigades"];
    private static readonly string[] Quotes = ["We will answer this at a time of our choosing", "We shall respond at a time we choose", "This was a flagrant breach of our sovereignty", "It is a clear violation of sovereignty", "Nobody was there"];

    private static readonly string[] Heads = ["Iraq", "Syria", "Lebanon", "Yemen"];

    // Long beside the sentences above, so that articles with one of them share copy and articles with a half of one sometimes do.
    private static readonly string[] Wires =
    [
        "Rescue crews worked by torchlight until the diesel for the only crane gave out. Neighbours formed a line and passed the rubble down the hill in fruit baskets.",
        "The road to the valley has been cut twice this spring and the shepherds now walk their flocks by night. A bus that still runs on Mondays leaves before the first prayer.",
        "Shops along the river stayed shut for a third day and the bakery sold its last bread through a hatch. Children were kept away from the schoolyard where a shell lies unexploded.",
    ];

    // Not for secrets: a test's choices, the same on every run.
    private readonly Random random = new(seed);

    public ArticleFacts[] Articles()
    {
        var articles = Enumerable.Range(0, random.Next(1, 12)).Select(Article).ToList();
        // The same text again, under its own and another name.
        foreach (var article in articles.Where(_ => random.Next(6) == 0).ToArray())
            articles.Add(article with { Article = article.Article with { Name = "again-" + article.Article.Name } });
        return [.. articles];
    }

    /// <summary>The facts of another text, uploaded under the name of an article: a correction.</summary>
    public ArticleFacts Corrected(ArticleFacts article)
    {
        var again = Article(100 + random.Next(100));
        return again with { Article = again.Article with { Name = article.Article.Name } };
    }

    private ArticleFacts Article(int number)
    {
        var text = new System.Text.StringBuilder();
        var blocks = new List<TextBlock>();
        var casualties = new List<CasualtyReport>();
        var events = new List<EventReport>();
        var quotations = new List<Quotation>();
        var reactions = new List<Reaction>();
        var id = $"{seed:x4}{number:x2}";
        var (isRoundUp, wire) = (random.Next(8) == 0, random.Next(3) == 0 ? Of(Wires) : null);
        for (var paragraph = 0; paragraph < random.Next(1, 6); paragraph++)
        {
            if (isRoundUp && paragraph > 0)
                Block(BlockKind.Subhead, () => text.Append(Of(Heads)));
            Block(paragraph == 0 ? BlockKind.Title : BlockKind.Paragraph, () =>
            {
                for (var sentence = 0; sentence < random.Next(1, 4); sentence++)
                    Sentence(paragraph == 0);
            });
        }

        if (wire is not null)
            Block(BlockKind.Paragraph, () => text.Append(random.Next(3) == 0 ? wire[..(wire.IndexOf('.', StringComparison.Ordinal) + 1)] : wire));
        var article = new Article { Id = id, Name = $"{random.Next(90):00}-{id}.txt", Text = text.ToString(), Blocks = [.. blocks], Date = random.Next(12) == 0 ? null : Day, DateBasis = (DateBasis)random.Next(3) };
        return new(article) { Casualties = [.. casualties], Events = [.. events], Quotations = [.. quotations], Reactions = [.. reactions] };

        void Block(BlockKind kind, Action write)
        {
            var start = text.Length;
            write();
            blocks.Add(new(kind, new(start, text.Length)));
            text.Append('\n');
        }

        void Sentence(bool headline)
        {
            var (town, actor, source, people, number) = (Of(Towns), Of(Actors), Of(Sources), Of(People), random.Next(1, 9));
            var type = (EventType)random.Next(8);
            DateOnly? date = random.Next(3) == 0 ? null : Day.AddDays(-random.Next(2));
            TextSpan? answered = events.Count > 0 && random.Next(9) == 0 ? events[^1].Provenance.Span : null;
            var strike = Write($"{actor} hit a bus depot in {town}");
            events.Add(new(strike, type)
            {
                Actor = random.Next(3) == 0 ? null : actor,
                Place = answered is not null || random.Next(4) == 0 ? null : town,
                Answers = answered,
                Target = random.Next(2) == 0 ? "a bus depot" : null,
                Date = date,
                DatePrecision = date is null ? DatePrecision.None : random.Next(4) == 0 ? DatePrecision.Night : DatePrecision.Day,
                IsDateAssumed = date is not null && random.Next(4) == 0,
                IsHeadline = headline,
                IsBackground = !headline && random.Next(5) == 0,
                Count = random.Next(9) == 0 ? number + 1 : null,
            });
            text.Append(", killing ");
            var count = Write($"{number} {people}");
            var status = random.Next(6) == 0 ? (FigureStatus)random.Next(3) : FigureStatus.Current;
            casualties.Add(new(count, (HarmEffect)random.Next(2), random.Next(3) switch { 0 => CountRange.AtLeast(number), 1 => CountRange.Exactly(number), _ => default })
            {
                Victims = random.Next(3) == 0 ? null : people,
                Place = random.Next(2) == 0 ? town : null,
                Date = random.Next(2) == 0 ? date : null,
                Claimant = random.Next(4) == 0 ? null : new(source, null, null, "said"),
                Status = status,
                DeniedBy = status == FigureStatus.Denied && random.Next(2) == 0 ? Of(Sources) : null,
                IsBackground = random.Next(12) == 0,
                IsPartial = random.Next(6) == 0,
                IsCumulative = random.Next(9) == 0,
                IsHeadline = headline,
            });
            text.Append(", ").Append(source).Append(" said. ");
            if (random.Next(2) == 0)
                return;
            text.Append('“');
            var words = Write(Of(Quotes));
            text.Append("”, ").Append(source).Append(" said. ");
            quotations.Add(new(words, new(source, null, null, "said")));
            if (random.Next(2) == 0)
                reactions.Add(new(words, new(source, null, null, "said"), (Stance)random.Next(10), SpeakerKind.Official));
        }

        Provenance Write(string words)
        {
            var start = text.Length;
            text.Append(words);
            return new(id, new(start, text.Length), words);
        }
    }

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return all;
    }

    public int Next(int below) => random.Next(below);

    public int Next(int from, int below) => random.Next(from, below);

    private string Of(string[] from) => from[random.Next(from.Length)];

    public static FoldedDay Fold(IEnumerable<ArticleFacts> facts) => DayMerger.MergeExplained(Day, facts);
}
