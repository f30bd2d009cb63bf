using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Digest.Cli.Evaluation;

/// <summary>Scores facts against the public annotated sets, each by the rules of score.py, which say what the set's annotation can bear.</summary>
internal static partial class PublicSets
{
    /// <param name="name">The set's name as its lines give it: pitf, airwars_gaza, muc4 or polnear.</param>
    /// <returns>Null where there is no such set.</returns>
    public static Score? Run(string set, string? name, IReadOnlyList<JsonElement> documents, IReadOnlyDictionary<string, JsonElement> facts)
    {
        ImmutableArray<ScoreRow>? rows = name switch
        {
            "pitf" => Pitf(documents, facts),
            "airwars_gaza" => Airwars(documents, facts),
            "muc4" => Muc4(documents, facts),
            "polnear" => Polnear(documents, facts),
            _ => null,
        };
        return rows is { } scored ? new(set, scored, []) : null;
    }

    /// <summary>One human-coded figure an item, scored where that number stands in the text. Headline: the toll, else the first figure.</summary>
    private static ImmutableArray<ScoreRow> Pitf(IReadOnlyList<JsonElement> documents, IReadOnlyDictionary<string, JsonElement> facts)
    {
        return [Row("killed"), Row("wounded")];

        ScoreRow Row(string effect)
        {
            var (items, any, headline, emitted, right) = (0, 0, 0, 0, 0);
            foreach (var document in documents)
            {
                var gold = document.Field("gold");
                if (gold.Field(effect).Number() is not { } count || count == 0 || gold.Field(effect + "_explicit_in_text") is not { ValueKind: JsonValueKind.True })
                    continue;

                items++;
                var found = Found(facts, document);
                var figures = Casualties(found, effect);
                var hits = figures.Count(figure => figure.Numbers().Contains(count));
                (emitted, right) = (emitted + figures.Count, right + hits);
                any += hits > 0 ? 1 : 0;
                var first = found.Field("toll").Field(effect) ?? (figures.Count > 0 ? figures[0] : null);
                headline += first is { } shown && shown.Numbers().Contains(count) ? 1 : 0;
            }

            return new(effect,
            [
                new("items", items), new("any", Score.Ratio(any, items)), new("headline", Score.Ratio(headline, items)),
                new("precision (lower bound)", Score.Ratio(right, emitted)),
            ]);
        }
    }

    /// <summary>A range over conflicting sources, scored where both ends stand in the text. The range found: the toll, else lowest to highest figure.</summary>
    private static ImmutableArray<ScoreRow> Airwars(IReadOnlyList<JsonElement> documents, IReadOnlyDictionary<string, JsonElement> facts)
    {
        return [Row("killed", "civilians_killed", "killed"), Row("wounded", "civilians_injured", "injured")];

        ScoreRow Row(string effect, string key, string prefix)
        {
            var (items, exact, ranges, rangesExact, covered) = (0, 0, 0, 0, 0);
            foreach (var document in documents)
            {
                var gold = document.GetProperty("gold");
                if (gold.Items(key) is not [var lowest, var highest, ..] || highest.GetDouble() < 2
                    || !gold.Flag(prefix + "_min_explicit") || !gold.Flag(prefix + "_max_explicit"))
                    continue;

                items++;
                var wanted = (Low: lowest.GetDouble(), High: highest.GetDouble());
                var found = Found(facts, document);
                var numbers = Casualties(found, effect).SelectMany(figure => figure.Numbers()).ToHashSet();
                var range = found.Field("toll").Field(effect) is { } toll
                    ? (Low: toll.Number("min"), High: toll.Number("max") is { } max and not 0 ? max : toll.Number("min"))
                    : numbers.Count > 0 ? (numbers.Min(), numbers.Max()) : (null, null);
                var isExact = range.Low == wanted.Low && range.High == wanted.High;
                exact += isExact ? 1 : 0;
                covered += numbers.Contains(wanted.Low) && numbers.Contains(wanted.High) ? 1 : 0;
                if (wanted.Low == wanted.High)
                    continue;

                ranges++;
                rangesExact += isExact ? 1 : 0;
            }

            return new(effect,
            [
                new("items", items), new("range exact", Score.Ratio(exact, items)), new("on true ranges", Score.Ratio(rangesExact, ranges)),
                new("both ends found", Score.Ratio(covered, items)),
            ]);
        }
    }

    /// <summary>
    /// Figures for each document that has an incident. The keys of 1992 leave out military clashes, so recall leads.
    /// Where a figure fits several keys, score.py takes any of them; here it is the smallest, so that two runs agree.
    /// </summary>
    private static ImmutableArray<ScoreRow> Muc4(IReadOnlyList<JsonElement> documents, IReadOnlyDictionary<string, JsonElement> facts)
    {
        return [Row("figures of two or more", atLeastTwo: true), Row("all figures", atLeastTwo: false)];

        ScoreRow Row(string label, bool atLeastTwo)
        {
            var (truePositives, falsePositives, falseNegatives) = (0, 0, 0);
            foreach (var document in documents.Where(document => document.GetProperty("gold").Items("incidents").Count > 0))
            {
                var (required, optional) = Keys(document.GetProperty("gold"), atLeastTwo);
                var left = new SortedSet<(string Effect, double Value)>(
                    from effect in (string[])["killed", "wounded"]
                    from figure in Casualties(Found(facts, document), effect)
                    from value in figure.Numbers()
                    where !(atLeastTwo && value < 2)
                    select (effect, value));
                foreach (var key in required)
                {
                    var fitting = left.Where(key.Fits).Take(1).ToList();
                    fitting.ForEach(used => left.Remove(used));
                    truePositives += fitting.Count;
                    falseNegatives += 1 - fitting.Count;
                }

                falsePositives += left.Count(figure => !optional.Concat(required).Any(key => key.Fits(figure)));
            }

            return new(label, Score.PrecisionRecall(truePositives, falsePositives, falseNegatives));
        }
    }

