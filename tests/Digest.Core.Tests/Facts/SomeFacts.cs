using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Tests.Facts;

/// <summary>Facts drawn at random over a text drawn at random: every field set in some of them and absent in others.</summary>
internal sealed class SomeFacts(int seed)
{
    private static readonly string[] Pieces =
        ["At least three", " \"we will answer\" ", "said\n", "“stop”", "Zaporizhzhia\t", "é", "😀", "\\", "</script>", "‎", "\u0001", "السلام", " 12 ", "…"];

#pragma warning disable CA5394 // A test draws from a seed so that it can be repeated; nothing secret comes of it.
    private readonly Random random = new(seed);

    public ArticleFacts Draw()
    {
        var text = string.Concat(Many(() => Pick(Pieces))) + "end";
        var article = new Article
        {
            Id = $"{random.Next():x}",
            Name = Word(),
            Text = text,
            Blocks = [.. Many(() => new TextBlock(Kind<BlockKind>(), Span(text)))],
            Title = Maybe(Word),
            Byline = Maybe(Word),
            Outlet = Maybe(Word),
            Dateline = Maybe(Word),
            Agencies = [.. Many(Word)],
            Url = Maybe(Word),
            Date = MaybeDate(),
            DateBasis = Kind<DateBasis>(),
        };
        return new(article)
        {
            Casualties = [.. Many(() => Casualty(article))],
            Toll = new(MaybeValue(Range), MaybeValue(Range)),
            Quotations = [.. Many(() => new Quotation(At(article), Maybe(() => Attribution(text))))],
            Statements = [.. Many(() => new Statement(At(article), Attribution(text), Kind<StatementType>(), Word(), [.. Many(() => Span(text))]))],
            Reactions = [.. Many(() => new Reaction(At(article), Attribution(text), Kind<Stance>(), Kind<SpeakerKind>()) { StanceEvidence = Maybe(Word) })],
            Events = [.. Many(() => Event(article))],
        };
    }

    private CasualtyReport Casualty(Article article) => new(At(article), Kind<HarmEffect>(), Range())
    {
        Vague = Maybe(Word),
        Victims = Maybe(Word),
        Place = Maybe(Word),
        Date = MaybeDate(),
        DatePrecision = Kind<DatePrecision>(),
        LastDate = MaybeDate(),
        IsDateInferred = Coin(),
        Claimant = Maybe(() => Attribution(article.Text)),
        Status = Kind<FigureStatus>(),
        DeniedBy = Maybe(Word),
        IsCumulative = Coin(),
        IsPartial = Coin(),
        IsBackground = Coin(),
        IsHeadline = Coin(),
    };

    private EventReport Event(Article article) => new(At(article), Kind<EventType>())
    {
        Answers = MaybeValue(() => Span(article.Text)),
        Actor = Maybe(Word),
        Target = Maybe(Word),
        Means = Maybe(Word),
        Place = Maybe(Word),
        Date = MaybeDate(),
        DatePrecision = Kind<DatePrecision>(),
        LastDate = MaybeDate(),
        Count = MaybeValue(() => random.Next(100)),
        CountIsMinimum = Coin(),
        IsBackground = Coin(),
        Since = MaybeDate(),
        IsHeadline = Coin(),
        Attribution = Maybe(() => Attribution(article.Text)),
        IsClaimedByActor = Coin(),
    };

    private Attribution Attribution(string text) => new(Word(), Maybe(Word), MaybeValue(() => Span(text)), Coin() ? "" : Word());

    private Provenance At(Article article)
    {
        // Never half of a surrogate pair: JSON cannot hold one.
        while (true)
        {
            var span = Span(article.Text);
            var evidence = span.In(article.Text);
            if (!span.IsEmpty && !char.IsLowSurrogate(evidence[0]) && !char.IsHighSurrogate(evidence[^1]))
                return new(article.Id, span, evidence);
        }
    }

    private TextSpan Span(string text)
    {
        var start = random.Next(text.Length);
        return new(start, random.Next(start, text.Length + 1));
    }

    private CountRange Range() => random.Next(4) switch
    {
        0 => default,
        1 => CountRange.AtLeast(random.Next(50)),
        2 => CountRange.UpTo(random.Next(50)),
        _ => CountRange.Between(random.Next(5), random.Next(5, 50)),
    };

    private TKind Kind<TKind>()
        where TKind : struct, Enum => Pick(Enum.GetValues<TKind>());

    private string Word() => Pick(Pieces);

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private bool Coin() => random.Next(2) == 0;

    private T? Maybe<T>(Func<T> draw)
        where T : class => Coin() ? draw() : null;

    private T? MaybeValue<T>(Func<T> draw)
        where T : struct => Coin() ? draw() : null;

    private DateOnly? MaybeDate() => MaybeValue(() => DateOnly.FromDayNumber(random.Next(700000, 740000)));

    private ImmutableArray<T> Many<T>(Func<T> draw) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => draw())];
#pragma warning restore CA5394
}
