using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>The events of one article together: pronouns and "the group" are resolved to the actor named before, and an account that points back takes over what it does not repeat.</summary>
internal sealed class StoryEvents(Document document, Settings settings, Attributions attributions, List<EventDraft> drafts)
{
    /// <summary>How many accounts back an attack is looked for that another goes on about or answers.</summary>
    private const int Recent = 50;

    /// <summary>How many sentences an answer may stand behind the attack it answers.</summary>
    private const int AnswerReach = 2;

    /// <summary>How many sentences on an article may still speak of the attack it has just dated.</summary>
    private const int ContinuesWithin = 2;

    /// <summary>How many days before the article's news an attack is old news. The day before is often told with it.</summary>
    private const int OldNews = 2;

    // The group last named up to the end of each sentence, filled as far as it was asked for.
    private readonly List<string?> groups = [];

    internal IEnumerable<EventDraft> Resolve()
    {
        EventDraft? main = null;
        string? lastActor = null;
        var done = new List<EventDraft>();
        foreach (var draft in drafts)
        {
            var told = draft with { Actor = ActorOf(draft, lastActor), Target = TargetOf(draft) };
            if (AddsNothing(told, done))
                continue;
            told = AtTheSame(told, done);
            told = Answering(Continuing(main is null ? told : WithCarried(told, main), done), done);
            // "rejects the attack on Harir": another attack than the article's own, known before and on a day that is not told.
            if (told is { IsDefinite: true, IsNominal: true, Setting: { IsDateInferred: true, Place: { } there } } && done.Exists(e => e.Setting.Place is not null) && done.TrueForAll(e => e.Setting.Place is not { } place || !MayBe(there, place)))
                told = told with { Setting = told.Setting with { Date = null, LastDate = null, DatePrecision = DatePrecision.None } };
            main ??= told.Setting.IsBackground || IsOld(told) ? null : told;
            lastActor = told.Actor ?? lastActor;
            done.Add(told);
        }

        return WithBeginnings(Aged(Headed(NamedLater(done.ConvertAll(Undated)))));
    }

    // "Clash in Maguindanao leaves five dead" above a text that says of none of its attacks where it was: there.
    private List<EventDraft> Headed(List<EventDraft> told)
    {
        var news = told.FindAll(e => !e.Setting.IsBackground);
        if (news.Count == 0 || news.Exists(e => e is { Setting.Place: not null, Sentence.IsHeadline: false }) || settings.HeadlinePlace() is not { } place)
            return told;
        return told.ConvertAll(e => e.Setting is { IsBackground: false, Place: null } && e.Type == news[0].Type ? e with { Setting = e.Setting with { Place = place.In(document.Text), PlaceSpan = place, IsPlaceCarried = true } } : e);
    }

    // "On Tuesday the town mourned the victims of two bombs": the day is that of the mourning, and that of the bombs is not told.
    private EventDraft Undated(EventDraft draft)
    {
        if (draft.Setting is not { IsBackground: false, DateSpan: null, Date: not null, IsDateCarried: false })
            return draft;
        var mourned = draft.Sentence.Clauses.Any(c => Mourning.Contains(c.Lemma) && c.Verb.End <= draft.First) || document.Sentences.Any(s => s.Block.Kind == News.BlockKind.Title && s.Clauses.Any(c => Mourning.Contains(c.Lemma)));
        return mourned ? draft with { Setting = draft.Setting with { Date = null, LastDate = null, DatePrecision = DatePrecision.None } } : draft;
    }

    /// <summary>Verbs for what is done about the dead when the attack is over.</summary>
    private static readonly FrozenSet<string> Mourning = WordList.Read("Facts/Events/mourning.words.txt");

    // "Late on Tuesday, drones targeted a base. ‘Several drones were launched …’": what goes on about an attack dates it no anew.
    private static EventDraft Continuing(EventDraft draft, List<EventDraft> before)
    {
        if (draft.Setting is not { IsDateInferred: true, IsBackground: false } || draft.Type == EventType.Attack || draft.Sentence.IsHeadline
            || before.TakeLast(Recent).LastOrDefault(e => e.Type == draft.Type) is not { Setting: { DateSpan: not null, Date: not null, LastDate: null, IsBackground: false } when } known
            || known.Sentence.Index < draft.Sentence.Index - ContinuesWithin || known.Sentence.IsHeadline
            || (known.Actor is not null && draft.Actor is not null && !Entities.Same(known.Actor, draft.Actor)))
        {
            return draft;
        }

        return draft with { Setting = draft.Setting with { Date = when.Date, LastDate = when.LastDate, DatePrecision = when.DatePrecision } };
    }

