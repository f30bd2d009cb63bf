using System.Collections.Immutable;
using System.Text;
using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;
using Digest.Rendering.Templates;

namespace Digest.Rendering.Outputs;

/// <summary>Whom a mail is for.</summary>
/// <param name="Token">Opaque and signed; it stands in the unsubscribe address and, hashed, in the Message-ID.</param>
public sealed record Recipient(string Address, string Token)
{
    /// <summary>For previews and for the mail that <c>digest build</c> writes.</summary>
    public static Recipient Preview { get; } = new("reader@example.org", "preview");
}

/// <summary>A mail's two bodies.</summary>
/// <param name="Trimmed">What was left to the web page to keep the mail within its size; empty where nothing was.</param>
public sealed record EmailBody(string Html, string Text, ImmutableArray<string> Trimmed);

/// <summary>
/// Renders the mail's bodies within the size that mail clients show whole. What must give way does so in order, further wordings first, the last stories last;
/// a figure is printed with its claimant or its event is left to the page whole, and the mail says so.
/// </summary>
public static class EmailBodies
{
    /// <summary>UTF-8 bytes of HTML. Gmail cuts at about 102 KB.</summary>
    public const int Budget = 80 * 1024;

    /// <summary>Stories that a mail cannot tell are named in it, so many at most, and the others counted.</summary>
    private const int MostNamed = 25;

    private static readonly (string Said, Func<DigestModel, DigestModel> Trim)[] Steps =
    [
        ("further wordings of statements", model => InStories(model, story => story with { Reactions = Reactions(story, int.MaxValue) })),
        ("background", model => InStories(model, story => story with { Background = [] })),
        ("most events without figures", model => InStories(model, story => story with { Escalation = [.. story.Escalation.Take(8)] })),
        ("some statements", model => InStories(model, story => story with { Reactions = Reactions(story, 4) })),
        ("what is not known", model => InStories(model, story => story with { NotKnown = [] })),
        ("most statements", model => InStories(model, story => story with { Reactions = Reactions(story, 1), Escalation = [.. story.Escalation.Take(2)] })),
        ("the links from figures to their passages", model => InStories(model, story => story with { Events = [.. story.Events.Select(Unlinked)] })),
        ("the articles that nothing in it cites", model => Cited(new(model, [])).Model),
    ];

    public static EmailBody Render(DigestModel model, TemplateSet templates, Recipient recipient)
    {
        var cut = new Cut(model, []);
        foreach (var (said, trim) in Steps)
        {
            if (Fitting(cut) is { } fits)
                return fits;
            cut = new(trim(cut.Model), cut.Said.Add(said));
        }
        if (Fitting(cut) is { } all)
            return all;
        // The most that fits: what is left when so many units from the first are told grows with their number.
        var (least, most) = (0, cut.Model.Stories.Sum(Units) - 1);
        EmailBody? best = null;
        while (least <= most)
        {
            var units = (least + most) / 2;
            if (Fitting(First(cut, units)) is { } body)
                (best, least) = (body, units + 1);
            else
                most = units - 1;
        }
        return best ?? Body(First(cut, 0), templates, recipient, int.MaxValue)!;

        EmailBody? Fitting(Cut tried) => Body(tried, templates, recipient, Budget) is { } body && Encoding.UTF8.GetByteCount(body.Html) <= Budget ? body : null;
    }

    /// <summary>A mail's content, shortened.</summary>
    /// <param name="Said">What was left out, for the reader.</param>
    internal sealed record Cut(DigestModel Model, ImmutableArray<string> Said)
    {
        /// <summary>The stories that are named and no more.</summary>
        public ImmutableArray<StorySection> Named { get; init; } = [];
    }

    // What has more characters than bytes are allowed is not made to its end.
    private static EmailBody? Body(Cut cut, TemplateSet templates, Recipient recipient, int longest)
    {
        var values = DigestValues.Of(cut.Model, DayUrl(cut.Model), ("mail", Mail(cut, recipient)));
        return templates.RenderWithin("email.html", values, Escaping.Html, longest) is { } html ? new(html, templates.Render("email.txt", values, Escaping.None), cut.Said) : null;
    }