    private static (List<MucKey> Required, List<MucKey> Optional) Keys(JsonElement gold, bool atLeastTwo)
    {
        var (required, optional) = (new List<MucKey>(), new List<MucKey>());
        foreach (var casualty in gold.Items("casualties"))
        {
            var values = casualty.Items("alternatives").Where(each => each.Text("raw") != "PLURAL").SelectMany(each => each.Numbers()).ToHashSet();
            if (values.Count == 0 || (atLeastTwo && values.Max() < 2))
                continue;

            var key = new MucKey(casualty.Text("kind")!, values);
            if (casualty.Flag("optional"))
                optional.Add(key);
            else if (!required.Any(key.IsSame))
                required.Add(key);
        }

        return (required, optional);
    }

    /// <summary>Content matched one to one where at least half of the words agree, then the speaker. "speech" adds indirect statements with a verb of speech.</summary>
    private static ImmutableArray<ScoreRow> Polnear(IReadOnlyList<JsonElement> documents, IReadOnlyDictionary<string, JsonElement> facts)
    {
        return
        [
            Row("direct", gold => gold.Text("type") == "direct", found => found.Text("type") == "direct"),
            Row("direct and mixed", IsQuoted, found => found.Text("type") != "indirect"),
            Row("speech", gold => IsQuoted(gold) || SpeechCue().IsMatch(gold.Text("cue") ?? ""), _ => true),
        ];

        static bool IsQuoted(JsonElement gold) => gold.Text("type") is "direct" or "mixed";

        ScoreRow Row(string label, Func<JsonElement, bool> isScored, Func<JsonElement, bool> countsAsExtra)
        {
            var (truePositives, falsePositives, falseNegatives, known, right) = (0, 0, 0, 0, 0);
            foreach (var document in documents)
            {
                var everything = document.GetProperty("gold").Items("attributions").Select(WithTokens).ToList();
                var found = Found(facts, document).Items("statements").Select(WithTokens).ToList();
                var pairing = Agreement.PairUp([.. everything.Where(gold => isScored(gold.Unit))], found, (gold, statement) =>
                    Agreement.TokenF1(gold.Tokens, statement.Tokens) is var score and >= 0.5 ? score : null);
                var others = everything.Where(gold => !isScored(gold.Unit)).ToList();
                truePositives += pairing.Pairs.Count;
                falseNegatives += pairing.Missed.Count;
                falsePositives += pairing.Extra.Count(extra =>
                    countsAsExtra(extra.Unit) && !others.Any(other => Agreement.TokenF1(other.Tokens, extra.Tokens) >= 0.5));
                var named = pairing.Pairs.Where(pair => !string.IsNullOrEmpty(pair.Gold.Unit.Text("source"))).ToList();
                known += named.Count;
                right += named.Count(pair => IsSpeaker(pair.Gold.Unit, pair.Found.Unit));
            }

            return new(label, [.. Score.PrecisionRecall(truePositives, falsePositives, falseNegatives), new("speaker", Score.Ratio(right, known))]);
        }

        static (JsonElement Unit, List<string> Tokens) WithTokens(JsonElement unit) => (unit, Agreement.Tokens(unit.Text("content")));
    }

    private static bool IsSpeaker(JsonElement gold, JsonElement statement) =>
        (statement.Field("speakerSpan") is { } span
            && gold.Items("source_spans").Any(source => source[0].GetInt32() < span.Number("end") && span.Number("start") < source[1].GetInt32()))
        || Agreement.SameName(gold.Text("source"), statement.Text("speaker"));

    private static JsonElement? Found(IReadOnlyDictionary<string, JsonElement> facts, JsonElement document) =>
        facts.TryGetValue(document.Text("id")!, out var line) ? line : null;

    private static List<JsonElement> Casualties(JsonElement? found, string effect) =>
        [.. found.Items("casualties").Where(figure => figure.Text("effect") == effect)];

    private sealed record MucKey(string Kind, HashSet<double> Values)
    {
        public bool Fits((string Effect, double Value) figure) =>
            (figure.Effect == Kind || Kind == "killed_or_wounded") && Values.Contains(figure.Value);

        public bool IsSame(MucKey other) => Kind == other.Kind && Values.SetEquals(other.Values);
    }

    [GeneratedRegex(
        @"\b(sa(y|id|ys|ying)|t[eo]l(l|d|ls|ling)|add(s|ed)?|stat(e|es|ed|ement|ing)|announc|confirm|claim|report|warn|insist|argu|not(e|es|ed)|explain|wr(ite|ote|ites)|tweet|declar|accus|den(y|ies|ied)|condemn|call|urg|vow|suggest|respond|repl|describ|promis|pledg|ask|according|quoted|acknowledg|admit|conced|testif|alleg|assert)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpeechCue();
}
