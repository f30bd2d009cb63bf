using System.Globalization;
using Digest.Days;
using Digest.Facts;
using Digest.Names;

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

    /// <summary>Two outlets' words, translations or reported forms of one statement.</summary>
    [Theory]
    [InlineData("We will not rest until the last hostage is home", "There will be no rest for us until the last of the hostages comes home")]
    [InlineData("threatened to attack a wider array of targets if US strikes continue", "warned of more attacks on a broader range of targets if US strikes persist")]
    [InlineData("This crime will not pass without an answer", "such a crime shall not pass without a response")]
    [InlineData("The border crossing stays shut until the shelling stops", "the crossing on the border would remain closed until the shelling ended")]
    [InlineData("Our forces acted in accordance with the law of armed conflict", "its forces had acted in line with the law of armed conflict")]
    [InlineData("blatant violation of our national sovereignty", "a flagrant breach of the country's sovereignty")]
    [InlineData("We call on all parties to exercise maximum restraint", "urged all sides to show the utmost restraint")]
    [InlineData("The ship was carrying nothing but wheat to Aden", "the vessel was carrying wheat and nothing else to Aden")]
    [InlineData("Whoever harbours the killers shares in their guilt", "those who harbour the killers share their guilt")]
    [InlineData("No soldier of ours has crossed the river", "none of its soldiers had crossed the river")]
    [InlineData("We hold the government in Tallinn fully responsible for the fire", "held the Tallinn government entirely responsible for the fire")]
    [InlineData("The truce ended the moment their shells fell on the market", "the ceasefire was over the moment shells fell on the market")]
    [InlineData("Three of the drones were shot down over the lake", "three drones had been shot down above the lake")]
    [InlineData("condemned in the strongest terms the cowardly bombing of the mosque", "strongly condemned the cowardly bomb attack on the mosque")]
    [InlineData("We are ready to talk without conditions", "they were ready for talks without any conditions")]
    [InlineData("The hospital had been used as a command centre for months", "the hospital was for months used as a command post")]
    [InlineData("Every gram of flour that reaches the camp is stolen at the gate", "all flour reaching the camp gets stolen at its gate")]
    [InlineData("They will find the gates of the city open to them only as prisoners", "they would see the city's gates open only as prisoners")]
    [InlineData("The council demands an immediate and unconditional ceasefire", "the council called for a ceasefire that is immediate and unconditional")]
    [InlineData("The dead were farmers on their way to the fields", "those killed were farmers who were on the way to their fields")]
    [InlineData("Nobody has the right to decide for the people of the valley", "no one had a right to decide on behalf of the valley's people")]
    [InlineData("We expect an apology and compensation for the families", "expected the families to get an apology and compensation")]
    [InlineData("The enemy targeted the bridge three times in one night", "enemy forces had struck the bridge three times in a single night")]
    [InlineData("Peace will not come from the barrel of a gun", "peace would never come from a gun's barrel")]
    public void OneStatementInOtherWordsIsOne(string first, string second) => Assert.True(IsOne("Ana Silva", first, "Ana Silva", second));

    [Theory]
    [InlineData("We will strike every base they use", "We will protect every base we use")]
    [InlineData("The truce will hold", "The truce will not hold")]
    [InlineData("pursued wherever they hide", "tried wherever they are caught")]
    [InlineData("a criminal act against the guests of the state", "a brave act by the sons of the state")]
    [InlineData("We will not stay silent for ever", "Bring us one photograph of one rifle")]
    [InlineData("The attackers came from the north", "The wounded came from the market")]
    [InlineData("Every day of delay is measured in lives", "Every soldier on our soil is a target")]
    [InlineData("There were no deaths", "There were deaths")]
    [InlineData("We will close the port if the raids continue", "We will burn the oil fields if the raids continue")]        // two threats on one condition
    [InlineData("threatened to strike ships in the strait", "threatened to strike airports in the north")]
    [InlineData("The army did not enter the village", "The army entered the village at noon")]
    [InlineData("Five of our soldiers were killed", "The bridge was hit by two rockets")]
    [InlineData("condemned the bombing of the mosque", "welcomed the opening of the mosque")]
    [InlineData("We demand the release of the prisoners", "We demand an end to the siege")]
    [InlineData("The minister will resign if the talks fail", "The talks failed before the minister arrived")]
    [InlineData("called on Ankara to withdraw", "called on Tehran to withdraw")]
    [InlineData("The first convoy left on Monday with flour", "The second convoy turned back with its medicine")]
    [InlineData("denied that its planes had crossed the border", "said that its planes had crossed the border")]
    [InlineData("Our answer will come at sea", "Our answer has been given on land")]
    [InlineData("We will talk when the guns fall silent", "The guns fell silent when the rain began")]
    [InlineData("There is no siege of the city", "The siege of the city will be lifted")]
    [InlineData("The hospital was not a target", "The airport was a target and remains one")]
    [InlineData("All hostages are alive", "Two hostages died of their wounds")]
    [InlineData("thanked Egypt for its mediation", "accused Egypt of sealing the crossing")]
    [InlineData("No one of them will be forgiven", "No one of them came to the table")]
    [InlineData("We will answer this attack in the coming hours", "We did not carry out this attack")]
    [InlineData("The drone was launched from the desert", "The drone was shot down over the desert")]
    [InlineData("urged residents to leave the east of the city", "urged residents to stay in their homes")]
    [InlineData("vowed to avenge the commander", "mourned the commander as a brother")]
    [InlineData("The ceasefire begins at midnight", "The ceasefire was broken at midnight")]
    [InlineData("They killed our guests at the wedding", "They killed our soldiers at the checkpoint")]
    [InlineData("We have lost contact with the guards of the prisoners", "We have moved the prisoners to a safe place")]
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

    /// <summary>The pairs of which a day's articles quote both ends from one speaker; a statement recalled by another, or told without marks, is no second quotation.</summary>
    public static TheoryData<DateOnly, string, string> InDays()
    {
        var pairs = new TheoryData<DateOnly, string, string>();
        foreach (var day in Gold.Days)
        {
            var date = DateOnly.Parse((string)day["date"]!, CultureInfo.InvariantCulture);
            foreach (var pair in day["sameStatement"]?.AsArray() ?? [])
            {
                var (first, second) = ((string)pair![0]!, (string)pair[1]!);
                if (SpeakerOf(date, first) is { } one && SpeakerOf(date, second) is { } other && Entities.Same(one, other))
                    pairs.Add(date, first, second);
            }
        }

        return pairs;
    }

    private static string? SpeakerOf(DateOnly date, string words) =>
        Gold.Of(date).SelectMany(f => f.Quotations).FirstOrDefault(q => q.Words.Contains(words, StringComparison.OrdinalIgnoreCase))?.Attribution?.Speaker;

    [Fact]
    public void TheGoldDaysHaveSuchPairs() => Assert.True(InDays().Count >= 8);

    /// <summary>In the digests of the days that people read, from their facts and from the program's, each pair stands under one entry.</summary>
    [Theory]
    [MemberData(nameof(InDays))]
    public void TheStatementsOfTheGoldDaysStandOnce(DateOnly date, string first, string second)
    {
        StandOnce(DayMerger.Merge(date, Gold.Of(date)), first, second);
        StandOnce(DayMerger.Merge(date, Gold.Extracted(date)), first, second);
    }

    /// <summary>Whatever words are printed as somebody's are characters that stand so in the article they are cited from.</summary>
    [Fact]
    public void EveryQuotationOfTheGoldDaysIsAStretchOfItsArticle()
    {
        foreach (var date in Gold.Days.Select(d => DateOnly.Parse((string)d["date"]!, CultureInfo.InvariantCulture)))
        {
            foreach (var facts in new[] { Gold.Of(date), Gold.Extracted(date) })
                AssertVerbatim(DayMerger.Merge(date, facts), facts.GroupBy(f => f.Article.Id).ToDictionary(g => g.Key, g => g.First().Article.Text));
        }
    }

    internal static void AssertVerbatim(Day day, IReadOnlyDictionary<string, string> texts)
    {
        foreach (var wording in day.Stories.SelectMany(s => s.Reactions).SelectMany(r => r.Wordings))
        {
            Assert.NotEmpty(wording.Citations);
            Assert.All(wording.Citations, c => Assert.Contains(wording.Words, c.Provenance.Evidence, StringComparison.Ordinal));
            Assert.All(wording.Citations, c => Assert.True(c.Provenance.HoldsIn(texts[c.Provenance.ArticleId])));
        }
    }

    private static void StandOnce(Day day, string first, string second)
    {

        Assert.Contains(day.Stories.SelectMany(s => s.Reactions), r => Holds(r, first) && Holds(r, second));
    }

    private static bool Holds(ReactionEntry entry, string beginning) => entry.Wordings.Any(w => w.Words.Contains(beginning, StringComparison.OrdinalIgnoreCase) || w.Citations.Any(c => c.Provenance.Evidence.Contains(beginning, StringComparison.OrdinalIgnoreCase)));

    // The files give the beginnings of the statements; compared are the statements.
    private static string Whole(string beginning) =>
        Gold.All.SelectMany(f => f.Quotations).Select(q => q.Words).Where(w => w.Contains(beginning, StringComparison.OrdinalIgnoreCase)).DefaultIfEmpty(beginning).MinBy(w => w.Length)!;

    private static bool IsOne(string firstSpeaker, string first, string secondSpeaker, string second) =>
        SameStatement.IsOne(new Attribution(firstSpeaker, null, null, "said"), Likeness.Of(first), new Attribution(secondSpeaker, null, null, "said"), Likeness.Of(second));
}
