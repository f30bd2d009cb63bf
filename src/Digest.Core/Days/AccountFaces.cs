namespace Digest.Days;

/// <summary>
/// The accounts of a story's events by their faces: all that the comparison of two accounts looks at. Accounts of one face stand alike to every other account, so two faces are compared once and
/// a story that a thousand articles tell in much the same words costs hardly more than one that ten do.
/// </summary>
internal sealed class AccountFaces
{
    private const byte NotAsked = byte.MaxValue;

    private readonly List<(StoryUnit Unit, LocalEvent Event)> told;
    private readonly Places places;
    private readonly int[] faces;
    private readonly List<List<int>> accounts = [];
    private readonly byte[] sureness;
    private readonly byte[] apart;

    public AccountFaces(List<(StoryUnit Unit, LocalEvent Event)> told, Places places)
    {
        (this.told, this.places) = (told, places);
        var links = Links(told, places);
        var known = new Dictionary<(bool, string, string?), int>();
        faces = new int[told.Count];
        for (var i = 0; i < faces.Length; i++)
        {
            var (unit, happening) = told[i];
            var key = (ReferenceEquals(happening, unit.Main), happening.Face, links?[unit.Article.Id]);
            if (!known.TryGetValue(key, out faces[i]))
            {
                known[key] = faces[i] = accounts.Count;
                accounts.Add([]);
            }

            accounts[faces[i]].Add(i);
        }

        sureness = new byte[accounts.Count * accounts.Count];
        apart = new byte[accounts.Count * accounts.Count];
        Array.Fill(sureness, NotAsked);
        Array.Fill(apart, NotAsked);
    }

    /// <summary>How many faces there are; they are numbered from 0.</summary>
    public int Count => accounts.Count;

    public int Of(int account) => faces[account];

    /// <summary>The accounts of a face, in order.</summary>
    public List<int> Accounts(int face) => accounts[face];

    /// <summary>How surely an account of the one face and a later one of the other, of another article or item, are of one event; 0 for not at all.</summary>
    public int Sureness(int first, int second)
    {
        ref var known = ref sureness[(first * Count) + second];
        if (known == NotAsked)
            known = (byte)EventMerger.Judge(told[accounts[first][0]], told[accounts[second][0]], oneUnit: false, places).Sureness;
        return known;
    }

    /// <summary>Whether accounts of these faces can never be of one event.</summary>
    public bool AreApart(int first, int second)
    {
        ref var known = ref apart[(first * Count) + second];
        if (known == NotAsked)
            known = EventMerger.Excludes(told[accounts[first][0]], told[accounts[second][0]], places) ? (byte)1 : (byte)0;
        return known == 1;
    }

    /// <summary>What each article says of how the story's places lie to each other, as a key by the article's id; null where it could change nothing.</summary>
    private static Dictionary<string, string>? Links(List<(StoryUnit Unit, LocalEvent Event)> told, Places places)
    {
        PlaceName[] named = [.. told.SelectMany(t => t.Event.Places).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(places.Name).OfType<PlaceName>().Where(p => p.Names.Length > 0)];
        var links = new Dictionary<ulong, List<(int, int)>>();
        for (var i = 0; i < named.Length; i++)
        {
            for (var j = i + 1; j < named.Length; j++)
            {
                if (places.Compare(named[i], named[j]) != PlaceRelation.Apart)
                    continue;
                var (inward, outward) = PlaceLinks.Keys(named[i], named[j]);
                Of(links, inward).Add((i, j));
                Of(links, outward).Add((i, j));
            }
        }

        return links.Count == 0 ? null : told.Select(t => t.Unit.Article).DistinctBy(article => article.Id, StringComparer.Ordinal).ToDictionary(article => article.Id, Said, StringComparer.Ordinal);

        string Said(DayArticle article) => string.Concat(article.Words.Links.Where(links.ContainsKey).SelectMany(link => links[link]).Distinct().Order().Select(pair => $"{named[pair.Item1].Text}\t{named[pair.Item2].Text}\n"));

        static List<(int, int)> Of(Dictionary<ulong, List<(int, int)>> index, ulong key) => index.TryGetValue(key, out var found) ? found : index[key] = [];
    }
}
