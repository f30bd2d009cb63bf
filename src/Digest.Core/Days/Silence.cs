using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Facts;
using Digest.Names;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// Finds the main parties of a story of whom no statement stands in any of its articles: states and named armed groups that act in its main events or are their targets.
/// A party is left out wherever somebody may have spoken for it: an official of its side, its capital, another of its names, or an official, a spokesman or a bare name
/// whose side the text does not tell.
/// </summary>
internal static class Silence
{
    // Words that make a body with a country's name no organ of that country's.
    private static readonly FrozenSet<string> NotTheState = FrozenSet.Create(StringComparer.Ordinal,
        "militia", "militias", "rebel", "rebels", "militant", "militants", "fighter", "fighters", "proxy", "proxies", "opposition", "resistance", "settler", "settlers", "civilian", "civilians", "gang", "gangs",
        "company", "firm", "tanker", "vessel", "ship", "embassy", "refugees", "journalists", "citizens", "team", "school", "hospital");

    private static readonly FrozenSet<string> Forces = FrozenSet.Create(StringComparer.Ordinal,
        "army", "military", "troops", "soldiers", "forces", "navy", "air", "base", "bases", "post", "posts", "outpost", "outposts", "barracks", "position", "positions", "airbase", "garrison", "headquarters", "warship", "warships", "convoy");

    // Who may speak for an armed group that is not named beside them.
    private static readonly FrozenSet<string> Speaking = FrozenSet.Create(StringComparer.Ordinal,
        "spokesman", "spokeswoman", "spokesperson", "spokesmen", "representative", "leader", "commander", "statement", "channel", "wing", "members", "fighters", "commanders", "leaders", "negotiator", "group", "movement",
        "militia", "faction", "organisation", "organization", "rebels", "militants", "insurgents", "gunmen");

    // Offices of the place where something happens: without a country beside them they are that country's.
    private static readonly FrozenSet<string> Local = FrozenSet.Create(StringComparer.Ordinal,
        "police", "mayor", "governor", "health", "hospital", "civil", "rescue", "municipality", "municipal", "council", "councillor", "councilor", "prosecutor", "prosecutors", "local", "district", "provincial", "regional", "emergency", "fire", "medical",
        "ambulance", "village", "tribal", "hospitals", "medics", "firefighters", "rescuers");

    /// <summary>For whom somebody may speak: for parties told by the name or role, for the state where it happens, for any state, for any group.</summary>
    private readonly record struct Voice(ImmutableHashSet<string> Parties, bool IsLocal, bool MayBeState, bool MayBeGroup)
    {
        public bool MayBe(string party, string? home) => Parties.Contains(party) || (IsState(party) ? MayBeState || (IsLocal && (home is null || home == party)) : MayBeGroup);
    }

    /// <param name="events">The story's main events: those that an article is about, or that have figures.</param>
    /// <param name="units">The articles, or items of articles, that tell the story.</param>
    /// <param name="articles">Every article that tells of the story, in passing too: whoever speaks for a party anywhere in it is heard.</param>
    /// <returns>Names to print, in the order in which the events name the parties.</returns>
    public static ImmutableArray<string> Of(IReadOnlyCollection<Event> events, IEnumerable<StoryUnit> units, IEnumerable<DayArticle> articles)
    {
        var parties = new List<(string Key, string Name)>();
        foreach (var named in events.SelectMany(e => new[] { e.Actor is { } actor ? Actors.Of(actor) : null, e.Target is { } target ? Owners.Of(target) : null }))
        {
            if (named is { } party && !parties.Exists(p => p.Key == party.Key))
                parties.Add(party);
        }

        if (parties.Count == 0)
            return [];
        var home = events.Select(e => e.Place is { } place && Gazetteer.Find(place)?.Country is { } code ? "state:" + code : null).FirstOrDefault(c => c is not null);
        var own = units.SelectMany(unit => Voices(unit.Article, unit.Holds)).Distinct().Select(who => Speakers.Of((who.Speaker, who.Role ?? ""))).ToArray();
        var others = articles.SelectMany(article => Voices(article, _ => true)).Distinct().SelectMany(who => Speakers.Of((who.Speaker, who.Role ?? "")).Parties).ToHashSet(StringComparer.Ordinal);
        return [.. parties.Where(p => !others.Contains(p.Key) && !Array.Exists(own, v => v.MayBe(p.Key, home))).Select(p => p.Name)];
    }

    /// <summary>Everybody to whom an article ascribes anything.</summary>
    private static IEnumerable<(string Speaker, string? Role)> Voices(DayArticle article, Func<Fact, bool> isHeld)
    {
        var facts = article.Facts;
        var all = facts.Statements.Where(s => isHeld(s)).Select(s => s.Attribution)
            .Concat(facts.Reactions.Where(r => isHeld(r)).Select(r => r.Attribution))
            .Concat(facts.Quotations.Where(q => isHeld(q)).Select(q => q.Attribution).OfType<Attribution>())
            .Concat(facts.Events.Where(e => isHeld(e)).Select(e => e.Attribution).OfType<Attribution>())
            .Concat(facts.Casualties.Where(c => isHeld(c)).Select(c => c.Claimant).OfType<Attribution>())
            .Select(a => (a.Speaker, a.Role));
        return all.Concat(facts.Events.Where(e => e.IsClaimedByActor && isHeld(e)).Select(e => (e.Actor ?? "", (string?)null)));
    }

