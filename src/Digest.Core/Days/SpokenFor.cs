using System.Collections.Frozen;
using Digest.Names;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// Says which claimants of one event speak for one source: a spokesman for the service he speaks for, a hospital's director for the hospital, a wing of the army for the army, "its operator"
/// for the company whose head speaks. What one of them states is the source's figure, and two of them agreeing are one source.
/// </summary>
internal static class SpokenFor
{
    private static readonly FrozenSet<string> Leads = Set(
        "spokesman", "spokesperson", "spokeswoman", "spokesmen", "head", "heads", "chief", "director", "secretary", "chairman", "chairwoman", "president", "leader", "superintendent", "officer", "executive", "manager", "press");

    // Bodies of which an event's articles have one, whatever country's adjective stands before.
    private static readonly FrozenSet<string> Forces = Set("military", "police");

    private static readonly FrozenSet<string> Offices = Set("governor", "mayor", "administrator", "prefect");

    private static readonly FrozenSet<string> OtherOffices = Set("deputy", "vice", "former", "adviser", "advisor", "aide", "aides", "spokesman", "spokeswoman", "spokesperson", "appointed", "elected");

    private static readonly FrozenSet<string> Functions = Set("operator", "company", "owner", "firm");

    private static readonly FrozenSet<string> Organs = Set("wing", "communique", "communiqué", "cell", "department", "bureau");

    private static readonly FrozenSet<string> Portfolios = Set("health", "defence", "interior", "foreign", "information", "justice", "emergencies", "security");

    private static readonly FrozenSet<string> NoBodies = Set("official", "officials", "source", "sources", "doctor", "doctors", "medic", "medics", "resident", "residents", "witness", "witnesses", "officer", "worker", "survivor", "survivors");

    private static readonly FrozenSet<string> Passed = Set("the", "a", "an", "its", "their", "s", "local", "town", "city", "national", "public", "state", "federal", "provincial", "regional", "enclave", "territory", "country", "main", "own");

    /// <summary>Pairs of claimants, by their places in the list, that are one source. Those of one name are one to begin with: of each name and role, the first stands for all.</summary>
    public static IEnumerable<(int First, int Second)> Pairs(EntityMention[] said)
    {
        var read = Array.ConvertAll(said, Claimant.Read);
        int[] each = [.. Enumerable.Range(0, said.Length).DistinctBy(i => (said[i].Name, said[i].Role))];
        var here = Array.Exists(read, claimant => claimant.Leads) ? Enumerable.Range(0, said.Length).ToLookup(i => said[i].Article, StringComparer.Ordinal) : null;
        for (var i = 0; here is not null && i < said.Length; i++)
        {
            foreach (var body in BodiesOf(read, i, here[said[i].Article], each))
                yield return (i, body);
            // "Chief executive of Kallisto Bulk" in one article, and what Kallisto Bulk says in another.
            if (!read[i].Leads || NamedIn(said[i].Role) is not { } named)
                continue;
            var company = Words.Of(named);
            foreach (var body in each.Where(b => read[b].IsBody && Words.Of(said[b].Name).SequenceEqual(company, StringComparer.Ordinal)))
                yield return (i, body);
        }

        each = Array.FindAll(each, i => read[i] is { Office: not null } or { Portfolio: not null } or { Force: not null });
        if (each.Length < 2)
            yield break;
        var ministries = each.Where(i => read[i].Portfolio is not null).ToLookup(i => read[i].Portfolio!, i => read[i].Before, StringComparer.Ordinal).ToDictionary(p => p.Key, AreOfOneCountry, StringComparer.Ordinal);
        for (var i = 0; i < each.Length; i++)
        {
            for (var j = i + 1; j < each.Length; j++)
            {
                var (a, b) = (read[each[i]], read[each[j]]);
                if (IsOneMinistry(a, b, ministries) || IsOneOffice(a.Office, b.Office) || (a.Force is { } force && force == b.Force && !Differ(a.Sides, b.Sides)))
                    yield return (each[i], each[j]);
            }
        }
    }