    /// <summary>What templates of a mail see besides.</summary>
    internal static MapValue Mail(Cut cut, Recipient recipient) => MapValue.With(
        ("subject", EmailMessage.Subject(cut.Model)),
        ("unsubscribe_url", EmailMessage.UnsubscribeUrl(cut.Model.Edition.Publication, recipient)),
        ("note", DisplayText.Line(cut.Model.Edition.Publication.PostalNote)),
        ("further_stories", TemplateValue.Of(cut.Named.Select(story => MapValue.With(("headline", story.Headline), ("url", $"{DayUrl(cut.Model)}#cd-{story.Anchor}"))))),
        ("left_out", cut.Said.IsEmpty ? TemplateValue.Null : Numerals.Listed(cut.Said)));

    private static string DayUrl(DigestModel model) => model.Edition.Publication.DayUrl(model.Edition.Day.Date);

    /// <summary>Of the articles, those that something in the mail cites.</summary>
    private static Cut Cited(Cut cut)
    {
        var model = cut.Model;
        var lines = model.KeyPoints.Append(model.Comparison).Concat(model.Notice?.Lines ?? [])
            .Concat(model.Stories.SelectMany(story => story.Escalation.Concat(story.NotKnown).Concat(story.Background)))
            .Concat(model.Stories.SelectMany(story => story.Reactions).SelectMany(group => group.Speakers).SelectMany(speaker => speaker.Statements).SelectMany(statement => statement.Wordings))
            .Concat(model.Stories.SelectMany(story => story.Events).SelectMany(section => section.Notes));
        var cited = lines.SelectMany(line => line.Cites).Select(cite => cite.Number)
            .Concat(model.Stories.SelectMany(story => story.Events).SelectMany(section => section.Claims).SelectMany(row => row.Claim.Citations).Select(citation => citation.SourceNumber)).ToHashSet();
        return cut with { Model = model with { Sources = [.. model.Sources.Where(source => cited.Contains(source.Source.Number))] } };
    }

    private static DigestModel InStories(DigestModel model, Func<StorySection, StorySection> trim) => model with { Stories = [.. model.Stories.Select(trim)] };

    /// <summary>At most so many speakers of each kind and statements of each, in their first wording.</summary>
    private static ImmutableArray<SpeakerGroup> Reactions(StorySection story, int most) => [.. story.Reactions.Select(group => group with
    {
        Speakers = [.. group.Speakers.Take(most).Select(speaker => speaker with
        {
            Statements = [.. speaker.Statements.Take(most).Select(statement => statement with { Wordings = [.. statement.Wordings.Take(1)] })],
        })],
    })];

    // The articles that carry each figure are still named; only the links go.
    private static EventSection Unlinked(EventSection section) => section with { Claims = [.. section.Claims.Select(claim => claim with { Cites = [] })] };

    /// <summary>A story's events with figures, one by one; a story without any is one unit.</summary>
    private static int Units(StorySection story) => Math.Max(1, story.Events.Length);

    /// <summary>The first units of the stories, each event with all its claims; of the stories after them, the first by name. With the events go the articles that only they cite.</summary>
    private static Cut First(Cut cut, int units)
    {
        var stories = ImmutableArray.CreateBuilder<StorySection>();
        foreach (var story in cut.Model.Stories.TakeWhile(_ => units > 0))
        {
            stories.Add(story with { Events = [.. story.Events.Take(units)] });
            units -= Units(story);
        }
        var (further, said) = (cut.Model.Stories.Length - stories.Count, cut.Said);
        if (units < 0)
            said = said.Add("the figures of the last events");
        if (further > 0)
            said = said.Add(further == 1 ? "all but the headline of one story" : $"all but the headlines of {Numerals.InProse(Math.Min(further, MostNamed))} stories");
        if (further > MostNamed)
            said = said.Add($"{Numerals.InProse(further - MostNamed)} more stor{(further - MostNamed == 1 ? "y" : "ies")}");
        return Cited(cut with { Model = cut.Model with { Stories = stories.ToImmutable() }, Said = said, Named = [.. cut.Model.Stories.Skip(stories.Count).Take(MostNamed)] });
    }
}
