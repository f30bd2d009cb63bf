using Digest.Names;

namespace Digest.Tests.Names;

public sealed class EntityGroupsTests
{
    [Fact]
    public void GroupsOfTheGoldFilesThatNeedTheirTextJoin()
    {
        var groups = EntityGroups.Of(Mentions);

        void Same(params EntityMention[] group) => Assert.Single(group.Select(groups.KeyOf).Distinct(StringComparer.Ordinal));

        Same(Sudani, new("s1", "Iraqi Prime Minister"));
        Same(Austin, new("s1", "Pentagon chief"), new("s1", "US Defence Secretary"), new("s2", "Mr Austin"));
        Same(Mayor, new("b1", "The city's mayor"), new("b2", "The mayor of Zaporozhye"));
        Same(Bondarchuk, new("b1", "the regional governor", null, "UA"), new("b3", "the head of the region"));
        Same(new("b1", "Kyiv's foreign ministry"), new("b3", "Ministry of Foreign Affairs", null, "UA"));
        Same(Lomov, new("b2", "Its spokesman"), new("b4", "the ministry’s spokesman"));
        Same(Wazir, new("b5", "local police chief"));
        Same(new("b9", "the general staff", null, "BF"), new("b10", "Burkinabe army"));
        Same(new("b12", "the group's spokesman"), new("b12", "Abu Yahya Bulaale", "the group's spokesman"));
        Same(new("b13", "The UN’s top official in Somalia", "Margit Solheim"), new("b13", "Margit Solheim", "the acting Special Representative"));
        Same(new("b16", "junta", null, "MM"), new("b16", "regime", null, "MM"), new("b16", "Myanmar military"), new("b17", "the military", null, "MM"));
        Same(new("b16", "Zin Min Htet", "Regime spokesman"), new("b17", "military spokesman", null, "MM"));
        Same(new("b17", "National Unity Government"), new("b17", "NUG"));
        Same(new("b11", "Fadumo Isaak"), new("b11", "a doctor", "Fadumo Isaak"));
        Same(new("b18", "dissidents of the former FARC"), new("b18", "the dissidents"));
    }

    private static readonly EntityMention Sudani = new("s1", "Mohammed Shia al-Sudani", "Iraqi Prime Minister");
    private static readonly EntityMention Austin = new("s1", "Lloyd Austin", "US Defence Secretary");
    private static readonly EntityMention Mayor = new("b1", "Volodymyr Hrytsenko", "The city's mayor");
    private static readonly EntityMention Bondarchuk = new("b1", "Oleh Bondarchuk", "Governor");
    private static readonly EntityMention Lomov = new("b2", "Arkady Lomov", "spokesman");
    private static readonly EntityMention Wazir = new("b5", "Imran Sharif Wazir", "District Police Officer (DPO)");

    /// <summary>Names of the gold files that need their text, as the articles give them: with role, country and article.</summary>
    internal static readonly EntityMention[] Mentions =
    [
        Sudani, new("s1", "Iraqi Prime Minister"), Austin, new("s1", "Pentagon chief"), new("s1", "US Defence Secretary"), new("s2", "Mr Austin"),
        Mayor, new("b1", "The city's mayor"), new("b2", "Vladimir Gritsenko", "The mayor of Zaporozhye"), new("b2", "The mayor of Zaporozhye"),
        Bondarchuk, new("b1", "the regional governor", null, "UA"), new("b3", "Oleh Bondarchuk", "head of the Zaporizhzhia Regional Military Administration"), new("b3", "the head of the region"),
        new("b1", "Kyiv's foreign ministry"), new("b3", "Ministry of Foreign Affairs", null, "UA"),
        Lomov, new("b2", "Its spokesman"), new("b4", "Arkady Lomov", "the ministry’s spokesman"), new("b4", "the ministry’s spokesman"),
        Wazir, new("b5", "local police chief"), new("b9", "the general staff", null, "BF"), new("b10", "Burkinabe army"),
        new("b12", "the group's spokesman"), new("b12", "Abu Yahya Bulaale", "the group's spokesman"),
        new("b13", "The UN’s top official in Somalia", "Margit Solheim"), new("b13", "Margit Solheim", "the acting Special Representative"),
        new("b16", "junta", null, "MM"), new("b16", "regime", null, "MM"), new("b16", "Myanmar military"), new("b17", "the military", null, "MM"),
        new("b16", "Zin Min Htet", "Regime spokesman"), new("b17", "Zin Min Htet", "military spokesman"), new("b17", "military spokesman", null, "MM"),
        new("b17", "National Unity Government"), new("b17", "NUG"),
        new("b11", "Fadumo Isaak"), new("b11", "a doctor", "Fadumo Isaak"), new("b18", "dissidents of the former FARC"), new("b18", "the dissidents"),
    ];

