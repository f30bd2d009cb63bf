using Digest.News;

namespace Digest.Tests.News;

/// <summary>The signs of single lines, each beside sentences that come close.</summary>
public class LineSignTests
{
    [Theory]
    [InlineData("A soldier on guard in the port of Aden (AFP photo)", true)]
    [InlineData("Members of the group march in the capital / Photo: Agency Archive / Agency Archive", true)]
    [InlineData("The burnt bus at the crossing. Photograph: Jane Doe/AFP", true)]
    [InlineData("The burnt bus at the crossing [File: Jane Doe/Reuters]", true)]
    [InlineData("The burnt bus. Picture: Archive", true)]
    [InlineData("The burnt bus | Photo Credit: ANI", true)]
    [InlineData("The scene of the blast. Jane Doe/AFP", true)]
    [InlineData("Media caption, The wreck of a car", true)]
    [InlineData("FILE PHOTO: Troops cross the river", true)]
    [InlineData("The group published a photo of the dead commander on its channel.", false)]
    [InlineData("She showed reporters a picture (of her son) and wept.", false)]
    [InlineData("The minister told Reuters that two people were dead.", false)]
    [InlineData("Three were killed, according to the agency (AFP).", false)]
    [InlineData("Photographers were among the wounded, the union said.", false)]
    public void ACaptionShowsByItsLabelOrItsCredit(string line, bool isCaption)
    {
        Assert.Equal(isCaption, CaptionSigns.Is(line));
    }

    [Theory]
    [InlineData("Skip to content", true)]
    [InlineData("Menu | Log in | 29°C Jeddah", true)]
    [InlineData("Home > Middle East > Syria", true)]
    [InlineData("Share  Tweet  WhatsApp", true)]
    [InlineData("4 min read", true)]
    [InlineData("© 2025 Gulf Times", true)]
    [InlineData("READ MORE: Why the north is still on edge", true)]
    [InlineData("Follow us on X, LinkedIn", true)]
    [InlineData("♦ Receive daily updates directly in your inbox - Subscribe here to a topic.", true)]
    [InlineData("en_USEnglish", true)]
    [InlineData("* * *", true)]
    [InlineData("304 North Cardinal St.", true)]
    [InlineData("Dorchester Center, MA 02124", true)]
    [InlineData("Share prices fell in Karachi after the attack.", false)]
    [InlineData("Followers of the cleric buried 12 of their dead.", false)]
    [InlineData("Homes burnt all night, residents said.", false)]
    [InlineData("304 people were wounded.", false)]
    [InlineData("\"Read more,\" the teacher had told them.", false)]
    [InlineData("Support us or leave, the gunmen told residents of the village before they killed three of them, a local official said on Friday.", false)]
    [InlineData("Killed: 12 | Wounded: 30", false)]
    public void FurnitureShowsByItsWordsOrItsForm(string line, bool isFurniture)
    {
        Assert.Equal(isFurniture, PageFurniture.Is(line));
    }

    [Theory]
    [InlineData("(Reporting by A Name; Editing by B Name)", true)]
    [InlineData("(With agency inputs)", true)]
    [InlineData("Gulf Wire writers A Name and B Name contributed to this report.", true)]
    [InlineData("Source: NATO.", true)]
    [InlineData("Source: The governor on Telegram, where he said two people had died", false)]
    [InlineData("Reporting restrictions were lifted on Tuesday.", false)]
    [InlineData("The army contributed to this disaster.", false)]
    public void CreditsSayWhoReported(string line, bool isCredit)
    {
        Assert.Equal(isCredit, CreditSigns.IsCredit(line));
    }

    [Theory]
    [InlineData("(Corrects to show 12 people were killed, not 21)", true)]
    [InlineData("(This March 11 story has been corrected to say that seven died)", true)]
    [InlineData("Correction: An earlier version gave a wrong figure.", true)]
    [InlineData("The ministry corrected its figure to 12.", false)]
    [InlineData("Corrects himself often, this minister, his critics say.", false)]
    public void CorrectionsSayWhatWasWrong(string line, bool isCorrection)
    {
        Assert.Equal(isCorrection, CreditSigns.IsCorrection(line));
    }

    [Theory]
    [InlineData("By Rabiul Islam", "Rabiul Islam", null)]
    [InlineData("By ZAHID ORAKZAI", "ZAHID ORAKZAI", null)]
    [InlineData("By Miriam Castell, Beirut", "Miriam Castell", "Beirut")]
    [InlineData("By Ann Lee, Omar Said", "Ann Lee, Omar Said", null)]
    [InlineData("By our correspondent and Gulf Wire", "our correspondent and Gulf Wire", null)]
    [InlineData("Martin Ellwood in Kyiv", "Martin Ellwood", null)]
    [InlineData("Our team: Tamsin Boyle (London), Wissam al-Hakim (Baghdad)", "Tamsin Boyle, Wissam al-Hakim", null)]
    [InlineData("By Jane Doe in Kyiv and Omar bin Said in Rome", "Jane Doe and Omar bin Said", null)]
    [InlineData("Staff Reporter", "Staff Reporter", null)]
    [InlineData("By Sunday night, an uneasy calm had settled over the villages", null, null)]
    [InlineData("By 13:00 the number of dead had risen to eleven.", null, null)]
    [InlineData("By then nobody was left in the town.", null, null)]
    [InlineData("Violence in Kyiv", null, null)]
    [InlineData("Ten soldiers killed in ambush in Cauca", null, null)]
    public void ABylineGivesItsNames(string line, string? names, string? place)
    {
        var byline = Bylines.Read(line);

        Assert.Equal((names, place), (byline?.Names, byline?.Place));
    }
}