    // An article whose news is of Wednesday recalls the attack of Saturday; one that tells of Saturday's alone is about it.
    private List<EventDraft> Aged(List<EventDraft> told)
    {
        // "Militiamen killed 38 people on 27 February, the group said today": what an article opens with is its news, however old.
        if (told.FindIndex(e => e.Setting is { IsBackground: true, Since: null, DateSpan: not null } && e.Setting.Date == settings.NewsDate && IsLead(e)) is >= 0 and var lead)
            told = [.. told.Select((e, i) => i == lead ? e with { Setting = e.Setting with { IsBackground = false } } : e)];
        return told.Exists(e => !e.Setting.IsBackground && !IsOld(e)) ? told.ConvertAll(e => IsOld(e) ? e with { Setting = e.Setting with { IsBackground = true } } : e) : told;
    }

    private bool IsOld(EventDraft draft) =>
        draft.Setting is { IsBackground: false, DateSpan: not null } setting && (setting.LastDate ?? setting.Date) is { } date && settings.NewsDate is { } news && news.DayNumber - date.DayNumber >= OldNews && !draft.Sentence.IsHeadline && !IsLead(draft);

    // The only attack that an article opens with is its news: "Hundreds buried on Thursday those whom Monday's strike killed".
    private bool IsLead(EventDraft draft) =>
        document.Sentences.FirstOrDefault(s => s.Block.Kind == News.BlockKind.Paragraph) is { } lead && lead.Index == draft.Sentence.Index && drafts.Count(d => d.Sentence.Index == lead.Index) == 1;

    // "The base was hit by rockets. An aircraft responded": where it struck is not told, and when only by what it answers.
    private static EventDraft Answering(EventDraft draft, List<EventDraft> before)
    {
        if (!draft.IsAnswer || draft.Setting.Place is not null
            || before.TakeLast(Recent).LastOrDefault(e => !e.Setting.IsBackground && !e.Sentence.IsHeadline && e.Sentence.Index >= draft.Sentence.Index - AnswerReach && (e.Actor is null || draft.Actor is null || !Entities.Same(e.Actor, draft.Actor))) is not { } answered)
        {
            return draft;
        }

        var setting = draft.Setting.DateSpan is null ? draft.Setting with { Date = answered.Setting.Date, LastDate = answered.Setting.LastDate, DatePrecision = answered.Setting.DatePrecision } : draft.Setting;
        return draft with { Answered = answered, Setting = setting };
    }

    // "More than 60 attacks … The attacks, which began on 17 October": the day is the first of the series counted before.
    private List<EventDraft> WithBeginnings(List<EventDraft> told)
    {
        foreach (var sentence in document.Sentences)
        {
            foreach (var clause in sentence.Clauses)
            {
                if (clause.Lemma is not ("begin" or "start") || clause.Subject is not { } subject || sentence.Head(subject.First) is not { Pos: PartOfSpeech.PluralNoun } head || EventWords.Noun(head) is not { } noun
                    || settings.Of(sentence, clause) is not { DateSpan: not null, Date: { } first })
                {
                    continue;
                }

                var at = told.FindLastIndex(e => e is { IsNominal: true, Setting: { IsBackground: true, Since: null } } && (e.Count is not null || e.IsCounted) && (e.Type == noun.Type || noun.Type == EventType.Attack) && e.Sentence.Index < sentence.Index);
                if (at >= 0)
                    told[at] = told[at] with { Setting = told[at].Setting with { Since = first } };
            }
        }

        return told;
    }

