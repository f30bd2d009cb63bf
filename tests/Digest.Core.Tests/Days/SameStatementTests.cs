using Digest.Days;
using Digest.Facts;

namespace Digest.Tests.Days;

public class SameStatementTests
{
    public static TheoryData<string, string> OfOneSpeaker()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var pair in Gold.Days.SelectMany(d => d["sameStatement"]?.AsArray() ?? []))
            pairs.Add(Whole((string)pair![0]!), Whole((string)pair[1]!));
        return pairs;
    }

    [Theory]
    [MemberData(nameof(OfOneSpeaker))]
    public void TwoTranslationsOfOneStatementAreOne(string first, string second) =>
        Assert.True(IsOne("Nadhim al-Ubaidi", first, "Nadhim al-Ubaidi", second));

    [Theory]
    [InlineData("We will strike every base they use", "We will protect every base we use")]
    [InlineData("The truce will hold", "The truce will not hold")]
    [InlineData("pursued wherever they hide", "tried wherever they are caught")]
    [InlineData("a criminal act against the guests of the state", "a brave act by the sons of the state")]
    [InlineData("We will not stay silent for ever", "Bring us one photograph of one rifle")]
    [InlineData("The attackers came from the north", "The wounded came from the market")]
    [InlineData("Every day of delay is measured in lives", "Every soldier on our soil is a target")]
    [InlineData("There were no deaths", "There were deaths")]
    public void TwoStatementsOfOneSpeakerStayTwo(string first, string second) =>
        Assert.False(IsOne("Nadhim al-Ubaidi", first, "Nadhim al-Ubaidi", second));

    [Theory]
    [InlineData("Hassan Mroueh", "Haider al-Asadi")]
    [InlineData("Ingrid Solheim", "Mateo Larralde")]
    [InlineData("Iraqi government", "Kataib al-Mirqab")]
    public void OneWordingByTwoSpeakersIsTwoStatements(string first, string second) =>
        Assert.False(IsOne(first, "This is a flagrant violation of our sovereignty", second, "This is a flagrant violation of our sovereignty"));

    [Fact]
    public void AnUnnamedSpokesmanMayBeTheNamedSpokesmanOfTheSameOffice() =>
        Assert.True(SameStatement.IsOne(
            new("a spokesman for Iraqi Prime Minister Mohamed Shia Al Sudani", null, null, "said"), Likeness.Of("This unacceptable act undermines years of cooperation, blatantly violates Iraq’s sovereignty"),
            new("Yahya Rasool", "military spokesman for Prime Minister Mohammed Shia Al Sudani", null, "said"), Likeness.Of("undermine years of co-operation, blatantly violate Iraq’s sovereignty")));

    // The files give the beginnings of the statements; compared are the statements.
    private static string Whole(string beginning) =>
        Gold.All.SelectMany(f => f.Quotations).Select(q => q.Words).Where(w => w.Contains(beginning, StringComparison.OrdinalIgnoreCase)).DefaultIfEmpty(beginning).MinBy(w => w.Length)!;

    private static bool IsOne(string firstSpeaker, string first, string secondSpeaker, string second) =>
        SameStatement.IsOne(new Attribution(firstSpeaker, null, null, "said"), Likeness.Of(first), new Attribution(secondSpeaker, null, null, "said"), Likeness.Of(second));
}
