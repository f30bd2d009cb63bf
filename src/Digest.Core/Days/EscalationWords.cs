using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Digest.Days;

/// <summary>What the words of one sentence say for a rule of the ladder. Words are in lower case, in order.</summary>
internal static class EscalationWords
{
    public const string PlainThreat = "threat";

    private static readonly FrozenSet<string> Reprisal = Set("retaliate", "retaliation", "retaliatory", "reprisal", "reprisals", "revenge", "avenge", "avenged", "punish", "punished", "punishment", "unpunished", "unanswered", "respond", "response", "answer", "pay");

    private static readonly FrozenSet<string> Wider = Set("wider", "widen", "widening", "broader", "broaden", "expand", "expanding", "expansion", "extend", "extending", "beyond", "everywhere", "anywhere", "wherever", "deeper", "further", "farther", "larger", "bigger");

    private static readonly FrozenSet<string> Targets = Set("target", "targets");

    private static readonly FrozenSet<string> Attacks = Set("strike", "strikes", "airstrike", "airstrikes", "attack", "attacks", "raid", "raids", "bombing", "bombings", "bombardment", "shelling", "assault", "assaults", "ambush", "incursion", "salvo",
        "response", "responses", "barrage", "blast", "explosion", "firing", "launch", "drone", "missile", "missiles", "rockets", "rocket");

    private static readonly FrozenSet<string> Attacked = Set("struck", "strike", "strikes", "hit", "hits", "bombed", "attacked", "attack", "attacks", "targeted", "raided", "shelled", "fired", "launched", "used", "deployed", "employed", "flew", "crossed", "landed", "fell", "ambushed");

    private static readonly FrozenSet<string> Weapons = Set("missile", "missiles", "drone", "drones", "rocket", "rockets", "bomb", "bombs", "jet", "jets", "warplanes", "aircraft", "helicopter", "helicopters", "artillery", "torpedo", "torpedoes",
        "weapon", "weapons", "munition", "munitions", "gunship", "gunships", "tank", "tanks", "mine", "mines", "uav", "uavs", "paramotors", "howitzers", "boat", "boats");

    private static readonly FrozenSet<string> Truces = Set("ceasefire", "cease-fire", "truce", "armistice", "cessation");

    private static readonly FrozenSet<string> Made = Set("agreed", "agree", "agrees", "signed", "sign", "signs", "declared", "declare", "declares", "announced", "announces", "accepted", "accepts", "extended", "extends", "extend", "renewed", "renews", "brokered", "reached",
        "began", "begun", "begins", "started", "took", "takes", "taken", "came", "comes", "entered", "held", "holding", "ended", "ends", "expired", "expires", "lapsed", "collapsed", "collapses", "suspended", "suspends", "scrapped", "resumed");

    private static readonly FrozenSet<string> Broken = Set("broke", "broken", "breaks", "breaking", "breach", "breached", "breaches", "breaching", "violated", "violates", "violating", "violation", "violations");

    // What is asked for, hoped for or made a condition has not happened.
    private static readonly FrozenSet<string> Wished = Set("called", "call", "calls", "calling", "urged", "urges", "urging", "appealed", "appeals", "demanded", "demands", "proposed", "proposes", "proposal", "respect", "wants", "want", "seek", "seeks", "sought", "if",
        "would", "could", "should", "may", "might", "until", "unless", "talks", "no", "without", "rejected", "rejects", "rejecting");

    /// <summary>"threat-to-widen", "reprisal-announced" or plain "threat".</summary>
    public static string Threat(ImmutableArray<string> words)
    {
        if (words.Any(Reprisal.Contains))
            return "reprisal-announced";
        return words.Any(Wider.Contains) || IsEveryTarget(words) ? "threat-to-widen" : PlainThreat;
    }