    private string? ActorOf(EventDraft draft, string? lastActor)
    {
        if (draft.Actor is not { } actor)
            return null;
        var lower = actor.ToLowerInvariant();
        // "Our aircraft struck …": whose they are only the speaker's words would say.
        if (lower.StartsWith("our ", StringComparison.Ordinal) || lower.StartsWith("my ", StringComparison.Ordinal) || lower is "we" or "i")
            return null;
        if (lower is "it" or "they" or "he" or "she" or "who" or "which" or "that" || lower.StartsWith("its ", StringComparison.Ordinal) || lower.StartsWith("their ", StringComparison.Ordinal) || lower.StartsWith("his ", StringComparison.Ordinal))
        {
            if (lower is "they" && lastActor is not null)
                return lastActor;
            // "It said the army had stored shells there and its own drone had hit them": whoever says so, not whom it names.
            if (lower.StartsWith("its ", StringComparison.Ordinal) && attributions.All(draft.Sentence.Tokens[draft.Sentence.Chunks[draft.Anchor].Head].Span).FirstOrDefault()?.Attribution is { Role: null } said && Entities.KindOf(said.Speaker, null) is SpeakerKind.ArmedGroup or SpeakerKind.Government)
                return said.Speaker;
            return (SayerBefore(draft) is not { } sayer ? null : sayer.Contains("spokes", StringComparison.OrdinalIgnoreCase) ? SpokenFor(sayer[..sayer.IndexOf("spokes", StringComparison.OrdinalIgnoreCase)]) ?? sayer : sayer) ?? (lower is "it" or "they" or "he" or "she" or "who" or "which" or "that" ? lastActor : actor);
        }

        // "The enemy": whoever it was, in the words of one side.
        if (lower is "enemy" or "same enemy" or "aggressor" or "occupier" or "occupiers")
            return null;
        if (lower.IndexOf("spokes", StringComparison.Ordinal) is >= 0 and var spokesman)
            return SpokenFor(actor[..spokesman]);
        if (lower is "group" or "militia" or "movement" or "organisation" or "organization" or "militants" or "rebels" or "faction")
            return GroupBefore(draft.Sentence, draft.First) ?? actor;
        return actor;
    }

    // "Houthi military spokesman Hamid Ali": who speaks did not fire; whom he speaks for did.
    private static string? SpokenFor(string words)
    {
        var names = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var n = names.Length; n > 0; n--)
        {
            var name = string.Join(' ', names[..n]);
            if (Actors.Find(name) is { Kind: ActorKind.Armed or ActorKind.Authority } side)
                return side.Name;
            if (Countries.ByAdjective(name) is { } country)
                return country.Code == "US" ? "US" : country.Name;
        }

