using System.Runtime.InteropServices;
using Digest.Text;

namespace Digest.Facts;

/// <summary>The persons of a text by the words of their names: who may be meant where the text uses a part of a name. Each part is looked up once.</summary>
internal sealed class NameBearers
{
    /// <summary>A name that more people bear tells nobody apart.</summary>
    private const int Most = 40;

    private readonly Dictionary<string, List<(Mention Mention, string[] Words)>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> firstUses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Bearer>> known = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="mentions">All mentions of the text, in reading order.</param>
    internal NameBearers(IEnumerable<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            firstUses.TryAdd(mention.Name ?? mention.Text, mention.Span.Start);
            if (mention.Kind != MentionKind.Person || mention.Name is null)
                continue;
            var words = Words(mention.Name);
            foreach (var word in words.Distinct(StringComparer.Ordinal))
            {
                ref var bearing = ref CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _);
                (bearing ??= []).Add((mention, words));
            }
        }
    }

    /// <summary>Where the text first uses a name just as it is given; null where it never does.</summary>
    internal int? FirstUse(string name) => firstUses.TryGetValue(name, out var at) ? at : null;

    /// <summary>Everybody whose full name holds a shorter one. Where some names end with it, it is their surname and nobody else's.</summary>
    internal List<Bearer> Of(string name)
    {
        if (!known.TryGetValue(name, out var bearers))
            known[name] = bearers = Find(Words(name));
        return bearers;
    }

    private List<Bearer> Find(string[] words)
    {
        if (words.Length == 0 || !words.All(byWord.ContainsKey))
            return [];
        var bearers = new List<Bearer>();
        foreach (var (mention, theirs) in byWord[words.MinBy(w => byWord[w].Count)!])
        {
            if (theirs.Length <= words.Length || !words.All(theirs.Contains))
                continue;
            var bearer = bearers.Find(b => b.Is(theirs));
            if (bearer is null && bearers.Count < Most)
                bearers.Add(bearer = new Bearer(theirs));
            bearer?.Add(mention, theirs);
        }

        var surnamed = bearers.FindAll(b => b.Name[^1] == words[^1] && b.Name.Any(w => !words.Contains(w) && !MentionReader.IsRole(w) && !Lexicon.IsKnown(w)));
        return surnamed.Count > 0 ? surnamed : bearers;
    }

    internal static string[] Words(string name) => name.ToLowerInvariant().Replace('’', '\'').Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A person of the text, with all mentions by a fuller name than the one looked up.</summary>
    internal sealed class Bearer(string[] name)
    {
        private readonly List<(int At, Mention Shown)> mentions = [];
        private readonly HashSet<string> roles = new(StringComparer.Ordinal);
        private string[] last = [];

        /// <summary>The words of the name, in lower case: of its fullest form.</summary>
        public string[] Name { get; private set; } = name;

        public int First => mentions[0].At;

        public char Gender { get; private set; } = '?';

        public bool Is(string[] theirs) => theirs.All(Name.Contains) || Name.All(theirs.Contains);

        public void Add(Mention mention, string[] theirs)
        {
            // A mention without a role beside the same name tells less than the one before.
            var shown = mention.Role is null && mentions.Count > 0 && last.SequenceEqual(theirs) ? mentions[^1].Shown : mention;
            last = theirs;
            mentions.Add((mention.Span.Start, shown));
            if (theirs.Length > Name.Length)
                Name = theirs;
            if (Gender == '?')
                Gender = mention.Gender;
            foreach (var word in mention.Role is { } role ? Words(role) : [])
                roles.Add(word);
        }

        /// <summary>Whether any mention has one of the words as office or title.</summary>
        public bool IsCalled(string[] told) => told.Any(w => w.Length > 2 && roles.Contains(w));

        public bool IsNamed(int from, int to) => Before(to) is > 0 and var count && mentions[count - 1].At >= from;

        /// <summary>The mention that a shorter name at a place goes back to: the nearest before it, else the first behind.</summary>
        public Mention Nearest(int at) => mentions[Math.Max(0, Before(at + 1) - 1)].Shown;

        // How many mentions stand before a place.
        private int Before(int at)
        {
            var (low, high) = (0, mentions.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (mentions[middle].At < at)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low;
        }
    }
}
