namespace Digest.Names;

/// <summary>A name or description as one article uses it.</summary>
/// <param name="Article">The article's id: descriptions ("the regional governor") mean somebody within one article only.</param>
/// <param name="Name">As written ("Mr Austin", "the group's spokesman").</param>
/// <param name="Role">What stands beside the name ("Pentagon chief"), or the name that stands beside a description; null where nothing does.</param>
/// <param name="Country">ISO code of the country the article is mostly about, for bare "the army"; null where unknown.</param>
public sealed record EntityMention(string Article, string Name, string? Role = null, string? Country = null)
{
    /// <summary>The order of articles, names, roles and countries, each by its characters.</summary>
    internal static Comparer<EntityMention> InOrder { get; } = Comparer<EntityMention>.Create((a, b) =>
        string.CompareOrdinal(a.Article, b.Article) is not 0 and var articles ? articles
        : string.CompareOrdinal(a.Name, b.Name) is not 0 and var names ? names
        : string.CompareOrdinal(a.Role, b.Role) is not 0 and var roles ? roles
        : string.CompareOrdinal(a.Country, b.Country));

    /// <summary>The mentions, each once, in order.</summary>
    internal static EntityMention[] Distinct(IEnumerable<EntityMention> given)
    {
        var mentions = given.ToArray();
        Array.Sort(mentions, InOrder);
        return [.. mentions.Where((mention, i) => i == 0 || InOrder.Compare(mention, mentions[i - 1]) != 0)];
    }
}

