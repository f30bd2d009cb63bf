using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

public class PlaceLinksTests
{
    [Theory]
    [InlineData("A bomb went off in Mondomo, in the southwestern Colombian department of Cauca.", "Mondomo", "Cauca", true)]
    [InlineData("Rebels entered Lubulu, in the restive eastern Congolese province of South Kivu.", "Lubulu", "South Kivu", true)]
    [InlineData("The raid on Gada, in the northern state of Zamfara, killed nine.", "Gada", "Zamfara", true)]
    [InlineData("A shell hit Kyauk Gon village in Sagaing Region’s Tabayin Township.", "Kyauk Gon", "Tabayin", true)]
    [InlineData("A bomb went off in Mondomo on Friday and another in Cauca.", "Mondomo", "Cauca", false)]                             // "on" and "and" join no places
    [InlineData("A bomb went off in Mondomo, said the governor of Cauca.", "Mondomo", "Cauca", false)]                               // a governor is no kind of place
    [InlineData("Mondomo, in the southwestern Colombian hills, is far from the department of Cauca.", "Mondomo", "Cauca", false)]
    public void AnAppositionSaysWhatAPlaceLiesIn(string text, string inner, string outer, bool says)
    {
        var article = new DayArticle(FactExtractor.Extract(ArticleReader.FromText("some.txt", text, new DateOnly(2025, 5, 7))), []);
        var places = new Places();

        Assert.Equal(says, PlaceLinks.Says(article, places.Name(inner)!, places.Name(outer)!));
    }
}
