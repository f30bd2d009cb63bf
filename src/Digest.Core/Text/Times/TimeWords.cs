using System.Collections.Frozen;

namespace Digest.Text.Times;

/// <summary>The words of the calendar, and the marks that a word beside them gives.</summary>
internal static class TimeWords
{
    public static readonly FrozenDictionary<string, int> Months = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["january"] = 1, ["february"] = 2, ["march"] = 3, ["april"] = 4, ["may"] = 5, ["june"] = 6, ["july"] = 7, ["august"] = 8, ["september"] = 9, ["october"] = 10, ["november"] = 11, ["december"] = 12,
        ["jan"] = 1, ["feb"] = 2, ["mar"] = 3, ["apr"] = 4, ["jun"] = 6, ["jul"] = 7, ["aug"] = 8, ["sep"] = 9, ["sept"] = 9, ["oct"] = 10, ["nov"] = 11, ["dec"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, DayOfWeek> Weekdays = new Dictionary<string, DayOfWeek>(StringComparer.Ordinal)
    {
        ["sunday"] = DayOfWeek.Sunday, ["monday"] = DayOfWeek.Monday, ["tuesday"] = DayOfWeek.Tuesday, ["wednesday"] = DayOfWeek.Wednesday, ["thursday"] = DayOfWeek.Thursday, ["friday"] = DayOfWeek.Friday, ["saturday"] = DayOfWeek.Saturday,
        ["tues"] = DayOfWeek.Tuesday, ["tue"] = DayOfWeek.Tuesday, ["weds"] = DayOfWeek.Wednesday, ["thurs"] = DayOfWeek.Thursday, ["thur"] = DayOfWeek.Thursday, ["fri"] = DayOfWeek.Friday,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["a"] = 1, ["an"] = 1, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenSet<string> PartsOfDay = FrozenSet.Create(StringComparer.Ordinal, "morning", "afternoon", "evening", "night", "midnight", "noon", "dawn", "lunchtime", "midday", "dusk");

    /// <summary>Days with names that are no dates ("Black Friday"), and papers named after days.</summary>
    public static readonly FrozenSet<string> BeforeNamedDay = FrozenSet.Create(StringComparer.Ordinal, "black", "good", "bloody", "easter", "palm", "ash", "cyber", "shrove", "maundy");

    public static readonly FrozenSet<string> AfterNamedDay = FrozenSet.Create(StringComparer.Ordinal, "times", "telegraph", "mirror", "express", "mail", "prayers", "prayer", "sermon", "league");

    /// <summary>Words before a month's name that only a month can follow; "may" and "march" need one of them, a day or a year.</summary>
    public static readonly FrozenSet<string> BeforeMonth = FrozenSet.Create(StringComparer.Ordinal,
        "in", "since", "last", "next", "of", "early", "late", "mid", "until", "till", "by", "from", "between", "during", "through", "every", "before", "after", "previous", "through", "around");

    public static readonly FrozenSet<string> BeforeYear = FrozenSet.Create(StringComparer.Ordinal,
        "in", "since", "of", "by", "until", "till", "from", "during", "between", "before", "after", "around", "through", "early", "late", "mid", "throughout");

    public static int? Number(string word) => Numbers.TryGetValue(word, out var number) ? number
        : word.Length is > 0 and < 5 && word.All(char.IsAsciiDigit) ? int.Parse(word, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Days in a unit of time; 0 for units shorter than a day, null for any other word.</summary>
    public static int? DaysIn(string unit) => unit switch
    {
        "second" or "seconds" or "minute" or "minutes" or "hour" or "hours" => 0,
        "day" or "days" => 1,
        "night" or "nights" => 1,
        "week" or "weeks" => 7,
        "fortnight" => 14,
        "month" or "months" => 30,
        "year" or "years" => 365,
        "decade" or "decades" => 3650,
        _ => null,
    };
}
