using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Tells attacks that are recalled from those that are news. An attack is recalled where its clause says "previously"; where it is a counted series that the
/// news answers ("in response to more than 60 attacks on its forces"); or where the news came days or weeks after it. An attack with a recent day of its own is news.
/// </summary>
internal static class Recalled
{
    /// <summary>From how many on attacks named together, with no day of their own, are a series and no events of the day.</summary>
    private const int Series = 10;

    private const int LongestLeadIn = 5;

    internal static EventDraft Mark(EventDraft draft)
    {
        if (draft.Setting.IsBackground || !IsRecalled(draft))
            return draft;
        return draft with { Setting = draft.Setting with { IsBackground = true, Date = null, LastDate = null, DatePrecision = DatePrecision.None, DateSpan = null } };
    }

    private static bool IsRecalled(EventDraft draft)
    {
        if (IsSeries(draft) && IsCause(draft))
            return true;
        return draft.Clause is { } clause && (SaysBefore(draft.Sentence, clause) || (draft.Setting is { DateSpan: null } and ({ Date: null } or { IsDateInferred: true }) && CameAfter(draft.Sentence, clause)));
    }

    private static bool IsSeries(EventDraft draft) => draft.IsNominal && (draft.Count >= Series || draft.CountIsMinimum || (draft.IsCounted && draft.Count is null));

    // "in response to more than 60 attacks", "following dozens of rocket attacks": what the series led to is the news.
    private static bool IsCause(EventDraft draft)
    {
        var tokens = draft.Sentence.Tokens;
        for (var i = draft.First - 1; i >= Math.Max(0, draft.First - LongestLeadIn); i--)
        {
            var lower = tokens[i].Lower;
            if (lower is "response" or "responses" or "retaliation" or "reprisal" or "reprisals" or "revenge" or "answer" or "reaction" or "after" or "following")
                return true;
            if (tokens[i].IsVerb || tokens[i].IsNominal || tokens[i].Pos is PartOfSpeech.Comma or PartOfSpeech.Punctuation)
                return false;
        }

        return false;
    }

    // "had previously struck", "previously carried out"; a place "previously held by rebels" says nothing of the attack.
    private static bool SaysBefore(Sentence sentence, Clause clause)
    {
        var tokens = sentence.Tokens;
        for (var i = clause.Verb.First; i < clause.Verb.Head; i++)
        {
            if (tokens[i].Lower is "previously" or "formerly")
                return true;
        }

        return clause.Verb.First > 0 && tokens[clause.Verb.First - 1].Lower is "previously";
    }

    // "came days after a barrage hit the base": an attack in the clause behind "days after" is that much older than the news. Hours, and a day, are the same news.
    private static bool CameAfter(Sentence sentence, Clause clause)
    {
        if (clause is not { Opener: "after", Subject: { } subject })
            return false;
        var tokens = sentence.Tokens;
        var opener = sentence.Chunks[subject.First].First - 1;
        while (opener > 0 && tokens[opener].Lower != "after")
            opener--;
        return opener > 0 && tokens[opener - 1].Lower is "days" or "weeks" or "months" or "years" or "week" or "month" or "year";
    }
}
