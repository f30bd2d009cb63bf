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
/// Renders the mail's bodies within the size that mail clients show whole. What must give way does so in order, further wordings first;
/// a figure is printed with its claimant or its event is left to the page whole, and the mail says so.
/// </summary>
public static class EmailBodies
{
    /// <summary>UTF-8 bytes of HTML. Gmail cuts at about 102 KB.</summary>
    public const int Budget = 80 * 1024;

    private static readonly (string Said, Func<DigestModel, DigestModel> Trim)[] Steps =
    [
        ("further wordings of statements", model => InStories(model, story => story with { Reactions = Reactions(story, int.MaxValue) })),
        ("background", model => InStories(model, story => story with { Background = [] })),
        ("most events without figures", model => InStories(model, story => story with { Escalation = [.. story.Escalation.Take(8)] })),
        ("some statements", model => InStories(model, story => story with { Reactions = Reactions(story, 4) })),
        ("what is not known", model => InStories(model, story => story with { NotKnown = [] })),
        ("most statements", model => InStories(model, story => story with { Reactions = Reactions(story, 1), Escalation = [.. story.Escalation.Take(2)] })),
        ("the links from figures to their passages", model => InStories(model, story => story with { Events = [.. story.Events.Select(Unlinked)] })),
        ("the articles that no figure cites", Cited),
    ];

    public static EmailBody Render(DigestModel model, TemplateSet templates, Recipient recipient)
    {
        var trimmed = ImmutableArray<string>.Empty;
        foreach (var (said, trim) in Steps)
        {
            if (Fitting(model, trimmed) is { } fits)
                return fits;
            (model, trimmed) = (trim(model), trimmed.Add(said));
        }
        // With the events go the articles that only they cite.
        var whole = model;
        for (var events = Events(model); events > 1 && Fitting(model, trimmed) is null;)
        {
            events -= Math.Max(1, events / 8);
            model = Cited(WithEvents(whole, events));
            trimmed = [.. trimmed.Take(Steps.Length), "the figures of the last events"];
        }
        return Body(model, templates, recipient, trimmed, int.MaxValue)!;

        EmailBody? Fitting(DigestModel within, ImmutableArray<string> said) => Body(within, templates, recipient, said, Budget) is { } body && Encoding.UTF8.GetByteCount(body.Html) <= Budget ? body : null;
    }

    private static int Events(DigestModel model) => model.Stories.Sum(story => story.Events.Length);

    // What has more characters than bytes are allowed is not made to its end.
    private static EmailBody? Body(DigestModel model, TemplateSet templates, Recipient recipient, ImmutableArray<string> trimmed, int longest)
    {
        var values = DigestValues.Of(model, model.Edition.Publication.DayUrl(model.Edition.Day.Date), ("mail", Mail(model, recipient, trimmed)));
        return templates.RenderWithin("email.html", values, Escaping.Html, longest) is { } html ? new(html, templates.Render("email.txt", values, Escaping.None), trimmed) : null;
    }

    /// <summary>Of the articles, those that a figure of the mail cites.</summary>
    private static DigestModel Cited(DigestModel model)
    {
        var cited = model.Stories.SelectMany(story => story.Events).SelectMany(section => section.Claims).SelectMany(row => row.Claim.Citations).Select(citation => citation.SourceNumber).ToHashSet();
        return model with { Sources = [.. model.Sources.Where(source => cited.Contains(source.Source.Number))] };
    }

    /// <summary>What templates of a mail see besides.</summary>
    internal static MapValue Mail(DigestModel model, Recipient recipient, ImmutableArray<string> trimmed) => MapValue.With(
        ("subject", EmailMessage.Subject(model)),
        ("unsubscribe_url", EmailMessage.UnsubscribeUrl(model.Edition.Publication, recipient)),
        ("note", DisplayText.Line(model.Edition.Publication.PostalNote)),
        ("left_out", trimmed.IsEmpty ? TemplateValue.Null : Numerals.Listed(trimmed)));

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

    /// <summary>The first events with all their claims; of the rest, none.</summary>
    private static DigestModel WithEvents(DigestModel model, int count)
    {
        var stories = ImmutableArray.CreateBuilder<StorySection>();
        foreach (var story in model.Stories)
        {
            stories.Add(story with { Events = [.. story.Events.Take(Math.Max(0, count))] });
            count -= story.Events.Length;
        }
        return model with { Stories = stories.ToImmutable() };
    }
}
