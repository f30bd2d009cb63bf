using System.Text;

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
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        faces = new int[told.Count];
        for (var i = 0; i < faces.Length; i++)
        {
            var (unit, happening) = told[i];
            var key = string.Concat(ReferenceEquals(happening, unit.Main) ? "main\n" : "\n", happening.Face, "\n", links?[unit.Article.Id]);
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
        if (!Array.Exists(named, p => Array.Exists(named, q => places.Compare(p.Text, q.Text) == PlaceRelation.Apart)))
            return null;
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        var key = new StringBuilder();
        foreach (var article in told.Select(t => t.Unit.Source))
        {
            if (links.ContainsKey(article.Id))
                continue;
            var here = Array.FindAll(named, p => PlaceLinks.MayName(article, p));
            for (var i = 0; i < here.Length; i++)
            {
                for (var j = i + 1; j < here.Length; j++)
                {
                    if (places.Compare(here[i].Text, here[j].Text) == PlaceRelation.Apart && PlaceLinks.Says(article, here[i], here[j]))
                        key.Append(here[i].Text).Append('\t').Append(here[j].Text).Append('\n');
                }
            }

            links[article.Id] = key.ToString();
            key.Clear();
        }

        return links;
    }
}
