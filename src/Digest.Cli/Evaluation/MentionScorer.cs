using System.Collections.Immutable;
using System.Text.Json;

namespace Digest.Cli.Evaluation;

/// <summary>
/// Scores facts against gold of the seeds' form: a unit for each mention, found where the spans overlap and the figures agree.
/// The same rules as `score_mentions` in score.py, and the same figures.
/// </summary>
internal sealed class MentionScorer
{
    private static readonly string[] CasualtyAttributes = ["source", "place", "victims", "date"];
    private static readonly string[] EventAttributes = ["actor", "target", "place", "date"];
    private static readonly string[] Counted = ["casualties numbered", "casualties all", "quotations", "reactions", "events"];
    private static readonly string[] Attributed = ["casualties", "quotations", "reactions", "events"];

    private readonly Dictionary<string, Tally> tallies = Counted.ToDictionary(kind => kind, _ => new Tally(), StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, (int Right, int All)>> attributes =
        Attributed.ToDictionary(kind => kind, _ => new SortedDictionary<string, (int, int)>(StringComparer.Ordinal), StringComparer.Ordinal);

    private readonly List<string> misses = [];
    private readonly IReadOnlyList<IReadOnlyList<string>> sameEntity;

    private MentionScorer(JsonElement gold) =>
        sameEntity = [.. gold.Items("sameEntity").Select(group => group.EnumerateArray().Select(name => name.GetString()!).ToList())];

    /// <param name="facts">By article name; an article without facts counts as one in which nothing was found.</param>
    public static Score Run(string set, JsonElement gold, IReadOnlyDictionary<string, JsonElement> facts, IReadOnlyDictionary<string, string> texts)
    {
        var scorer = new MentionScorer(gold);
        var (dated, datesRight) = (0, 0);
        foreach (var article in gold.Items("articles"))
        {
            var name = article.Text("name")!;
            JsonElement? found = facts.TryGetValue(name, out var line) ? line : null;
            scorer.ScoreCasualties(article, found, texts[name]);
            scorer.ScoreQuotations(article, found);
            scorer.ScoreReactions(article, found, texts[name]);
            scorer.ScoreEvents(article, found, texts[name]);
            if (article.Text("dateSource") != "stated")
                continue;

            dated++;
            if (string.Equals(found.Field("article")?.Text("date"), article.Text("date"), StringComparison.Ordinal))
                datesRight++;
        }

        return new(
            set,
            [
                .. Counted.Select(kind => new ScoreRow(kind, scorer.tallies[kind].Figures)),
                .. Attributed.Select(kind => new ScoreRow(
                    kind + " attributes",
                    [.. scorer.attributes[kind].Select(pair => new Figure(pair.Key, Score.Ratio(pair.Value.Right, pair.Value.All)))])),
                new ScoreRow("article date", [new("", Score.Ratio(datesRight, dated))]),
            ],
            [.. scorer.misses]);
    }

    private void ScoreCasualties(JsonElement article, JsonElement? found, string text)
    {
        var pairing = Agreement.PairUp(article.Items("casualties"), found.Items("casualties"), (gold, fact) =>
            gold.Text("effect") == fact.Text("effect") && Overlap(text, gold, fact) && Agrees(gold, "min", fact) && Agrees(gold, "max", fact)
                ? CasualtyAttributes.Count(key => Agrees(gold, key, fact))
                : null);
        Count("casualties all", article, pairing);
        tallies["casualties numbered"].Add(
            pairing.Pairs.Count(pair => IsNumbered(pair.Gold)), pairing.Extra.Count(IsNumbered), pairing.Missed.Count(IsNumbered));
        foreach (var (gold, fact) in pairing.Pairs)
        {
            foreach (var key in CasualtyAttributes)
                Attribute("casualties", key, Agrees(gold, key, fact));
            if (gold.TryGetProperty("status", out _))
                Attribute("casualties", "status", string.Equals(gold.Text("status"), fact.Text("status"), StringComparison.Ordinal));
        }

        static bool IsNumbered(JsonElement unit) => unit.Number("min") is not null || unit.Number("max") is not null;
    }

    private void ScoreQuotations(JsonElement article, JsonElement? found)
    {
        var pairing = Agreement.PairUp(article.Items("quotations"), found.Items("quotations"), (gold, fact) =>
            Agreement.TokenF1(gold.Text("quote"), fact.Text("quote")) is var score and >= 0.8 ? score : null);
        var notQuotations = article.Items("notQuotations").Select(words => words.GetString()).ToHashSet(StringComparer.Ordinal);
        // A scare quote of one word is no error either way, unless the gold names it.
        pairing.Extra.RemoveAll(extra => Agreement.Tokens(extra.Text("quote")).Count < 2 && !notQuotations.Contains(extra.Text("quote")));
        Count("quotations", article, pairing);
        foreach (var (gold, fact) in pairing.Pairs)
            Attribute("quotations", "speaker", Agrees(gold, "speaker", fact));
    }

    private void ScoreReactions(JsonElement article, JsonElement? found, string text)
    {
        var pairing = Agreement.PairUp(article.Items("reactions"), found.Items("reactions"), (gold, fact) =>
            Overlap(text, gold, fact) && Agrees(gold, "speaker", fact) ? 1.0 : null);
        Count("reactions", article, pairing);
        foreach (var (gold, fact) in pairing.Pairs)
            Attribute("reactions", "stance", Agrees(gold, "stance", fact, withGroups: false));
    }

    private void ScoreEvents(JsonElement article, JsonElement? found, string text)
    {
        var pairing = Agreement.PairUp(article.Items("events"), found.Items("events"), (gold, fact) =>
        {
            var sameFamily = Family(gold.Text("type")) == Family(fact.Text("type"));
            return Overlap(text, gold, fact) && (sameFamily || gold.Text("type") == "attack" || fact.Text("type") == "attack")
                ? (sameFamily ? 1 : 0) + EventAttributes.Count(key => Agrees(gold, key, fact))
                : null;
        });
        Count("events", article, pairing);
        foreach (var (gold, fact) in pairing.Pairs)
        {
            foreach (var key in EventAttributes.Where(key => gold.TryGetProperty(key, out _)))
                Attribute("events", key, Agrees(gold, key, fact));
        }
    }

    private void Count(string kind, JsonElement article, Pairing<JsonElement, JsonElement> pairing)
    {
        tallies[kind].Add(pairing.Pairs.Count, pairing.Extra.Count, pairing.Missed.Count);
        var name = article.Text("name");
        misses.AddRange(pairing.Missed.Select(unit => $"missed {kind} in {name}: {Shown(unit)}"));
        misses.AddRange(pairing.Extra.Select(fact => $"extra {kind} in {name}: {Shown(fact)}"));
    }

    private void Attribute(string kind, string key, bool right)
    {
        attributes[kind].TryGetValue(key, out var counts);
        attributes[kind][key] = (counts.Right + (right ? 1 : 0), counts.All + 1);
    }

    /// <summary>Whether the fact's value is the gold's or one that the gold also allows.</summary>
    private bool Agrees(JsonElement gold, string key, JsonElement fact, bool withGroups = true)
    {
        JsonElement?[] wanted = [gold.Field(key), .. gold.Field("any").Items(key).Select(value => value.ValueKind == JsonValueKind.Null ? null : (JsonElement?)value)];
        var got = fact.Field(key);
        return wanted.Any(want => want is { } expected && got is { } given
            ? key switch
            {
                "min" or "max" => want.Number() is { } number && number == got.Number(),
                "date" or "status" => expected.ValueKind == given.ValueKind && expected.ToString() == given.ToString(),
                _ => SameEntity(expected.ToString(), given.ToString(), withGroups),
            }
            : want is null && got is null);
    }

    private bool SameEntity(string want, string got, bool withGroups) =>
        Agreement.SameName(want, got)
        || (withGroups && sameEntity.Any(group => group.Any(name => Agreement.SameName(want, name)) && group.Any(name => Agreement.SameName(got, name))));

    /// <summary>Whether the fact's span touches the first place where the gold's evidence stands in the text.</summary>
    private static bool Overlap(string text, JsonElement gold, JsonElement fact)
    {
        var evidence = gold.Text("evidence")!;
        var start = text.IndexOf(evidence, StringComparison.Ordinal);
        return start >= 0 && (fact.Field("span")?.Number("start") ?? 0) < start + evidence.Length && start < (fact.Field("span")?.Number("end") ?? -1);
    }

    private static string Family(string? type) => type?.ToLowerInvariant() switch
    {
        "air strike" or "airstrike" or "strike" or "drone strike" => "strike",
        "missile attack" or "missile strike" or "rocket attack" => "missile",
        "drone attack" => "drone",
        var other => other ?? "",
    };

    private static string Shown(JsonElement unit) => string.Join(", ", unit.EnumerateObject()
        .Where(field => field.Name is "effect" or "min" or "max" or "quote" or "speaker" or "type" or "stance" or "evidence")
        .Select(field => $"{field.Name} {(field.Value.ValueKind == JsonValueKind.String ? $"\"{field.Value.GetString()}\"" : field.Value.GetRawText())}"));

    private sealed class Tally
    {
        private int truePositives;
        private int falsePositives;
        private int falseNegatives;

        public ImmutableArray<Figure> Figures => Score.PrecisionRecall(truePositives, falsePositives, falseNegatives);

        public void Add(int pairs, int extra, int missed)
        {
            truePositives += pairs;
            falsePositives += extra;
            falseNegatives += missed;
        }
    }
}