    private static readonly Recall<string, (string Key, string Name)?> Actors = new(PartyOf, StringComparer.Ordinal);

    private static readonly Recall<string, (string Key, string Name)?> Owners = new(OwnerOf, StringComparer.Ordinal);

    private static readonly Recall<(string Speaker, string Role), Voice> Speakers = new(who => Read(who.Speaker, who.Role.Length == 0 ? null : who.Role));

    // The state or armed group that a name means: its key and how it is printed.
    private static (string Key, string Name)? PartyOf(string name)
    {
        var read = EntityName.Read(name);
        if (read.Actor is { Kind: ActorKind.Armed or ActorKind.Authority } group)
            return (GroupKey(group), group.Name);
        if (read.Form is not (EntityForm.Country or EntityForm.Actor or EntityForm.Body) || read.Actor is { Kind: not (ActorKind.State or ActorKind.Force) } || Words.Of(name).Any(NotTheState.Contains))
            return null;
        return StateOf(read) is { } state ? (StateKey(state), Entities.DisplayName(read.Form == EntityForm.Country ? name : state.Name)) : null;
    }

    // "A Hezbollah depot", "a Turkish army base": what was struck is a party's.
    private static (string Key, string Name)? OwnerOf(string target)
    {
        if (PartyOf(target) is { } party)
            return party;
        foreach (var part in Parts(target))
        {
            if (Names.Actors.Find(part) is { Kind: ActorKind.Armed or ActorKind.Authority } group)
                return (GroupKey(group), group.Name);
        }

        var words = Words.Of(target);
        return words.Any(Forces.Contains) && !words.Any(NotTheState.Contains) && Parts(target).Select(Countries.ByAdjective).FirstOrDefault(c => c is not null) is { } country
            ? (StateKey(country), Entities.DisplayName(country.Name))
            : null;
    }

    private static Country? StateOf(EntityName read) =>
        read.Actor is { Side.Length: > 0 } actor ? Countries.ByCode(actor.Side) : read.Side is { } side ? Countries.ByCode(side) : null;

    private static Voice Read(string speaker, string? role)
    {
        var parties = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var part in Parts(speaker).Concat(Parts(role)))
        {
            if (Names.Actors.Find(part) is { } actor)
            {
                if (actor.Kind is ActorKind.Armed or ActorKind.Authority)
                    parties.Add(GroupKey(actor));
                if (actor.Kind is ActorKind.State or ActorKind.Force or ActorKind.Authority && Countries.ByCode(actor.Side) is { } ofActor)
                    parties.Add(StateKey(ofActor));
            }
            else if (Countries.ByAny(part) is { } country)
            {
                parties.Add(StateKey(country));
            }
        }

        var words = Words.Of(speaker + " " + role);
        var kind = Facts.Standing.Of(new Attribution(speaker, role, null, ""));
        if (parties.Count > 0 || kind == SpeakerKind.InternationalBody)
            return new(parties.ToImmutable(), false, false, false);
        var isLocal = words.Any(Local.Contains) && !words.Any(w => w is "spokesman" or "spokesperson" or "spokeswoman" or "army" or "military" or "defence" or "defense" or "foreign");
        // A person of whom only the name is told; "Residents" is none.
        var isBareName = role is null && EntityName.Read(speaker).Form is EntityForm.Person or EntityForm.Name && (speaker.Contains(' ', StringComparison.Ordinal) || !words.All(Lexicon.IsKnown));
        return new([], isLocal, !isLocal && (isBareName || kind is SpeakerKind.Government or SpeakerKind.Official), (isBareName && !isLocal) || kind is SpeakerKind.ArmedGroup || words.Any(Speaking.Contains));
    }

    // Every run of up to five words of a name or role.
    private static IEnumerable<string> Parts(string? name)
    {
        const int Longest = 5, Most = 24;
        var words = (name ?? "").Replace('’', '\'').Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < Math.Min(words.Length, Most); start++)
        {
            for (var length = 1; length <= Math.Min(Longest, words.Length - start); length++)
            {
                var part = string.Join(' ', words[start..(start + length)]);
                yield return part.EndsWith("'s", StringComparison.Ordinal) ? part[..^2] : part.TrimEnd('\'');
            }
        }
    }

    private static string StateKey(Country country) => "state:" + country.Code;

    private static string GroupKey(Actor group) => "group:" + group.Name;

    private static bool IsState(string key) => key.StartsWith("state:", StringComparison.Ordinal);
}
