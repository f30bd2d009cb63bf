using Digest.Days;
using Digest.Facts;

namespace Digest.Tests.Days;

/// <summary>Two accounts that name one place within one town are one story, by whatever weapon and at whatever kind of site they have it; others that differ so are two.</summary>
public sealed class StoryDistinctionsTests
{
    private const string Drone = "A drone attack by rebels killed at least 60 people at a shelter in the city of Merowe overnight, activists said on Friday.\n\n{0}The committee said the rebels hit {1} on the grounds of a university with two drones.";
    private const string Strike = "At least 53 people have been killed in an air strike on a camp for displaced people in the city of Merowe, a medical group says.\n\nThe network said those killed in the overnight strikes on {0} included 14 children.";

    [Theory]
    [InlineData("the Dar Amal shelter", "the Dar Amal centre", 1)]
    [InlineData("the Dar Amal shelter", "the Abu Zeid centre", 2)]
    public void OneNamedSiteIsOneStory(string first, string second, int stories)
    {
        ArticleFacts Facts(string id, string text) => FactExtractor.Extract(Some.Article(text) with { Id = id, Name = id, Date = new(2024, 5, 3) });

        var day = DayMerger.Merge(new(2024, 5, 3), [Facts("a", Drone.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", first, StringComparison.Ordinal)), Facts("b", Strike.Replace("{0}", second, StringComparison.Ordinal))]);

        Assert.Equal(stories, day.Stories.Length);
    }
}
