using System.Text;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Benchmarks;

/// <summary>
/// A day of wire copy made of sentence shapes of our own, with the facts a reader takes from each: as many stories as a tenth of the articles, a few of them told by hundreds of outlets and
/// most by two or three, as on a real day. A quarter of the articles carry an agency's words. One number and one seed always make the same day.
/// </summary>
internal sealed class WireDay(int seed)
{
    public static readonly DateOnly Date = new(2025, 6, 3);

    private static readonly string[] Openings = ["Kar", "Mel", "Tor", "Bes", "Dun", "Vor", "Hal", "Ned", "Sar", "Lum", "Gor", "Pel", "Ras", "Zab", "Ilm", "Oke", "Jin", "Fer", "Wad", "Nim"];
    private static readonly string[] Middles = ["a", "e", "o", "an", "er", "ol", "im", "ur", "es", "ab", "at", "il"];
    private static readonly string[] Endings = ["vik", "ton", "sar", "bad", "dan", "rut", "mor", "lin", "gat", "sk", "kent", "zan"];
    private static readonly string[] Actors = ["The army", "The air force", "The Zafir Brigades", "The Northern Front", "Border guards", "The Free Valley Movement"];
    private static readonly string[] Targets = ["a bus depot", "a market", "a grain store", "an apartment block", "a clinic", "a bridge", "a fuel station", "a school", "a police post", "a power station"];
    private static readonly string[] Claimants = ["the health ministry", "a hospital official", "the regional governor", "the mayor", "residents", "the emergency service", "police"];
    private static readonly string[] Trades = ["fishermen", "market traders", "teachers", "drivers", "nurses", "farmers", "clerks", "students", "railway workers", "bakers", "engineers", "shepherds"];
    private static readonly string[] Verbs = ["lost", "carried", "sold", "counted", "asked for", "gave away", "burned", "hid", "moved", "sorted", "needed", "waited for", "ran out of", "brought", "guarded", "shared", "stored", "missed", "ordered", "loaded"];
    private static readonly string[] Times = ["at dawn", "by noon", "overnight", "for hours", "since spring", "before the raid", "in the rain", "under floodlights", "without pay", "on foot", "until dusk", "as sirens wailed", "two weeks ago", "after prayers", "by candlelight", "in silence"];
    private static readonly string[] Links = ["near", "outside", "behind", "below", "across from", "along", "past", "beside", "towards", "above"];

    private static readonly string[] Things =
    [
        "bakery", "pharmacy", "library", "workshop", "granary", "laundry", "cinema", "tailor", "plumber", "printer", "greengrocer", "garage", "archive", "nursery", "tannery", "brewery", "sawmill", "dairy", "quarry", "foundry",
        "flour", "blankets", "diesel", "cement", "timber", "bottled water", "tents", "insulin", "batteries", "gravel", "onions", "copper wire", "bricks", "seed potatoes", "generators", "paper", "tyres", "soap", "candles", "rope",
    ];

    private static readonly string[] Quotes =
    [
        "We will answer this at a time of our choosing", "Nobody had warned us and nobody has come since", "It was a plain breach of the truce signed in the spring", "Those who gave the order will stand before a court",
        "The wounded must be let through without delay", "No soldier of ours was near that road",
    ];

    // So many that the fixed words of a quotation and a toll are no sixth of an article: two stories share no copy by them.
    private const int Details = 9;

    private readonly Random random = new(seed);

    private sealed record Plot(string Town, EventType Type, string Verb, string Actor, string Target, int Killed, int Wounded, string Agency, string Street, string Trade, string[] Words);

    /// <summary>The facts of that many articles.</summary>
    /// <param name="stories">How many stories they tell; a tenth of the articles where it is not given.</param>
    public ArticleFacts[] Articles(int count, int? stories = null)
    {
        var plots = Enumerable.Range(0, stories ?? Math.Max(3, count / 10)).Select(NewPlot).ToArray();
        var weights = new double[plots.Length];
        for (var i = 0; i < plots.Length; i++)
            weights[i] = (i == 0 ? 0 : weights[i - 1]) + (1.0 / (i + 5));
        return [.. Enumerable.Range(0, count).Select(n =>
        {
            var at = Array.BinarySearch(weights, random.NextDouble() * weights[^1]);
            return Article(n, plots[Math.Min(plots.Length - 1, at < 0 ? ~at : at)]);
        })];
    }

    private Plot NewPlot(int number)
    {
        var (type, verb) = random.Next(5) switch
        {
            0 => (EventType.AirStrike, "bombed"),
            1 => (EventType.DroneAttack, "sent drones against"),
            2 => (EventType.RocketAttack, "fired rockets at"),
            3 => (EventType.Shooting, "opened fire on"),
            _ => (EventType.Bombing, "blew up"),
        };
        var town = Name();
        var words = Enumerable.Range(0, 8).Select(_ => Of(Things)).ToArray();
        var plot = new Plot(town, type, verb, Of(Actors), Of(Targets), random.Next(1, 30), random.Next(2, 60), "", Name(), Of(Trades), words);
        return plot with { Agency = $"Smoke stood over {town} while {plot.Trade} {Of(Verbs)} {words[0]} {Of(Links)} {plot.Street}. {Detail(plot)} {Detail(plot)} {Detail(plot)}" };
    }

