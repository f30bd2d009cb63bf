using System.Collections.Immutable;
using Digest.Facts;
using Digest.Names;

namespace Digest.Days;

/// <summary>
/// Brings together what our rules and a text-analytics service name in a day's articles. It reads finished facts and gives nothing back to them: with or without it, every figure, claimant,
/// quotation and event of the day is the same.
/// </summary>
internal static class NameIndexer
{
    private const int LongestName = 120;

    /// <param name="Id">Names that have it in common are one.</param>
    /// <param name="Kind">Null where the words alone do not tell.</param>
    private sealed record Named(int Source, string Id, string Name, NameKind? Kind, bool ByService)
    {
        /// <summary>The last word of a name of several, and the one word of a name of one.</summary>
        public string? Surname { get; init; }

        public bool IsOneWord { get; init; }
    }

    /// <returns>Null where no service was asked about any article.</returns>
    public static NameIndex? Of(ImmutableArray<DayArticle> articles)
    {
        var asked = articles.Select(article => article.Facts.Enrichment).OfType<Enrichment>().ToList();
        if (asked.Count == 0)
            return null;
        var named = articles.SelectMany((article, i) => ByRules(article.Facts, i + 1).Concat(ByService(article.Facts, i + 1))).ToList();
        var entries = WithFullNames(named).Concat(articles.SelectMany((article, i) => Places(article.Facts, i + 1)))
            .GroupBy(each => each.Id, StringComparer.Ordinal)
            .Select(Entry).OfType<NameEntry>()
            // Two keys may print alike ("Saint Luke's" the hospital, the parish): a reader of the list would see one name twice.
            .GroupBy(entry => (entry.Kind, entry.Name)).Select(Merged)
            .OrderBy(entry => entry.Kind).ThenBy(entry => entry.Name, StringComparer.Ordinal);
        return new(asked.Count, asked.Count(e => e.State == EnrichmentState.Partial), asked.Count(e => e.State == EnrichmentState.Away), [.. entries]);
    }

    /// <summary>Who speaks, claims and acts in an article's facts.</summary>
    private static IEnumerable<Named> ByRules(ArticleFacts facts, int source) => facts.Statements.Select(s => s.Attribution.Speaker)
        .Concat(facts.Reactions.Select(r => r.Attribution.Speaker))
        .Concat(facts.Casualties.Select(c => c.Claimant?.Speaker))
        .Concat(facts.Events.SelectMany(e => new[] { e.Attribution?.Speaker, e.Actor }))
        .OfType<string>().Distinct(StringComparer.Ordinal).Select(name => Read(name, source, null)).OfType<Named>();

    private static IEnumerable<Named> ByService(ArticleFacts facts, int source) => (facts.Enrichment?.Mentions ?? [])
        .Where(mention => mention.Kind != NameKind.Place)
        .Select(mention => Read(mention.Provenance.Evidence, source, mention.Kind)).OfType<Named>();

    private static IEnumerable<Named> Places(ArticleFacts facts, int source)
    {
        foreach (var name in facts.Events.Select(e => e.Place).Concat(facts.Casualties.Select(c => c.Place)).OfType<string>())
        {
            // "a village near the river" is a place and no name.
            if (Gazetteer.Find(name) is { } place)
                yield return new(source, $"place:{place.Id}", place.Name, NameKind.Place, ByService: false);
        }

        foreach (var mention in (facts.Enrichment?.Mentions ?? []).Where(mention => mention.Kind == NameKind.Place))
        {
            var name = Words(mention.Provenance.Evidence);
            if (Gazetteer.Find(name) is { } place)
                yield return new(source, $"place:{place.Id}", place.Name, NameKind.Place, ByService: true);
            else if (IsName(name))
                yield return new(source, $"place:{NameKey.Of(name)}", name, NameKind.Place, ByService: true);
        }
    }

    private static Named? Read(string written, int source, NameKind? saidKind)
    {
        var name = Words(written);
        if (!IsName(name))
            return null;
        var read = EntityName.Read(name);
        if (read.Key.Length == 0 || read.Form is EntityForm.Country or EntityForm.Office or EntityForm.Description || read.Actor is { Kind: ActorKind.State })
            return null;
        NameKind? kind = read.Form switch
        {
            EntityForm.Actor or EntityForm.Body => NameKind.Organisation,
            // Any two capitalised words look like a person's name ("Médecins Sans", "Green Crescent"); the service may know better.
            EntityForm.Person when read.Titles.Length > 0 || saidKind is null => NameKind.Person,
            _ => null,
        };
        return new(source, read.Key, Entities.DisplayName(name), kind ?? saidKind, saidKind is not null)
        {
            Surname = read.Form is EntityForm.Person or EntityForm.Name && read.Words.Length > 0 ? read.Words[^1] : null,
            IsOneWord = read.Words.Length == 1,
        };
    }

    /// <summary>Gives a surname to the one person who bears it, in its article or else in all of them; one that two bear stays alone.</summary>
    private static IEnumerable<Named> WithFullNames(List<Named> named)
    {
        var persons = named.Where(each => each is { IsOneWord: false, Surname: not null, Kind: NameKind.Person }).ToList();
        var here = persons.ToLookup(each => (each.Source, each.Surname!), each => each.Id);
        var anywhere = persons.ToLookup(each => each.Surname!, each => each.Id, StringComparer.Ordinal);
        foreach (var each in named)
        {
            var bearers = each is { IsOneWord: true, Surname: { } surname, Kind: null or NameKind.Person }
                ? (here[(each.Source, surname)] is var near && near.Any() ? near : anywhere[surname]).Distinct(StringComparer.Ordinal).Take(2).ToList()
                : [];
            yield return bearers is [var only] ? each with { Id = only, Kind = NameKind.Person } : each;
        }
    }

    private static NameEntry? Entry(IEnumerable<Named> same)
    {
        var all = same.ToList();
        var (byRules, byService) = (all.Exists(each => !each.ByService), all.Exists(each => each.ByService));
        var kinds = all.Where(each => each.Kind is not null).ToList();
        if (kinds.Count == 0)
            return null;
        // Where the two differ over what a name is, the service's view of whole sentences counts before our view of the words.
        var kind = kinds.GroupBy(each => each.Kind!.Value).OrderByDescending(group => group.Count(each => each.ByService)).ThenByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        if (kind == NameKind.Person && !byRules)
            return null;
        var name = all.Select(each => each.Name).OrderByDescending(each => each.Length).ThenBy(each => each, StringComparer.Ordinal).First();
        return new(kind, name, byRules, byService, [.. all.Select(each => each.Source).Distinct().Order()]);
    }

    private static NameEntry Merged(IEnumerable<NameEntry> alike)
    {
        var all = alike.ToList();
        return all[0] with { ByRules = all.Exists(e => e.ByRules), ByService = all.Exists(e => e.ByService), SourceNumbers = [.. all.SelectMany(e => e.SourceNumbers).Distinct().Order()] };
    }

    private static string Words(string written) => string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsName(string name) => name.Length is > 1 and <= LongestName && name.Any(char.IsUpper) && !name.Any(char.IsControl);
}