    [Fact]
    public void ASurnameThatTwoPersonsShareStaysAlone()
    {
        var groups = EntityGroups.Of([new("a", "Hassan Karimi"), new("a", "Reza Karimi"), new("a", "Karimi")]);

        Assert.False(groups.Same(new("a", "Karimi"), new("a", "Hassan Karimi")));
        Assert.False(groups.Same(new("a", "Hassan Karimi"), new("a", "Reza Karimi")));
    }

    [Fact]
    public void ASurnameMeansThePersonOfItsOwnArticleFirst()
    {
        var groups = EntityGroups.Of([new("a", "Hassan Karimi"), new("b", "Reza Karimi"), new("b", "Karimi")]);

        Assert.False(groups.Same(new("b", "Karimi"), new("a", "Hassan Karimi")));
    }

    [Fact]
    public void AMinistryWithoutItsCountryIsTheOneOfItsArticle()
    {
        var groups = EntityGroups.Of([new("a", "Lebanon's health ministry", null, "IL"), new("a", "the health ministry", null, "IL"), new("a", "the defence ministry", null, "IL")]);

        Assert.True(groups.Same(new("a", "the health ministry", null, "IL"), new("a", "Lebanon's health ministry", null, "IL")));
        Assert.False(groups.Same(new("a", "the defence ministry", null, "IL"), new("a", "Lebanon's health ministry", null, "IL")));   // another ministry
        Assert.False(groups.Same(new("b", "the health ministry"), new("a", "Lebanon's health ministry", null, "IL")));                 // another article
    }

    [Fact]
    public void OfTwoCountriesMinistriesNeitherIsTheOneMeant()
    {
        var groups = EntityGroups.Of([new("a", "Syria's health ministry"), new("a", "the Lebanese health ministry"), new("a", "the health ministry")]);

        Assert.False(groups.Same(new("a", "the health ministry"), new("a", "the Lebanese health ministry")));
        Assert.False(groups.Same(new("a", "the health ministry"), new("a", "Syria's health ministry")));
    }

    [Fact]
    public void ADescriptionMeansNobodyInAnotherArticle()
    {
        var groups = EntityGroups.Of([new("a", "Oleh Bondarchuk", "Governor"), new("a", "the governor"), new("b", "the governor")]);

        Assert.True(groups.Same(new("a", "the governor"), new("a", "Oleh Bondarchuk", "Governor")));
        Assert.False(groups.Same(new("a", "the governor"), new("b", "the governor")));
    }

    [Fact]
    public void AnOfficeWithTwoHoldersJoinsNeither()
    {
        var groups = EntityGroups.Of([new("a", "Omar Salih", "Iraqi prime minister"), new("b", "Nuri Hadi", "Iraqi prime minister"), new("c", "the Iraqi prime minister")]);

        Assert.Equal(3, new[] { groups.KeyOf(new("a", "Omar Salih", "Iraqi prime minister")), groups.KeyOf(new("b", "Nuri Hadi", "Iraqi prime minister")), groups.KeyOf(new("c", "the Iraqi prime minister")) }.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void AnAcronymJoinsTheOneBodyWithItsInitials()
    {
        var groups = EntityGroups.Of([new("a", "Northern Aid Bridge"), new("a", "NAB"), new("b", "National Accounts Board"), new("c", "NAB")]);

        Assert.True(groups.Same(new("a", "Northern Aid Bridge"), new("a", "NAB")));
    }

    [Fact]
    public void TheOrderAndRepetitionOfMentionsChangeNothing()
    {
        var random = new Random(7);
        var expected = EntityGroups.Of(Mentions);
        for (var turn = 0; turn < 50; turn++)
        {
            var shuffled = Mentions.Concat(Mentions.Take(random.Next(Mentions.Length))).OrderBy(_ => random.Next()).ToList();
            var groups = EntityGroups.Of(shuffled);
            Assert.All(Mentions, m => Assert.Equal(expected.KeyOf(m), groups.KeyOf(m)));
            Assert.All(Mentions, m => Assert.Equal(expected.DisplayName(m), groups.DisplayName(m)));
        }
    }

    [Fact]
    public void TheFullestNameIsShown()
    {
        var groups = EntityGroups.Of([new("a", "Lloyd Austin"), new("b", "Mr Austin"), new("b", "PMF")]);

        Assert.Equal("Lloyd Austin", groups.DisplayName(new("b", "Mr Austin")));
        Assert.Equal("Popular Mobilisation Forces", groups.DisplayName(new("b", "PMF")));
    }
}