    private string Name() => Of(Openings) + Of(Middles) + Of(Middles) + Of(Endings);

    // No four words of it are fixed, so that two articles share a run of five only by carrying it.
    private string Detail(Plot plot) => random.Next(3) switch
    {
        0 => $"{Of(Times)}, the {Of(plot.Words)} {Of(Links)} {Name()} {Of(Verbs)} {Of(Things)} and {Of(Things)}.",
        1 => $"{Of(plot.Words)} from {Name()} {Of(Verbs)} {Of(Things)} {Of(Links)} {plot.Street} {Of(Times)}.",
        _ => $"{Name()}’s {Of(Things)} {Of(Verbs)} {Of(plot.Words)} {Of(Times)}, {Of(Links)} {Name()}.",
    };

    private ArticleFacts Article(int number, Plot plot)
    {
        var id = $"{seed:x4}{number:x6}";
        var text = new StringBuilder();
        var blocks = new List<TextBlock>();
        var casualties = new List<CasualtyReport>();
        var events = new List<EventReport>();
        var quotations = new List<Quotation>();
        var reactions = new List<Reaction>();

        Block(BlockKind.Title, () => Event(Write($"{plot.Actor} {plot.Verb} {plot.Target} in {plot.Town}"), headline: true));
        Block(BlockKind.Paragraph, () =>
        {
            Event(Write($"{plot.Actor} {plot.Verb} {plot.Target} in {plot.Town}"), headline: false);
            Harm(plot);
        });
        Block(BlockKind.Paragraph, () =>
        {
            if (random.Next(4) == 0)
                text.Append(plot.Agency);
            else
                text.AppendJoin(' ', Enumerable.Range(0, Details).Select(_ => Detail(plot)));
        });
        Block(BlockKind.Paragraph, () =>
        {
            var speaker = Of(Claimants);
            text.Append('“');
            var words = Write(Of(Quotes));
            text.Append("”, ").Append(speaker).Append(" said. ").AppendJoin(' ', Enumerable.Range(0, Details).Select(_ => Detail(plot)));
            var who = new Attribution(speaker, null, null, "said");
            quotations.Add(new(words, who));
            if (random.Next(2) == 0)
                reactions.Add(new(words, who, (Stance)random.Next(10), SpeakerKind.Official));
        });
        if (random.Next(3) == 0)
        {
            Block(BlockKind.Paragraph, () =>
            {
                text.Append("Last month ");
                events.Add(new(Write($"rockets hit a ferry off {plot.Street}"), EventType.RocketAttack) { Place = plot.Street, Target = "a ferry", IsBackground = true });
                text.Append(", and the ferry has not sailed since.");
            });
        }

        var article = new Article { Id = id, Name = $"{id}.txt", Text = text.ToString(), Blocks = [.. blocks], Date = Date, DateBasis = DateBasis.Stated, Outlet = $"Outlet {random.Next(200)}" };
        return new(article) { Casualties = [.. casualties], Events = [.. events], Quotations = [.. quotations], Reactions = [.. reactions] };

        void Block(BlockKind kind, Action write)
        {
            var start = text.Length;
            write();
            blocks.Add(new(kind, new(start, text.Length)));
            text.Append('\n');
        }

        void Event(Provenance words, bool headline) => events.Add(new(words, plot.Type)
        {
            Actor = random.Next(5) == 0 ? null : plot.Actor,
            Target = plot.Target,
            Place = plot.Town,
            Date = Date,
            DatePrecision = DatePrecision.Day,
            IsHeadline = headline,
        });

        void Harm(Plot told)
        {
            var who = Of(Claimants);
            text.Append(" on Tuesday, killing ");
            var killed = told.Killed + (random.Next(3) == 0 ? random.Next(3) : 0);
            casualties.Add(new(Write($"{killed} {told.Trade}"), HarmEffect.Killed, random.Next(3) == 0 ? CountRange.AtLeast(killed) : CountRange.Exactly(killed)) { Victims = told.Trade, Place = told.Town, Date = Date, DatePrecision = DatePrecision.Day, Claimant = new(who, null, null, "said") });
            text.Append(" and wounding ");
            casualties.Add(new(Write($"{told.Wounded} others"), HarmEffect.Wounded, CountRange.Exactly(told.Wounded)) { Victims = "others", Place = told.Town, Date = Date, DatePrecision = DatePrecision.Day, Claimant = new(who, null, null, "said") });
            text.Append(", ").Append(who).Append(" said.");
        }

        Provenance Write(string words)
        {
            var start = text.Length;
            text.Append(words);
            return new(id, new TextSpan(start, text.Length), words);
        }
    }

    private string Of(string[] from) => from[random.Next(from.Length)];
}
