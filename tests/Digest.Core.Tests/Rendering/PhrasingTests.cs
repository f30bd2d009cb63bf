using Digest.Days;
using Digest.Facts;
using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;

namespace Digest.Tests.Rendering;

public sealed class PhrasingTests
{
    private static CountRange Count(string text) => text.Split(' ') switch
    {
        ["least", var n] => CountRange.AtLeast(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)),
        ["most", var n] => CountRange.UpTo(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)),
        [var a, var b] => CountRange.Between(int.Parse(a, System.Globalization.CultureInfo.InvariantCulture), int.Parse(b, System.Globalization.CultureInfo.InvariantCulture)),
        [var n] => CountRange.Exactly(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)),
        _ => default,
    };

    private static Claim Claim(string count, string? claimant = "Ministry", HarmEffect effect = HarmEffect.Killed, int article = 1) =>
        new($"{count}{claimant}", effect, Count(count), null, null, claimant, [new(article, new("a", new(0, 6), "killed"))]);

    [Theory]
    [InlineData("8", "8")]
    [InlineData("least 3,5,8", "at least 3 to 8")]
    [InlineData("5,8", "5 to 8")]
    [InlineData("least 3,least 3", "at least 3")]
    [InlineData("3,least 3", "at least 3")]
    [InlineData("3,least 8", "3 to at least 8")]
    [InlineData("most 10", "up to 10")]
    [InlineData("3,4,most 40", "3 to up to 40")]
    [InlineData("3,most 4,4", "3 to 4")]
    [InlineData("4 6", "4 to 6")]
    [InlineData("1200", "1,200")]
    [InlineData("12,most 60", "12 to up to 60")] // what bounds a range above says nothing of its foot
    public void ARangeKeepsItsEndsAsTheyWereGiven(string counts, string expected) =>
        Assert.Equal(expected, FigureText.Range(counts.Split(',').Select((count, at) => Claim(count, article: at + 1)), HarmEffect.Killed, Numerals.InTable));

    [Fact]
    public void OneSourcesFiguresForSeveralGroupsInOneArticleDoNotLowerTheRange() =>
        Assert.Equal("at least 3 to 8", FigureText.Range([Claim("8", "Front"), Claim("1", "Front"), Claim("least 3", "official", article: 2)], HarmEffect.Killed, Numerals.InTable));

    [Fact]
    public void ARangeLeavesOutReplacedPartialAndRunningFigures()
    {
        Claim[] claims =
        [
            Claim("12"), Claim("30") with { Status = FigureStatus.Superseded }, Claim("40") with { Status = FigureStatus.Denied },
            Claim("2") with { IsPartial = true }, Claim("900") with { IsCumulative = true }, Claim("50", effect: HarmEffect.Wounded),
        ];

        Assert.Equal("12", FigureText.Range(claims, HarmEffect.Killed, Numerals.InTable));
    }

    [Fact]
    public void OfManyClaimantsThoseWithTheLowestAndTheHighestFigureAreTold()
    {
        string[] names = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak"];
        var claims = names.Select((name, at) => Claim(name switch { "Maple" => "40", "Oak" => "2", _ => $"{10 + at}" }, name)).ToList();
        var happening = ModelDay.Day.Stories[0].Events[0] with { Label = "Strike", Claims = [.. claims] };

        var text = ClaimSentences.Of(happening, new(claims.SelectMany(claim => claim.Citations), new Dictionary<int, string> { [1] = "killed" })).Words;

        Assert.Equal("Strike: Ash said 10 were killed. Birch said 11 were killed. Maple said 40 were killed. Oak said two were killed. Five more sources give figures, listed under the event.", text);
    }

    [Theory]
    [InlineData("our volunteers", "their volunteers")]
    [InlineData("members of our staff", "members of their staff")]
    [InlineData("my tour guides", "their tour guides")]
    [InlineData("his neighbours", "his neighbours")]
    [InlineData("martyrs", "“martyrs”")]
    [InlineData("the enemy's soldiers", "“the enemy's soldiers”")]
    [InlineData("counter-terrorism police", "counter-terrorism police")]
    [InlineData("members of the Regiment", "members of the Regiment")]
    public void ADigestHasNobodyOfItsOwnAndTakesNoSide(string victims, string printed) => Assert.Equal(printed, Digest.Days.Victims.Shown(victims));

    [Theory]
    [InlineData("8|Kataib Hezbollah;5|Kataib Hezbollah;least 3|official", "Sources give at least 3 to 8 killed in US strikes in Iraq")]
    [InlineData("8|Red Crescent;8|health ministry", "Sources give 8 killed in US strikes in Iraq")]
    [InlineData("8|Red Crescent", "Red Crescent said 8 were killed in US strikes in Iraq")]
    [InlineData("1|health ministry", "The health ministry said 1 was killed in US strikes in Iraq")]
    [InlineData("12|a US official", "A US official, not named, said 12 were killed in US strikes in Iraq")]
    [InlineData("5|Red Crescent;8|Red Crescent", "Sources give 5 to 8 killed in US strikes in Iraq")]
    [InlineData("5|", "5 reported killed in US strikes in Iraq; no source named")]
    [InlineData("", "US strikes in Iraq")]
    public void AHeadlineNeverGivesOneFigureOfSeveral(string claims, string expected)
    {
        var list = claims.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(claim => claim.Split('|')).Select((parts, at) => Claim(parts[0], parts[1].Length > 0 ? parts[1] : null, article: at + 1));
        var happening = new Event("e", EventType.AirStrike, "US strikes", []) { Claims = [.. list] };
        var source = new Source(1, "a", "a.txt", 1);

        Assert.Equal(expected, Headlines.Of(new(new(2023, 11, 22), [source], [new Story("s", "US strikes in Iraq", [1]) { Events = [happening] }])));
    }

    // The story is named for a strike in which nobody is said to have died; the dead of another of its events are not that strike's.
    [Fact]
    public void AHeadlineLeavesAnEventItsOwnFigures()
    {
        var raid = new Event("e1", EventType.AirStrike, "US strikes in Iraq, 22 November", []) { Date = new(2023, 11, 22), DatePrecision = DatePrecision.Day };
        var drone = new Event("e2", EventType.DroneAttack, "Drone attack at the Harir base, 21 November", []) { Date = new(2023, 11, 21), DatePrecision = DatePrecision.Day, Claims = [Claim("2", "the ministry")] };

        Assert.Equal("The ministry said 2 were killed in drone attack at the Harir base", Headlines.Of(new(new(2023, 11, 22), [new Source(1, "a", "a.txt", 1)], [new Story("s", "US strikes in Iraq", [1]) { Events = [drone, raid] }])));
    }

    [Fact]
    public void AnEmptyDaySaysSo() =>
        Assert.Equal("No articles received for 22 November 2023", Headlines.Of(new(new(2023, 11, 22), [], [])));

    [Theory]
    [InlineData("an Iraqi military official", "Iraqi military official, not named", "an Iraqi military official, not named,")]
    [InlineData("Iraqi military official, not named", "Iraqi military official, not named", "an Iraqi military official, not named,")]
    [InlineData("US defence official", "US defence official, not named", "a US defence official, not named,")]
    [InlineData("US officials", "US officials", "US officials")]
    [InlineData("Kataib Hezbollah", "Kataib Hezbollah", "Kataib Hezbollah")]
    [InlineData("residents and a hospital official", "Residents and a hospital official", "residents and a hospital official")]
    [InlineData("the health ministry", "Health ministry", "the health ministry")]
    [InlineData("Iraqi government", "Iraqi government", "the Iraqi government")]
    [InlineData("The Iraqi government", "The Iraqi government", "the Iraqi government")]
    [InlineData("the official", "Official, not named", "an official, not named,")]
    [InlineData("Popular Mobilisation Forces", "Popular Mobilisation Forces", "the Popular Mobilisation Forces")]
    [InlineData("Islamic Resistance in Iraq", "Islamic Resistance in Iraq", "the Islamic Resistance in Iraq")]
    [InlineData("Iraq's health ministry", "Iraq's health ministry", "Iraq's health ministry")]
    [InlineData("an interior ministry official and a source in the Hashed", "An interior ministry official and a source in the Hashed", "an interior ministry official and a source in the Hashed")]
    public void WhoIsNotNamedStaysUnnamed(string claimant, string table, string prose)
    {
        Assert.Equal(table, ClaimantText.InTable(claimant));
        Assert.Equal(prose, ClaimantText.InProse(claimant));
    }

    [Theory]
    [InlineData("https://example.org/a?b=c", "https://example.org/a?b=c")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("//example.org/", null)]
    [InlineData("https://user:pass@example.org/", null)]
    [InlineData(null, null)]
    public void OnlyAWebAddressBecomesALink(string? url, string? expected) => Assert.Equal(expected, SourceEntries.SafeUrl(url));

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    public void EventsAreLettered(int index, string expected) => Assert.Equal(expected, StorySections.Letter(index));
}