    /// <summary>Whether a claimant is a body and no person, described or named.</summary>
    public static bool IsBody(EntityMention mention) => Claimant.Read(mention).IsBody;

    /// <summary>Whether a name says what somebody does and not who it is ("its operator").</summary>
    public static bool IsFunction(string name) => Words.Of(name) is ["its" or "their" or "the", ..] words && Functions.Contains(words[^1]);

    /// <summary>The name that closes a role: "Kallisto Bulk" of "chief executive of Piraeus-based Kallisto Bulk"; null where none does.</summary>
    public static string? NamedIn(string? role) => (role ?? "").Split(';').Select(ClosingName).FirstOrDefault(n => n is not null);

    private static string? ClosingName(string role)
    {
        var words = role.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = words.Length;
        while (from > 0 && char.IsUpper(words[from - 1][0]) && !words[from - 1].Contains('-', StringComparison.Ordinal))
            from--;
        return from > 1 && from < words.Length ? string.Join(' ', words[from..]) : null;
    }

    // The bodies of its own article that a person's role names; forces of any article.
    private static IEnumerable<int> BodiesOf(Claimant[] read, int person, IEnumerable<int> ofItsArticle, int[] each)
    {
        var speaker = read[person];
        if (!speaker.Leads)
            yield break;
        var here = ofItsArticle.Where(i => read[i].IsBody && speaker.Role.Contains(read[i].Head)).ToArray();
        var exact = Array.FindAll(here, i => read[i].Before.All(speaker.Role.Contains));
        var one = exact.Length > 0 ? exact : here;
        if (one.Select(i => read[i].Key).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            foreach (var body in one)
                yield return body;
        }

        foreach (var i in each)
        {
            if (read[i].Force is { } force && speaker.Role.Contains(force) && !Differ(read[i].Sides, speaker.RoleSides))
                yield return i;
            // "Its operator" where the head of one company speaks.
            if (Functions.Contains(read[i].Head) && (speaker.Role.Contains("executive") || speaker.Role.Contains("company")))
                yield return i;
        }
    }

    // "The health ministry" is the one ministry of health the articles have among their sources; two countries' are two.
    private static bool IsOneMinistry(Claimant a, Claimant b, Dictionary<string, bool> areOfOneCountry) =>
        a.Portfolio is { } portfolio && b.Portfolio == portfolio
        && (a.Before.Overlaps(b.Before) || ((a.Before.Count == 0 || b.Before.Count == 0) && areOfOneCountry[portfolio]));

    private static bool AreOfOneCountry(IEnumerable<HashSet<string>> told)
    {
        HashSet<string>[] all = [.. told.Where(words => words.Count > 0)];
        return Array.TrueForAll(all, words => Array.TrueForAll(all, words.Overlaps));
    }

    /// <summary>
    /// The office a claimant holds or is called by, where a place has one of it: "the state's governor", "the governor's office" and "Governor Omar Tayeb" are one. What else tells it from
    /// others of its kind comes with it.
    /// </summary>
    private static (string Office, HashSet<string> Of)? OfficeOf(string name, string? role)
    {
        List<string> words = [.. Words.Of(role ?? name)];
        if (role is null && words is [.., _, "office"])
            words.RemoveAt(words.Count - 1);
        var at = words.FindIndex(Offices.Contains);
        // "the administrator of the territory"
        if (role is null && at > 0 && at == words.LastIndexOf(words[at]) && at + 1 < words.Count && words[at + 1] == "of")
            words = [.. words.Skip(at + 2), .. words.Take(at + 1)];
        at = words.FindIndex(Offices.Contains);
        if (at < 0 || (role is null && at != words.Count - 1) || words.Exists(OtherOffices.Contains) || name.Contains(" and ", StringComparison.Ordinal))
            return null;
        return (words[at], words.Take(at).Where(w => !Passed.Contains(w) && w is not ("acting" or "regional" or "district" or "area" or "military" or "civil")).Select(Words.Stem).ToHashSet(StringComparer.Ordinal));
    }

