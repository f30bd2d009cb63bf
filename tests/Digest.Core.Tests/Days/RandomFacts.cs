using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

/// <summary>
/// Articles made at random of sentences whose facts are known: few places, actors and sources, so that look-alikes, rivals, repeats and round-ups are frequent.
/// One seed gives one set.
/// </summary>
internal sealed class RandomFacts(int seed)
{
    private static readonly DateOnly Day = new(2025, 6, 3);
    private static readonly string[] Towns = ["Marsaf", "Dorun", "Kelib", "Marsafa", "Upper Dorun", "Iraq", "the base", "south of Kelib"];
    private static readonly string[] Actors = ["The army", "Zafir Brigades", "Russia", "Russia’s air force"];
    private static readonly string[] Sources = ["the health ministry", "a hospital official", "Zafir Brigades", "the Zafir Brigades", "Colonel Amal Tarik", "Amal Tarik", "the ministry", "residents"];
    private static readonly string[] People = ["people", "soldiers", "troops", "civilians", "Haider Jassim, a nurse", "members of Zafir Brigades"];
    private static readonly string[] Quotes = ["We will answer this at a time of our choosing", "We shall respond at a time we choose", "This was a flagrant breach of our sovereignty", "It is a clear violation of sovereignty", "Nobody was there"];

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

    private ArticleFacts Article(int number)
    {
        var text = new System.Text.StringBuilder();
        var blocks = new List<TextBlock>();
        var casualties = new List<CasualtyReport>();
        var events = new List<EventReport>();
        var quotations = new List<Quotation>();
        var reactions = new List<Reaction>();
        var id = $"{seed:x4}{number:x2}";
        for (var paragraph = 0; paragraph < random.Next(1, 6); paragraph++)
        {
            var start = text.Length;
            for (var sentence = 0; sentence < random.Next(1, 4); sentence++)
                Sentence(paragraph == 0);
            blocks.Add(new(paragraph == 0 ? BlockKind.Title : BlockKind.Paragraph, new(start, text.Length)));
            text.Append('\n');
        }

        var article = new Article { Id = id, Name = $"{random.Next(90):00}-{id}.txt", Text = text.ToString(), Blocks = [.. blocks], Date = Day, DateBasis = DateBasis.Stated };
        return new(article) { Casualties = [.. casualties], Events = [.. events], Quotations = [.. quotations], Reactions = [.. reactions] };

        void Sentence(bool headline)
        {
            var (town, actor, source, people, number) = (Of(Towns), Of(Actors), Of(Sources), Of(People), random.Next(1, 9));
            var type = (EventType)random.Next(8);
            DateOnly? date = random.Next(3) == 0 ? null : Day.AddDays(-random.Next(2));
            var strike = Write($"{actor} hit a bus depot in {town}");
            events.Add(new(strike, type)
            {
                Actor = random.Next(3) == 0 ? null : actor,
                Place = random.Next(4) == 0 ? null : town,
                Target = random.Next(2) == 0 ? "a bus depot" : null,
                Date = date,
                DatePrecision = date is null ? DatePrecision.None : DatePrecision.Day,
                IsHeadline = headline,
                IsBackground = !headline && random.Next(5) == 0,
                Count = random.Next(9) == 0 ? number + 1 : null,
            });
            text.Append(", killing ");
            var count = Write($"{number} {people}");
            casualties.Add(new(count, (HarmEffect)random.Next(2), random.Next(3) switch { 0 => CountRange.AtLeast(number), 1 => CountRange.Exactly(number), _ => default })
            {
                Victims = random.Next(3) == 0 ? null : people,
                Place = random.Next(2) == 0 ? town : null,
                Date = random.Next(2) == 0 ? date : null,
                Claimant = random.Next(4) == 0 ? null : new(source, null, null, "said"),
                Status = random.Next(6) == 0 ? (FigureStatus)random.Next(3) : FigureStatus.Current,
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

    private string Of(string[] from) => from[random.Next(from.Length)];

    public static FoldedDay Fold(IEnumerable<ArticleFacts> facts) => DayMerger.MergeExplained(Day, facts);
}