    /// <summary>"the first on American forces since August", "its first publicly reported responses on Iraqi territory", "struck the port for the first time"; not "the first bomb fell", nor "the first sailor to be killed this year".</summary>
    public static bool IsFirstStrike(ImmutableArray<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] != "first")
                continue;
            if (IsForTheFirstTime(words, i))
            {
                if (words.Skip(Math.Max(0, i - 14)).Take(26).Any(Attacked.Contains))
                    return true;
                continue;
            }

            if (i == 0 || words[i - 1] is not ("the" or "its" or "their" or "a"))
                continue;
            var rest = words.Skip(i + 1).Take(12).ToArray();
            if (rest.Length == 0 || !(rest[0] is "on" or "in" or "since" or "such" or "against" or "inside" or "of" || rest.Take(4).Any(Attacks.Contains)))
                continue;
            if (Array.Exists(rest, w => w is "since" or "soil" or "territory" or "publicly" or "ever" or "inside") || HasSpan(rest))
                return true;
        }

        return false;
    }

    /// <summary>"used guided bombs for the first time", "the first use of the missile", "a new type of drone"; not "used the word for the first time".</summary>
    public static bool IsNewWeapon(ImmutableArray<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is not ("first" or "new" or "unseen" or "unused"))
                continue;
            var near = words.Skip(Math.Max(0, i - 12)).Take(24).Any(Weapons.Contains);
            if (words[i] == "first" && near && ((i + 1 < words.Length && words[i + 1] == "use") || (IsForTheFirstTime(words, i) && words.Skip(Math.Max(0, i - 14)).Take(26).Any(w => w is "used" or "using" or "deployed" or "employed" or "fired" or "launched" or "use"))))
                return true;
            if (words[i] is "new" && i + 3 < words.Length && words[i + 1] is "type" or "kind" && words[i + 2] == "of" && words.Skip(i + 3).Take(3).Any(Weapons.Contains))
                return true;
            if (words[i] is "unseen" or "unused" && i > 0 && words[i - 1] is "previously" or "hitherto" && near)
                return true;
        }

        return false;
    }

    /// <summary>"in response to the raid", "retaliated"; not "in response to a question".</summary>
    public static bool IsAnswer(ImmutableArray<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is "retaliated" or "retaliatory" || (words[i] == "avenge" && i > 0 && words[i - 1] == "to"))
                return true;
            if (i > 0 && words[i - 1] is "in" or "as" && words[i] is "response" or "retaliation" or "reprisal" or "revenge" or "answer" && !words.Skip(i + 1).Take(4).Any(w => w is "question" or "questions" or "request" or "letter" or "query" or "queries" or "inquiry" or "comment" or "criticism"))
                return true;
            if (words[i] == "in" && i > 0 && words[i - 1] == "responded")
                return true;
        }

        return false;
    }

    /// <summary>"ceasefire-step" or "ceasefire-breach"; null where a truce is only named, asked for, or of another time.</summary>
    public static string? Truce(ImmutableArray<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Truces.Contains(words[i]))
                continue;
            var before = words.Skip(Math.Max(0, i - 6)).Take(Math.Min(6, i)).ToArray();
            var after = words.Skip(i + 1).Take(6).TakeWhile(w => !Truces.Contains(w)).ToArray();
            if (Array.Exists(before, w => w is "since" or "after" or "before") || Array.Exists(before, Wished.Contains) || Array.Exists(after, w => w is "talks" or "deal" or "proposal" or "monitors" or "monitoring" or "line") && !Array.Exists(before, Made.Contains) || IsOfAnotherTime(words, i))
                continue;
            if (Array.Exists(before, Broken.Contains) || after.Take(4).Any(Broken.Contains))
                return "ceasefire-breach";
            if (before.Reverse().Take(5).Any(Made.Contains) || after.Take(3).Any(Made.Contains))
                return "ceasefire-step";
        }

        return null;
    }

    private static bool IsForTheFirstTime(ImmutableArray<string> words, int first) =>
        first > 0 && words[first - 1] == "the" && first + 1 < words.Length && words[first + 1] == "time";

    // "every American soldier is a target", "all bases are targets"
    private static bool IsEveryTarget(ImmutableArray<string> words) =>
        words.SkipWhile(w => w is not ("every" or "all" or "any")).Take(14).Any(Targets.Contains);

    // "took effect in November last year", "the truce of 2022"
    private static bool IsOfAnotherTime(ImmutableArray<string> words, int at)
    {
        for (var i = Math.Max(1, at - 6); i < Math.Min(words.Length, at + 10); i++)
        {
            if (words[i] is "year" or "month" or "week" or "autumn" or "spring" or "summer" or "winter" && words[i - 1] == "last" || words[i] == "ago" || (words[i].Length == 4 && words[i].All(char.IsAsciiDigit) && words[i][..2] is "19" or "20"))
                return true;
        }

        return false;
    }

    // "this year", "in seven weeks"
    private static bool HasSpan(string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if ((words[i - 1] == "this" && words[i] is "year" or "month") || (words[i] is "weeks" or "months" or "years" or "days" && Array.IndexOf(words, "in") is >= 0 and var at && at < i))
                return true;
        }

        return false;
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
