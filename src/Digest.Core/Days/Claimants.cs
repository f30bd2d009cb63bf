using System.Collections.Frozen;
using Digest.Facts;
using Digest.Names;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// The claimants of one event told apart: spellings and titles of one source are one, and so is "the ministry" with the one ministry its article has among its sources.
/// </summary>
internal sealed class Claimants
{
    // By the fact that names it: the number of its claimant.
    private readonly Dictionary<CasualtyReport, int> numbers;

    // By the number of the claimant: what it is called, and what where its mentions leave it unnamed; the number of its source; and by that, the body that speaks through it.
    private readonly string?[] shown;
    private readonly string?[] unnamed;
    private readonly int[] sources;
    private readonly string?[] bodies;

    // What articles call the people they quote, for those who state figures without a title beside them.
    private readonly Dictionary<string, string> roles = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, string), string> shortened = [];

    public Claimants(IReadOnlyCollection<Told<CasualtyReport>> mentions, IReadOnlyList<DayArticle> articles)
    {
        var named = mentions.Where(m => m.Fact.Claimant is not null).ToArray();
        (shown, unnamed, sources, bodies) = ([], [], [], []);
        numbers = new(named.Length, ReferenceEqualityComparer.Instance);
        if (named.Length == 0)
            return;
        ReadRoles(mentions, articles);
        if (Array.TrueForAll(named, m => m.Fact.Claimant!.Speaker == named[0].Fact.Claimant!.Speaker && m.Fact.Claimant.Role == named[0].Fact.Claimant!.Role))
        {
            (shown, unnamed, sources, bodies) = (new string?[1], new string?[1], new int[1], new string?[1]);
            TakeForOne(named);
            return;
        }

        foreach (var article in Array.Exists(named, m => IsShort(m.Fact.Claimant!.Speaker)) ? named.GroupBy(m => m.ArticleIndex) : [])
            Shorten(article.Key, [.. article.Select(m => m.Fact.Claimant!.Speaker).Distinct(StringComparer.Ordinal)]);
        var mentioned = Array.ConvertAll(named, Mention);
        var said = EntityMention.Distinct(mentioned);
        var places = Array.ConvertAll(mentioned, mention => Array.BinarySearch(said, mention, EntityMention.InOrder));
        var groups = Groups(said);
        for (var i = 0; i < named.Length; i++)
            numbers[named[i].Fact] = groups.Of(places[i]);
        (shown, unnamed, sources, bodies) = (new string?[said.Length], new string?[said.Length], new int[said.Length], new string?[said.Length]);
        // One name for one claimant throughout its event: the commonest, the fuller on a tie.
        var names = new List<string>?[said.Length];
        for (var i = 0; i < named.Length; i++)
            (names[groups.Of(places[i])] ??= []).Add(mentioned[i].Name);
        for (var claimant = 0; claimant < names.Length; claimant++)
        {
            if (names[claimant] is not { } all)
                continue;
            var known = all.FindAll(name => !IsUnnamed(name));
            shown[claimant] = Commonest(known.Count > 0 ? known : all);
            // What "a KIA officer" says is not put under the name of the one who is named.
            if (known.Count > 0 && known.Count < all.Count)
                unnamed[claimant] = Commonest(all.FindAll(IsUnnamed));
        }

        TellSources(said, groups);
    }

    private void ReadRoles(IEnumerable<Told<CasualtyReport>> mentions, IReadOnlyList<DayArticle> articles)
    {
        foreach (var article in mentions.Select(m => m.ArticleIndex).Distinct())
        {
            foreach (var (speaker, role) in articles[article].Roles)
                roles[speaker] = roles.GetValueOrDefault(speaker) is { } known && known != role ? known + "; " + role : role;
        }
    }

    /// <summary>Those that are one claimant: they share a name's form.</summary>
    private static Groups Groups(EntityMention[] said)
    {
        var entities = EntityGroups.Of(said.Where(m => !AreTwo(m.Name)));
        var groups = new Groups(said.Length);
        var first = new Dictionary<(Form, string), int>();
        for (var i = 0; i < said.Length; i++)
        {
            var name = said[i].Name;
            Unite(Form.Bare, Bare.Of(name), i);
            // "An interior ministry official and a source in the Hashed" are not the Hashed: two named together are only themselves.
            if (AreTwo(name))
                continue;
            Unite(Form.Entity, entities.KeyOf(said[i]), i);
            Unite(Form.Name, Entities.Key(name) is { Length: > 0 } key ? key : null, i);
            Unite(Form.Proper, Proper.Of(name), i);
        }

        return groups;

        void Unite(Form form, string? key, int i)
        {
            if (key is not null && !first.TryAdd((form, key), i))
                groups.Unite(first[(form, key)], i);
        }
    }

    // What a name is compared by.
    private enum Form
    {
        Bare,
        Entity,
        Name,
        Proper,
    }

    /// <summary>Tells which claimants are one source, and which body it is.</summary>
    private void TellSources(EntityMention[] said, Groups groups)
    {
        var spoken = new Groups(said.Length);
        for (var i = 0; i < said.Length; i++)
            spoken.Unite(i, groups.Of(i));
        foreach (var (one, other) in SpokenFor.Pairs(Array.ConvertAll(said, WithRoles)))
            spoken.Unite(one, other);
        var functions = new bool[said.Length];
        for (var i = 0; i < said.Length; i++)
        {
            var source = sources[groups.Of(i)] = spoken.Of(i);
            if (SpokenFor.IsFunction(said[i].Name))
                functions[source] = true;
            else if (bodies[source] is null && SpokenFor.IsBody(said[i]))
                bodies[source] = shown[groups.Of(i)];
        }

        for (var i = 0; i < said.Length; i++)
        {
            if (spoken.Of(i) is var source && functions[source])
                bodies[source] ??= SpokenFor.NamedIn(WithRoles(said[i]).Role);
        }
    }

    // Most events have one source, or copies that name it in the same words: there is nobody to tell it from.
    private void TakeForOne(Told<CasualtyReport>[] named)
    {
        foreach (var mention in named)
            numbers[mention.Fact] = 0;
        var one = Mention(named[0]);
        shown[0] = Shown(one.Name);
        bodies[0] = SpokenFor.IsFunction(one.Name) ? SpokenFor.NamedIn(WithRoles(one).Role) : SpokenFor.IsBody(one) ? shown[0] : null;
    }

    private static string Commonest(List<string> names) =>
        Shown(names.TrueForAll(name => name == names[0]) ? names[0]
            : names.GroupBy(n => n, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key);

    private static bool IsUnnamed(string name) => name.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("an ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name to print for who makes one claim: the one most of its mentions have, a name before "one of its officials". Null for nobody.</summary>
    public string? NameOf(IReadOnlyCollection<Told<CasualtyReport>> mentions)
    {
        if (MostNamed(mentions) is not { } number)
            return null;
        if (unnamed[number] is { } described && mentions.All(m => m.Fact.Claimant is null || numbers[m.Fact] != number || IsUnnamed(Mention(m).Name)))
            return described;
        return SpokenFor.IsFunction(shown[number]!) && BodyOf(sources[number]) is { } body ? body : shown[number];
    }

    private int? MostNamed(IReadOnlyCollection<Told<CasualtyReport>> mentions)
    {
        var (first, isOne) = ((int?)null, true);
        foreach (var mention in mentions)
        {
            if (mention.Fact.Claimant is null)
                continue;
            first ??= numbers[mention.Fact];
            isOne &= first == numbers[mention.Fact];
        }

        if (isOne)
            return first;
        return mentions.Where(m => m.Fact.Claimant is not null).CountBy(m => numbers[m.Fact])
            .OrderBy(c => IsLoose(shown[c.Key]!)).ThenByDescending(c => c.Value).ThenBy(c => shown[c.Key] != BodyOf(sources[c.Key]) ? 1 : char.IsUpper(shown[c.Key]![0]) ? 0 : 2).ThenBy(c => c.Key).First().Key;
    }

    private static bool IsLoose(string name) => SpokenFor.IsFunction(name) || name.StartsWith("one of", StringComparison.OrdinalIgnoreCase) || name.StartsWith("some ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The number of a mention's source, which a body and those who speak for it share; -1 where nobody is named.</summary>
    public int Of(Told<CasualtyReport> mention) => mention.Fact.Claimant is null ? -1 : sources[numbers[mention.Fact]];

    /// <summary>The body that speaks through a source's claimants; null where there are only people.</summary>
    public string? BodyOf(int source) => source < 0 ? null : bodies[source];

    /// <summary>A claimant's name as printed: a body's is never shortened to its country's, for "Lebanese authorities" and Lebanon are two sources.</summary>
    public static string Shown(string name)
    {
        var printed = Entities.DisplayName(name);
        // "The UN mission" in a country is not the United Nations at large.
        if (printed == "United Nations" && Words.Of(name)[^1] is "mission" or "office" or "officials" or "monitors")
            return name.Trim();
        return Countries.ByName(printed) is not null && Countries.ByName(name) is null ? name.Trim() : printed;
    }

    private static bool AreTwo(string name) => name.Contains(" and ", StringComparison.Ordinal);

    private static readonly FrozenSet<string> Kinds = new[] { "group", "movement", "militia", "party", "faction", "organisation", "organization", "network" }.ToFrozenSet(StringComparer.Ordinal);

    // "the shadow National Unity Government", "the Islamist group al Shabaab": what an outlet says of a body before its name is no part of the name. Null where the name is no body's.
    private static readonly Recall<string, string?> Proper = new(ProperName, StringComparer.Ordinal);

    private static string? ProperName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kind = Array.FindLastIndex(words, Kinds.Contains);
        var from = kind + 1;
        while (from < words.Length && char.IsLower(words[from][0]) && words[from] is not ("al" or "el") && !words[from].StartsWith("al-", StringComparison.Ordinal))
            from++;
        if (from < words.Length && words[from] == "The")
            from++;
        var rest = words[from..];
        return (rest.Length > 1 || (rest.Length == 1 && (kind >= 0 || rest[0].Contains('-', StringComparison.Ordinal)))) && Array.TrueForAll(rest, w => char.IsUpper(w[0]) || w is "al" or "el" or "of" or "for" or "the" or "and" || w.StartsWith("al-", StringComparison.Ordinal))
            && !Array.Exists(rest, w => w.EndsWith("’s", StringComparison.Ordinal) || w.EndsWith("'s", StringComparison.Ordinal)) ? string.Join(' ', Words.Of(string.Join(' ', rest))) : null;
    }

    // "a U.S. defence official" of two articles is one source of one event, as far as anyone can tell; so are "Officials" and "officials".
    private static readonly Recall<string, string> Bare = new(
        name => string.Join(' ', Words.Of(name.Replace(".", "", StringComparison.Ordinal)).Where(w => w is not ("a" or "an" or "the")).Select(w => w == "defense" ? "defence" : w)),
        StringComparer.Ordinal);

    private EntityMention WithRoles(EntityMention mention) =>
        roles.GetValueOrDefault(SpeakerNames.Key(mention.Name)) is { } role ? mention with { Role = mention.Role is null ? role : mention.Role + "; " + role } : mention;

    private EntityMention Mention(Told<CasualtyReport> mention)
    {
        var claimant = mention.Fact.Claimant!;
        var name = shortened.GetValueOrDefault((mention.ArticleIndex, claimant.Speaker), claimant.Speaker);
        return new(mention.Fact.Provenance.ArticleId, name, claimant.Role);
    }

    private static bool IsShort(string name) =>
        Words.Of(name) is ["the", "ministry" or "army" or "military" or "hospital" or "government" or "police" or "agency" or "council" or "service" or "office" or "union" or "group"];

    private void Shorten(int article, string[] names)
    {
        foreach (var name in names)
        {
            if (!IsShort(name))
                continue;
            var longer = Array.FindAll(names, n => n != name && !n.Contains(" and ", StringComparison.Ordinal) && Words.Of(n).Contains(Words.Of(name)[1]));
            if (longer.Length == 1)
                shortened[(article, name)] = longer[0];
        }
    }
}

/// <summary>Says what a claimant is to the event, as far as name, role and the event's own parties tell.</summary>
internal static class ClaimantRelations
{
    private static readonly FrozenSet<string> Medical = new[]
    {
        "hospital", "doctor", "doctors", "dr", "medic", "medics", "medical", "nurse", "surgeon", "paramedic", "paramedics", "ambulance", "health", "rescue", "rescuers", "rescuer",
        "civil-defence", "crescent", "clinic", "physician", "morgue",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Monitors = new[] { "monitor", "monitors", "observatory", "watchdog", "ngo", "rights", "tracker" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Witnesses = new[]
    {
        "resident", "residents", "witness", "witnesses", "eyewitness", "villager", "villagers", "neighbour", "neighbours", "survivor", "survivors", "locals", "relative", "relatives",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Heads that make a country's name or adjective its state: what it says, it says as the state.
    private static readonly FrozenSet<string> StateWords = new[]
    {
        "force", "forces", "troops", "soldier", "soldiers", "army", "military", "navy", "police", "government", "authorities", "official", "officials", "officer", "officers", "ministry", "minister", "president",
        "jet", "jets", "warplane", "warplanes", "aircraft", "base", "bases", "spokesman", "spokesperson", "spokeswoman", "command", "personnel", "guards", "marines",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> MediaWords = new[] { "media", "reuters", "afp", "ap", "agency", "newspaper", "television", "tv", "correspondent", "reporter", "broadcaster" }.ToFrozenSet(StringComparer.Ordinal);

    // "US officials" where US forces struck or were struck: whoever speaks for the state speaks for a party.
    private static bool AreOfOneState(string claimant, string party) => State(party) is { } state && State(claimant) == state;

    private static Country? State(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["the" or "The" or "a" or "A" or "an" or "An", .. var rest])
            words = rest;
        // "Israeli forces", "a US defence official" – but "Syrian children" were struck and are no side.
        return Countries.ByName(string.Join(' ', words)) ?? (words.Length > 1 && Array.Exists(words, w => StateWords.Contains(w.ToLowerInvariant())) ? Countries.ByAdjective(words[0]) ?? Countries.ByName(words[0]) : null);
    }

    /// <summary>What can be said of a claimant whatever the event.</summary>
    private sealed record Standing(bool IsRescuer, SpeakerKind Kind, bool IsMedical, bool IsMonitor, bool IsWitness, bool IsMedia)
    {
        public static Standing Of(string speaker, string? role)
        {
            var words = Words.Of(speaker + " " + role).ToHashSet(StringComparer.Ordinal);
            return new(words.Contains("civil") && words.Overlaps(["defence", "defense"]), Entities.KindOf(speaker, role), words.Overlaps(Medical), words.Overlaps(Monitors), words.Overlaps(Witnesses), words.Overlaps(MediaWords));
        }
    }

    private static readonly Recall<(string Speaker, string Role), Standing> Standings = new(who => Standing.Of(who.Speaker, who.Role.Length == 0 ? null : who.Role));

    private static readonly Recall<(string Speaker, string Party), bool> OneSide = new(two => Actors.AreOne(two.Speaker, two.Party) || AreOfOneState(two.Speaker, two.Party));

    public static ClaimantRelation Of(Attribution? claimant, IEnumerable<string> parties)
    {
        if (claimant is null)
            return ClaimantRelation.Unattributed;
        var standing = Standings.Of((claimant.Speaker, claimant.Role ?? ""));
        if (standing.IsRescuer)
            return ClaimantRelation.Medical;
        if (standing.Kind == SpeakerKind.ArmedGroup || parties.Any(p => OneSide.Of((claimant.Speaker, p))))
            return standing.IsMedical ? ClaimantRelation.Medical : ClaimantRelation.Party;
        return standing.Kind switch
        {
            _ when standing.IsMedical => ClaimantRelation.Medical,
            SpeakerKind.InternationalBody => ClaimantRelation.InternationalBody,
            _ when standing.IsMonitor => ClaimantRelation.Monitor,
            _ when standing.IsWitness => ClaimantRelation.Witness,
            SpeakerKind.Government or SpeakerKind.Official => ClaimantRelation.StateOfficial,
            _ when standing.IsMedia => ClaimantRelation.Media,
            _ => ClaimantRelation.Other,
        };
    }
}