/// <summary>
/// Mentions joined to entities: an equivalence relation over the mentions given, the same for every order and repetition of them. A short
/// form joins only where it is short for exactly one name, first within its article, else over all; else it stays alone.
/// </summary>
public sealed class EntityGroups
{
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);

    // In order, so that those of one article stand together; and the node and the key of each.
    private readonly EntityMention[] mentions;
    private readonly Node[] nodes;
    private readonly string[] keys;

    // By the number of a writing: the first mention that is written so.
    private readonly List<Node> written = [];

    /// <param name="Writing">The number of name and country as written, from 0.</param>
    private sealed record Node(EntityMention Mention, EntityName Name, string Id, EntityName? Role, int Writing);

    // The ministries that each article names with their country, by what they are the ministry of.
    private readonly ILookup<(string Article, string Kind), EntityName>? ministries;

    private EntityGroups(IEnumerable<EntityMention> given)
    {
        mentions = EntityMention.Distinct(given);
        if (Array.Exists(mentions, m => IsNamedMinistry(EntityName.Read(m.Name))))
            ministries = mentions.Select(m => (m.Article, Name: EntityName.Read(m.Name))).Where(m => IsNamedMinistry(m.Name)).ToLookup(m => (m.Article, KindOf(m.Name)), m => m.Name);
        nodes = new Node[mentions.Length];
        var writings = new Dictionary<(string, string?), int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            var writing = writings.TryGetValue((mentions[i].Name, mentions[i].Country), out var known) ? known : writings[(mentions[i].Name, mentions[i].Country)] = writings.Count;
            nodes[i] = NodeOf(mentions[i], writing);
            if (writing == written.Count)
                written.Add(nodes[i]);
            parents.TryAdd(nodes[i].Id, nodes[i].Id);
        }

        JoinRoles();
        JoinAcronyms();
        JoinSurnames();
        JoinDescriptions();
        JoinOffices();
        JoinHeads();
        keys = Array.ConvertAll(nodes, node => Root(node.Id));
    }

    public static EntityGroups Of(IEnumerable<EntityMention> mentions) => new(mentions);

    /// <summary>The key that all mentions of one entity share. A mention that was not among those given has its own key.</summary>
    public string KeyOf(EntityMention mention) =>
        Array.BinarySearch(mentions, mention, EntityMention.InOrder) is >= 0 and var at ? keys[at] : Root(NodeOf(mention, NoWriting).Id);

    private const int NoWriting = -1;

    public bool Same(EntityMention a, EntityMention b) => KeyOf(a) == KeyOf(b);

    /// <summary>The fullest name of the entity: of the tables where they know it, else the longest person's name, else the longest as written; ties by ordinal order.</summary>
    public string DisplayName(EntityMention mention)
    {
        var key = KeyOf(mention);
        var names = nodes.Where((_, i) => keys[i] == key).Select(n => n.Name).ToList();
        var best = names.Where(n => n.Form is EntityForm.Actor or EntityForm.Country).Select(n => n.Shown)
            .Concat(names.Where(n => n.Form is EntityForm.Person && n.Words.Length > 1).Select(n => n.Shown).OrderByDescending(s => s.Length).ThenBy(s => s, StringComparer.Ordinal))
            .FirstOrDefault();
        return best ?? Entities.DisplayName(mention.Name);
    }

    private Node NodeOf(EntityMention mention, int writing)
    {
        var country = mention.Country is null ? null : Countries.ByCode(mention.Country);
        var name = Named(mention) ?? EntityName.Read(mention.Name, country);
        // What is not a proper name means something within its article only.
        var id = name.Form is EntityForm.Description || IsOpenOffice(name) ? $"{name.Key}@{mention.Article}" : name.Key;
        return new(mention, name, id, mention.Role is null ? null : EntityName.Read(mention.Role, country), writing);
    }

    // "The health ministry" in an article that has "Lebanon's health ministry" and no other country's is Lebanon's, whatever country the article is mostly about.
    private EntityName? Named(EntityMention mention)
    {
        if (ministries is null)
            return null;
        var bare = EntityName.Read(mention.Name);
        return bare.Side is null && IsMinistry(bare) && ministries[(mention.Article, KindOf(bare))].DistinctBy(n => n.Key).ToArray() is [var one] ? one with { Shown = bare.Shown } : null;
    }

    private static bool IsNamedMinistry(EntityName name) => name is { Form: EntityForm.Body, Side: not null } && IsMinistry(name);

    private static bool IsMinistry(EntityName name) => name.Words.Contains("ministry") && !name.Words.Any(w => w is "state" or "regional" or "provincial") && name.Key.StartsWith("body:", StringComparison.Ordinal);

    private static string KindOf(EntityName name) => name.Key[(name.Key.LastIndexOf(':') + 1)..];

    private static bool IsOpenOffice(EntityName name) => name.Form is EntityForm.Office && name.Side is null;

    private void JoinRoles()
    {
        // "a doctor, Fadumo Isaak": the description and the name beside it are one.
        foreach (var node in nodes)
        {
            if (node.Role is { } role && (node.Name.Form is EntityForm.Description) != (role.Form is EntityForm.Description) && node.Name.Form is EntityForm.Description && role.Form is EntityForm.Person)
                Join(node.Id, role.Key);
        }
    }

    private void JoinAcronyms() => JoinShortForms(
        n => n.Name.Form is EntityForm.Name or EntityForm.Person or EntityForm.Body,
        (node, other) => ShortForms.IsInitialsOf(WithoutThe(node.Mention.Name), other.Name));

    private void JoinSurnames() => JoinShortForms(
        n => n.Name.Form is EntityForm.Person,
        (node, other) => other.Name.Form is EntityForm.Person && other.Id != node.Id && ShortForms.OfPerson(node.Name, other.Name));

    // What is asked of two mentions hangs on how they are written, and a thousand articles write a few dozen names: each two are compared once.
    private void JoinShortForms(Func<Node, bool> isAsked, Func<Node, Node, bool> isShortFor)
    {
        var candidates = new Node[]?[written.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            if (!isAsked(node))
                continue;
            var known = candidates[node.Writing] ??= Longer(node);
            if (known.Length > 0)
                JoinIfOne(node, [.. Here(i).ToArray().Where(other => isShortFor(node, other))], known);
        }

        Node[] Longer(Node node)
        {
            HashSet<int>? longer = null;
            foreach (var other in written)
            {
                if (isShortFor(node, other))
                    (longer ??= []).Add(other.Writing);
            }

            return longer is null ? [] : [.. nodes.Where(n => longer.Contains(n.Writing)).DistinctBy(n => n.Id)];
        }
    }

    /// <summary>The mentions of the article that a mention, by its place, stands in.</summary>
    private ReadOnlySpan<Node> Here(int place)
    {
        var article = nodes[place].Mention.Article;
        var (first, end) = (place, place + 1);
        while (first > 0 && nodes[first - 1].Mention.Article == article)
            first--;
        while (end < nodes.Length && nodes[end].Mention.Article == article)
            end++;
        return nodes.AsSpan(first..end);
    }

    /// <summary>A definite description joins the one person of its article whose role has its head word ("the regional governor": "Governor Oleh Bondarchuk").</summary>
    private void JoinDescriptions() => JoinTheOne(
        n => n.Name.Form is EntityForm.Description or EntityForm.Office,
        (node, person) => person.Name.Form is EntityForm.Person && HoldsRole(person, node.Name) && IsOfOwner(person, node.Mention.Name));

    /// <summary>A bare plural or group word joins the one body of its article that is called so ("the dissidents": "FARC dissidents").</summary>
    private void JoinHeads() => JoinTheOne(
        n => n.Name is { Form: EntityForm.Description, Titles.Length: 0, Words.Length: 1 } && !n.Id.StartsWith("people::a ", StringComparison.Ordinal),
        (node, body) => body.Name.Form is EntityForm.Actor or EntityForm.Body && body.Id != node.Id && IsCalled(body, node.Name.Words[0]));

    private static bool IsCalled(Node body, string head) =>
        Phrases.Words(Phrases.Form(body.Mention.Name)) is var words && words.Any(w => Phrases.Stem(w) == head) && !(head == "police" && Phrases.Stem(words[^1]) is "office" or "hospital" or "college" or "union");

    /// <summary>Joins mentions to the one entity of their article that they can mean.</summary>
    private void JoinTheOne(Func<Node, bool> isAsked, Func<Node, Node, bool> isMeant)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            if (!isAsked(node))
                continue;
            var (found, isOne) = ((string?)null, true);
            foreach (var other in Here(i))
            {
                if (!isMeant(node, other))
                    continue;
                var root = Root(other.Id);
                isOne &= found is null || found == root;
                found = root;
            }

            if (found is not null && isOne)
                Join(node.Id, found);
        }
    }

    /// <summary>An office of a country joins the one person who holds it in any of the articles ("Iraqi Prime Minister").</summary>
    private void JoinOffices()
    {
        SortedDictionary<string, SortedSet<string>>? holders = null;
        foreach (var node in nodes.Where(n => n.Name.Form is EntityForm.Person))
        {
            foreach (var office in OfficesOf(node))
            {
                holders ??= new(StringComparer.Ordinal);
                if (!holders.TryGetValue(office, out var held))
                    holders[office] = held = new(StringComparer.Ordinal);
                held.Add(Root(node.Id));
            }
        }

        foreach (var (office, held) in holders ?? [])
        {
            if (held.Count == 1 && parents.ContainsKey(office))
                Join(office, held.Min!);
        }
    }

    private static IEnumerable<string> OfficesOf(Node node)
    {
        if (node.Role is { Form: EntityForm.Office } role && role.Titles.Any(t => t.Kind == TitleKind.Government))
            yield return role.Key;
        if (node.Name.Side is { } side)
        {
            foreach (var title in node.Name.Titles.Where(t => t.Kind == TitleKind.Government))
                yield return $"office:{side}:{title.Name}";
        }
    }

    private static bool HoldsRole(Node person, EntityName description)
    {
        var head = HeadOf(description);
        if (head is null)
            return false;
        var roles = person.Name.Titles.Concat(person.Role?.Titles ?? []).SelectMany(t => Phrases.Words(t.Name)).Select(Phrases.Stem).ToHashSet(StringComparer.Ordinal);
        if (person.Mention.Role is { } role)
        {
            foreach (var word in Phrases.Words(Phrases.Form(role)))
                roles.Add(Phrases.Stem(word.TrimEnd(',')));
        }

        return roles.Contains(head) && (description.Side is null || person.Name.Side is null || person.Name.Side == description.Side)
            && (person.Role?.Side is null || description.Side is null || person.Role.Side == description.Side);
    }

    // "Al-Shabaab's spokesman" is not the police spokesman: a named owner has to stand in the role.
    private static bool IsOfOwner(Node person, string description)
    {
        var mark = description.AsSpan().IndexOfAny('’', '\'');
        if (mark <= 0 || !description[..mark].Split(' ').Any(w => w.Length > 0 && char.IsUpper(w[0]) && w is not ("The" or "A" or "An" or "Its" or "Their" or "His" or "Her")))
            return true;
        var role = Phrases.Words(Phrases.Form(person.Mention.Role ?? "")).Select(w => Phrases.Stem(w.TrimEnd(','))).ToHashSet(StringComparer.Ordinal);
        return Phrases.Words(Phrases.Form(description[..mark])).Select(Phrases.Stem).Any(role.Contains);
    }

    private static string? HeadOf(EntityName description)
    {
        if (description.Titles is [var title, ..])
            return Phrases.Stem(Phrases.Words(title.Name)[^1]);
        return description.Key.StartsWith("people::a ", StringComparison.Ordinal) || description.Words.Length == 0 ? null : description.Words[^1];
    }

    private void JoinIfOne(Node node, Node[] ofItsArticle, Node[] candidates)
    {
        var here = Roots(ofItsArticle);
        if (here.Count == 1)
            Join(node.Id, here[0]);
        else if (here.Count == 0 && Roots(candidates) is [var only])
            Join(node.Id, only);
    }

    private List<string> Roots(Node[] of)
    {
        if (of.Length < 2)
            return of is [var only] ? [Root(only.Id)] : [];
        // "Shia al-Sudani" and "Mohammed Shia al-Sudani" are one candidate, not two.
        var all = of.DistinctBy(n => n.Id).ToList();
        return [.. all.Where(n => !all.Any(longer => longer.Id != n.Id && longer.Name.Words.Length > n.Name.Words.Length && ShortForms.OfPerson(n.Name, longer.Name)))
            .Select(n => Root(n.Id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static string WithoutThe(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private string Root(string id)
    {
        while (parents.TryGetValue(id, out var parent) && parent != id)
            id = parent;
        return id;
    }

    private void Join(string a, string b)
    {
        var (one, other) = (Root(a), Root(b));
        if (one == other)
            return;
        parents.TryAdd(one, one);
        parents.TryAdd(other, other);
        // The smallest key that is no description names the group, so that it does not depend on who was joined first.
        var (first, second) = Rank(one).CompareTo(Rank(other)) is var order && (order < 0 || (order == 0 && string.CompareOrdinal(one, other) < 0)) ? (one, other) : (other, one);
        parents[second] = first;
    }

    private static int Rank(string id) => id.Contains('@', StringComparison.Ordinal) ? 3 : id.StartsWith("office:", StringComparison.Ordinal) ? 2 : id.StartsWith("name:", StringComparison.Ordinal) ? 1 : 0;
}