        return null;
    }

    // "Kataib Hezbollah claimed responsibility, saying it had launched …": whoever speaks in the clause before.
    private string? SayerBefore(EventDraft draft)
    {
        var sentence = draft.Sentence;
        for (var i = sentence.Clauses.Length - 1; i >= 0; i--)
        {
            var clause = sentence.Clauses[i];
            if (clause.Verb.First >= draft.First || clause.Subject is not { } subject || subject.First >= draft.Anchor || clause.Kind is ClauseKind.Participial or ClauseKind.Infinitive or ClauseKind.Reduced || sentence.Head(subject.First).Lower is "responsibility")
                continue;
            var head = sentence.Head(subject.First);
            if (head.Pos == PartOfSpeech.Pronoun || (!clause.IsSpeech() && EventWords.WeaponOf(head) is not null))
                continue;
            return ActorReader.Phrase(sentence, subject.First, document.Text);
        }

        return null;
    }

    private string? GroupBefore(Sentence sentence, int token)
    {
        for (var s = groups.Count; s < sentence.Index; s++)
            groups.Add(LastGroup(document.Sentences[s].Tokens, document.Sentences[s].Tokens.Length) ?? (s > 0 ? groups[s - 1] : null));
        return LastGroup(sentence.Tokens, token) ?? (sentence.Index > 0 ? groups[sentence.Index - 1] : null);
    }

    private static string? LastGroup(ImmutableArray<Token> tokens, int before)
    {
        for (var i = before - 1; i >= 0; i--)
        {
            for (var n = 1; n <= 4 && n <= i + 1; n++)
            {
                if (!tokens[i - n + 1].IsCapitalised)
                    continue;
                var name = string.Join(' ', tokens[(i - n + 1)..(i + 1)].Select(t => t.Text));
                if (n == 1 && name.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && Actors.Find(name[..hyphen]) is { Kind: ActorKind.Armed or ActorKind.Authority } compound)
                    return compound.Name;
                if (Actors.Find(name) is { Kind: ActorKind.Armed or ActorKind.Authority } actor)
                    return actor.Name == name ? name : actor.Name;
            }
        }

        return null;
    }

    private static string? TargetOf(EventDraft draft) => draft.Target?.ToLowerInvariant() is "it" or "them" or "him" or "her" or "us" && draft.Target is not "US" ? null : draft.Target;

    // "The strike", "the second bomb": the same attack as the one told before, so its type and its actor hold.
    private static EventDraft WithCarried(EventDraft draft, EventDraft main)
    {
        var back = draft.IsDefinite && !draft.Setting.IsBackground && MayBe(draft, main);
        // "They bombed cranes" was done by the aircraft told of before.
        var generic = draft.Means is null && (draft.Type == EventType.Attack || (draft.Type == EventType.Bombing && !draft.IsNominal && main.Type == EventType.AirStrike));
        // "The second bomb" of an air raid fell from the air as well.
        if (back && draft.Type == EventType.Bombing && main.Type == EventType.AirStrike)
            draft = draft with { Type = main.Type };
        if (generic && main.Type != EventType.Clash && (back || draft.Type == EventType.Bombing || (draft.Actor is not null && main.Actor is not null && Entities.Same(draft.Actor, main.Actor))) && !draft.Setting.IsBackground)
            draft = draft with { Type = main.Type };
        if (back && draft.Actor is null)
            draft = draft with { Actor = main.Actor };
        return draft;
    }

    // "The same base was hit on Saturday", "drone attacks against the base": the base named before.
    private static EventDraft AtTheSame(EventDraft draft, List<EventDraft> before)
    {
        if (draft.Setting.Place is not null || draft.TargetChunk < 0 || draft.Sentence.Chunks[draft.TargetChunk] is not { } np || draft.Sentence.Tokens[np.First].Lower is not "the" || np.Head > np.First + 2
            || (np.Head == np.First + 2 && draft.Sentence.Tokens[np.First + 1].Lower != "same") || PlaceWords.Noun(draft.Sentence.Tokens[np.Head]) is not (PlaceNoun.Site or PlaceNoun.Area))
        {
            return draft;
        }

        var noun = draft.Sentence.Tokens[np.Head].Lower;
        var place = before.Select(e => e.Setting.Place).LastOrDefault(p => p is not null && p.Split(' ') is var words && words.Length > 1 && char.IsUpper(words[0][0]) && Array.Exists(words, w => w.EndsWith(noun, StringComparison.OrdinalIgnoreCase)));
        return place is null ? draft : draft with { Setting = draft.Setting with { Place = place, IsPlaceCarried = true } };
    }

    // "The latest strikes targeted the brigades", where it is told already that strikes targeted them.
    private static bool AddsNothing(EventDraft draft, List<EventDraft> before) =>
        draft is { IsDefinite: true, Target: { } target, Count: null, Setting: { Place: null, DateSpan: null } }
        && before.Exists(e => e.Type == draft.Type && !e.Sentence.IsHeadline && e.Target is { } told && Entities.Same(told, target));

    // "Strike kills three": a headline leaves out who struck; the first account of the text that may be of the same attack says it.
    private static List<EventDraft> NamedLater(List<EventDraft> told) =>
        told.ConvertAll(e => e is { Actor: null, IsNominal: true, Sentence.IsHeadline: true, Setting.IsBackground: false, IsClaimedByActor: false }
            && told.Find(o => o is { Actor: not null, Sentence.IsHeadline: false, Setting.IsBackground: false, IsClaimedByActor: false } && (o.Type == e.Type || e.Type == EventType.Attack) && MayBe(e, o)) is { } named
                ? e with { Actor = named.Actor } : e);

    // What another day or place is named for is another attack.
    private static bool MayBe(EventDraft draft, EventDraft main) =>
        (draft.Setting.DateSpan is null || draft.Setting.Date is null || main.Setting.Date is null || draft.Setting.Date == main.Setting.Date)
        && (draft.Setting.Place is not { } place || main.Setting.Place is not { } there || MayBe(place, there));

    // Two places the gazetteer knows are apart unless one holds the other; "south of Baghdad" may hold anything of its country.
    private static bool MayBe(string a, string b)
    {
        if (a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase) || Gazetteer.Locate(a) is not { } one || Gazetteer.Locate(b, one.Place.Country) is not { } other)
            return true;
        return Gazetteer.Contains(one.Place, other.Place) || Gazetteer.Contains(other.Place, one.Place) || ((one.Relation ?? other.Relation) is not null && one.Place.Country == other.Place.Country);
    }
}
