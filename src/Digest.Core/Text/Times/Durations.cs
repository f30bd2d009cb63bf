using Digest.Facts;

namespace Digest.Text.Times;

/// <summary>Lengths of time that are no dates: "for three days", "within 48 hours", "a two-week truce". Ages are none ("a 13-year-old", "aged 13").</summary>
internal static class Durations
{
    public static TimeRead? At(List<TimePiece> pieces, int i)
    {
        var word = Word(pieces, i);
        if (word is "for" or "within" or "in" or "during" or "over" or "after" or "every")
        {
            var at = Word(pieces, i + 1) is "about" or "around" or "nearly" or "almost" or "over" or "just" or "some" or "only" ? i + 2 : i + 1;
            if (TimeWords.Number(Word(pieces, at)) is not null && TimeWords.DaysIn(Word(pieces, at + 1)) is not null && IsEnd(pieces, at + 2))
                return new(i, at + 2, null, null, DatePrecision.None, word == "every" ? TimeKind.Recurring : TimeKind.Duration);
            if (word is "for" && TimeWords.DaysIn(Word(pieces, i + 1)) is not null && Word(pieces, i + 1).EndsWith('s'))
                return new(i, i + 2, null, null, DatePrecision.None, TimeKind.Duration);
            return null;
        }

        // "a four-day truce", "the 48-hour pause"; "13-year-old" is an age.
        return TimeWords.Number(word) is not null && word is not ("a" or "an") && Word(pieces, i + 1) == "-" && TimeWords.DaysIn(Word(pieces, i + 2)) is not null && Word(pieces, i + 3) != "-"
            ? new(i, i + 3, null, null, DatePrecision.None, TimeKind.Duration) : null;
    }

    // "in two days' time" and "after three days of talks" end here too; "for three days' ago" is nothing.
    private static bool IsEnd(List<TimePiece> pieces, int i) => Word(pieces, i) is not ("ago" or "earlier" or "old" or "-");

    private static string Word(List<TimePiece> pieces, int i) => i >= 0 && i < pieces.Count ? pieces[i].Lower : "";
}
