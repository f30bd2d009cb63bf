using Digest.Days;
using Digest.Rendering.Model;

namespace Digest.Rendering.Phrasing;

/// <summary>A wording of a statement as a sentence that names its speaker, or, under the speaker's name, as the quotation alone.</summary>
internal static class StatementText
{
    /// <summary>“dangerous escalation” [1, 2] · The Iraqi government condemned the strikes [1]. · The strikes were lawful, US officials said [1].</summary>
    public static LineBuilder Under(LineBuilder line, string speaker, Wording wording, Passages passages)
    {
        var cites = passages.Cites(wording.Citations);
        return wording.Form switch
        {
            WordingForm.Quotation => line.Quoted(wording.Words, cites),
            WordingForm.Predicate => line.Sourced($"{Numerals.Capitalised(ClaimantText.InProse(speaker))} {wording.Words}", cites).Own("."),
            WordingForm.Content => line.Sourced(Numerals.Capitalised(wording.Words)).Own(", ").Sourced(ClaimantText.InProse(speaker)).Own(" said", cites).Own("."),
            // Without marks: within them stand a speaker's words only.
            _ => line.Own($"{Numerals.Capitalised(Numerals.Articles(cites.Select(cite => cite.Number)))} {(cites.Length == 1 ? "says" : "say")}: ").Sentence(wording.Words, cites),
        };
    }

    /// <summary>The Iraqi government said: “dangerous escalation” [1, 2].</summary>
    public static Line Whole(string speaker, Wording wording, Passages passages)
    {
        var line = new LineBuilder();
        return wording.Form == WordingForm.Quotation
            ? Under(line.Sourced(Numerals.Capitalised(ClaimantText.InProse(speaker))).Own(" said: "), speaker, wording, passages).Own(".").Build()
            : Under(line, speaker, wording, passages).Build();
    }
}