    private static bool IsOneOffice((string Office, HashSet<string> Of)? a, (string Office, HashSet<string> Of)? b) =>
        a is { } one && b is { } other && one.Office == other.Office && !Differ(one.Of, other.Of);

    private static bool Differ(HashSet<string> a, HashSet<string> b) => a.Count > 0 && b.Count > 0 && !a.Overlaps(b);

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A claimant's name and role taken apart.</summary>
    /// <param name="Head">The noun that says what it is: "service" of "the Civil Defence rescue service"; empty for people.</param>
    /// <param name="Before">The words that tell it from others of its kind, as stems.</param>
    /// <param name="Sides">The countries whose adjectives or names stand in the name.</param>
    /// <param name="Force">"military" or "police" for such a force, its organs included.</param>
    private sealed record Claimant(
        string Key, string Head, HashSet<string> Before, HashSet<string> Sides, HashSet<string> Role, HashSet<string> RoleSides, string? Portfolio, string? Force, (string Office, HashSet<string> Of)? Office)
    {
        public bool IsBody => Head.Length > 0;

        public bool Leads { get; } = Role.Overlaps(SpokenFor.Leads);

        public static Claimant Read(EntityMention mention) => Known.Of((mention.Name, mention.Role));

        private static readonly Recall<(string Name, string? Role), Claimant> Known = new(mention => Read(mention.Name, mention.Role));

        private static Claimant Read(string written, string? title)
        {
            var name = Array.ConvertAll([.. Words.Of(written)], Common);
            var role = Words.Of(title ?? "").Select(Common).ToHashSet(StringComparer.Ordinal);
            var isBody = role.Count == 0 && name.Length > 0 && !written.Contains(" and ", StringComparison.Ordinal) && !written.StartsWith("a ", StringComparison.OrdinalIgnoreCase)
                && !written.StartsWith("an ", StringComparison.OrdinalIgnoreCase) && !Array.Exists(name, NoBodies.Contains);
            var core = name.TakeWhile(w => w is not ("in" or "at" or "for" or "of")).ToArray();
            // "the army's media wing ISPR": an organ is the body it belongs to.
            if (isBody && Array.FindIndex(core, Organs.Contains) is > 0 and var organ)
                core = core[..Math.Max(1, Array.FindIndex(core, w => w is "media" or "press" or "information") is > 0 and var at ? at : organ)];
            var head = isBody && core.Length > 0 ? core[^1] : "";
            var sides = Sided(name);
            var before = core.SkipLast(1).Where(w => !Passed.Contains(w)).Select(Words.Stem).ToHashSet(StringComparer.Ordinal);
            var portfolio = isBody && Array.IndexOf(name, "ministry") is >= 0 and var ministry ? PortfolioOf(name, ministry, before) : null;
            return new(string.Join(' ', core), head, before, sides, role, Sided([.. role]), portfolio, isBody && Forces.Contains(head) ? head : null, OfficeOf(written, title));
        }

        private static string Common(string word) => word switch { "army" or "armed" => "military", "defense" => "defence", "centre" => "center", _ => word };

        private static HashSet<string> Sided(string[] words) => words.Select(w => (Countries.ByAdjective(Capital(w)) ?? Countries.ByName(Capital(w)))?.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);

        private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

        // "the White Nile state health ministry" and "the Ministry of Health in the White Nile State": the portfolio, and what is left tells whose.
        private static string? PortfolioOf(string[] name, int ministry, HashSet<string> before)
        {
            var portfolio = Array.Find(name, Portfolios.Contains);
            if (portfolio is null)
                return null;
            before.Clear();
            // A centre "of the Ministry" speaks for the ministry: what stands before "of the" is the centre's name.
            var from = ministry > 1 && name[ministry - 1] == "the" && name[ministry - 2] == "of" ? ministry : 0;
            foreach (var word in name.Skip(from))
            {
                if (word != portfolio && word is not ("ministry" or "of" or "in" or "and" or "run" or "for") && !Passed.Contains(word))
                    before.Add(Words.Stem(word));
            }

            return portfolio;
        }
    }
}
