using Digest.Names;
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

    /// <summary>How many days old may be what a release is about.</summary>
    private const int OldestNews = 92;

    /// <summary>How many sentences "that strike" may point back.</summary>
    private const int PointsBack = 4;

    private readonly Document document;
    private readonly ClausePlaces[] places;
    private readonly ClauseTimes[] times;
    private readonly TimePhrase? news;
    private readonly int newsSentence;
    private readonly Lazy<HashSet<string>> names;
    private readonly PlacesTold placesTold;

    // The day that heads the items a sentence stands among ("Tuesday", "On Monday,"); null where none does.
    private readonly TimePhrase?[] heads;

    // The day last told in its paragraph up to the end of each sentence, filled as far as it was asked for.
    private readonly List<TimePhrase?> daysTold = [];

    private Settings(Document document)
    {
        this.document = document;
        names = new(NamesOfPlaces);
        placesTold = new(document);
        places = [.. document.Sentences.Select(s => new ClausePlaces(s))];
        times = new ClauseTimes[document.Sentences.Length];
        for (var i = 0; i < times.Length; i++)
            times[i] = new ClauseTimes(document, document.Sentences[i], i > 0 ? times[i - 1].LastDay : null);
        heads = DayHeads();
        (newsSentence, news) = Opening(document).Take(OpeningSentences).SelectMany(s => times[s.Index].Told, (s, t) => (s.Index, Time: t))
            .FirstOrDefault(t => t.Time is { IsNewsDay: true, Precision: DatePrecision.Day or DatePrecision.Night });
        // A rights group's release opens with what it found out: its news is as old as that.
        if (news is null && document.Article.Date is { } today && Opening(document).FirstOrDefault() is { } lede && lede.Clauses.Any(c => c.IsSpeech()))
        {
            (newsSentence, news) = (lede.Index, times[lede.Index].Told.FirstOrDefault(t => t is { IsRank: false, LastDate: null, Since: null, Precision: DatePrecision.Day, Date: { } day } && today.DayNumber - day.DayNumber is > 0 and < OldestNews));
            news = news is null ? null : news with { IsBackground = false };
        }
    }

    public static Settings Of(Document document) => new(document);

    /// <summary>The day of the article's news; null where nothing dates it.</summary>
    internal DateOnly? NewsDate => news?.Date ?? document.Article.Date;

    // The text up to its second head: the items of a round-up date their own news and no other's.
    private static IEnumerable<Sentence> Opening(Document document)
    {
        var told = document.Sentences.SkipWhile(s => s.Block.Kind is not (BlockKind.Paragraph or BlockKind.Standfirst));
        return told.TakeWhile(s => s.Block.Kind != BlockKind.Subhead).Where(s => s.Block.Kind is BlockKind.Paragraph or BlockKind.Standfirst);
    }

    /// <summary>Whether the article names this as a place elsewhere ("in Bannu"), so that "the Bannu attack" was there.</summary>
    internal bool IsPlaceOfArticle(string name) => names.Value.Contains(name);

    /// <summary>The one place that the headline names; null where it names none or several.</summary>
    internal TextSpan? HeadlinePlace()
    {
        var titles = document.Sentences.Where(s => s.Block.Kind == BlockKind.Title).ToList();
        var named = titles.SelectMany(s => places[s.Index].All).Where(p => p.Grade == PlaceGrade.Named).ToList();
        if (named.Count > 0)
            return named.Count == 1 ? named[0].Span : null;
        // "Zaporizhzhia mourns": a town as the subject; a capital is as often its government.
        return titles.SelectMany(s => Gazetteer.Mentions(document.Text, s.Span)).Where(m => m.Place.Kind is PlaceKind.Town or PlaceKind.Village && Countries.BySeat(m.Place.Name) is null).ToList() is [var town] ? town.Span : null;
    }

    private HashSet<string> NamesOfPlaces()
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var place in places.SelectMany(p => p.All).Where(p => p.Grade == PlaceGrade.Named))
        {
            var name = place.Span.In(document.Text);
            found.Add(name);
            // "the Bajaur district" is Bajaur elsewhere.
            var kind = name.LastIndexOf(' ') is var space && space > 0 ? name[(space + 1)..] : "";
            if (kind.Length > 0 && char.IsLower(kind[0]) && PlaceWords.Noun(kind) == PlaceNoun.Area)
                found.Add(name[..^(kind.Length + 1)]);
        }

        if (document.Article.Dateline is { Length: > 0 } dateline)
            found.Add(dateline.Split(',')[0].Trim());
        return found;
    }

    /// <summary>The setting of what a clause tells.</summary>
    public Setting Of(Sentence sentence, Clause clause)
    {
        var circle = places[sentence.Index].Circle(clause).ToList();
        return Of(sentence, places[sentence.Index].OfClause(clause), times[sentence.Index].OfClause(circle), clause.Subject is { } subject ? sentence.Chunks[subject.First].First : -1);
    }

    /// <summary>The setting of what a noun phrase names ("a drone attack on the base"), given by its chunk.</summary>
    public Setting OfNoun(Sentence sentence, int chunk) =>
        Of(sentence, places[sentence.Index].OfNoun(chunk), times[sentence.Index].OfNoun(chunk) ?? times[sentence.Index].Opening(chunk), sentence.Chunks[chunk].First);

    /// <summary>The setting of a noun phrase that belongs to what a clause tells ("…, causing four injuries"): its own, else the clause's.</summary>
    public Setting OfNoun(Sentence sentence, int chunk, Clause clause)
    {
        var circle = places[sentence.Index].Circle(clause).ToList();
        return Of(sentence, places[sentence.Index].OfNoun(chunk) ?? places[sentence.Index].OfClause(clause), times[sentence.Index].OfNoun(chunk) ?? times[sentence.Index].OfClause(circle), sentence.Chunks[chunk].First);
    }

    private Setting Of(Sentence sentence, PlacePhrase? place, TimePhrase? time, int token)
    {
        var words = place?.Span.In(document.Text);
        var setting = new Setting
        {
            Place = place is null ? null : placesTold.Named(words!, sentence, place.Span.Start, token < 0 ? null : sentence.Chunks.FirstOrDefault(c => c.First <= token && token < c.End)) ?? words,
            PlaceSpan = place?.Span,
        };
        if (time is not null)
        {
            return setting with
            {
                Date = time.Date,
                LastDate = time.LastDate,
                DatePrecision = time.Date is null ? DatePrecision.None : time.Precision,
                DateSpan = sentence.SpanOf(time.First, time.End),
                Since = time.Since,
                IsBackground = time.IsBackground,
            };
        }

        if (times[sentence.Index].BeforeThat(token, newsSentence <= sentence.Index ? NewsDate : document.Article.Date) is { } before)
            return setting with { Date = before.Date, DatePrecision = before.Precision };
        if (ToldOn(sentence) is { } carried)
            return setting with { Date = carried.Date, DatePrecision = carried.Precision, IsDateCarried = true };
        if (PointedBackTo(sentence, token) is { } dated)
            return setting with { Date = dated.Date, DatePrecision = dated.Precision };
        if (heads[sentence.Index] is { } head)
            return setting with { Date = head.Date, DatePrecision = head.Precision, IsDateCarried = true };
        return setting with { Date = NewsDate, DatePrecision = NewsDate is null ? DatePrecision.None : news?.Precision ?? DatePrecision.Day, IsDateInferred = NewsDate is not null, IsDateAssumed = NewsDate is not null && news is null };
    }

    // A block that names a day and nothing else dates what stands below it, up to the next head.
    private TimePhrase?[] DayHeads()
    {
        const int MostTokens = 8;
        var found = new TimePhrase?[document.Sentences.Length];
        TimePhrase? current = null;
        for (var i = 0; i < found.Length; i++)
        {
            var sentence = document.Sentences[i];
            var alone = (i == 0 || document.Sentences[i - 1].BlockIndex != sentence.BlockIndex) && (i + 1 == found.Length || document.Sentences[i + 1].BlockIndex != sentence.BlockIndex);
            if (alone && sentence.Tokens.Length <= MostTokens && times[i].Told.FirstOrDefault(t => t is { IsNewsDay: true, Precision: DatePrecision.Day }) is { } day && !sentence.Tokens.Where((t, k) => t.IsWord && (k < day.First || k >= day.End) && t.Lower is not "on").Any())
                current = day;
            else if (sentence.Block.Kind is BlockKind.Subhead)
                current = null;
            found[i] = current;
        }

        return found;
    }

    // A paragraph that has told of a day of its own goes on with that day: "About 24 hours earlier, a base was hit. An aircraft answered."
    private TimePhrase? ToldOn(Sentence sentence)
    {
        if (sentence.Index == 0 || document.Sentences[sentence.Index - 1].BlockIndex != sentence.BlockIndex)
            return null;
        for (var i = daysTold.Count; i < sentence.Index; i++)
            daysTold.Add(times[i].Told.LastOrDefault(t => t.IsNewsDay) ?? (i > 0 && document.Sentences[i - 1].BlockIndex == document.Sentences[i].BlockIndex ? daysTold[i - 1] : null));
        return daysTold[sentence.Index - 1];
    }

    // "One was killed in that strike": the day is that of the strike told of before.
    private TimePhrase? PointedBackTo(Sentence sentence, int token)
    {
        for (var k = 1; k < sentence.Chunks.Length; k++)
        {
            if (sentence.IsNoun(k) && sentence.Chunks[k].First > token && sentence.Word(k) is "that" or "those" && sentence.Kind(k - 1) == ChunkKind.Preposition && sentence.Word(k - 1) is "in" or "during" && EventWords.Noun(sentence.Head(k)) is not null)
                return Enumerable.Range(1, Math.Min(PointsBack, sentence.Index)).SelectMany(back => times[sentence.Index - back].Told.Reverse()).FirstOrDefault(t => t.IsNewsDay);
        }

        return null;
    }
}
