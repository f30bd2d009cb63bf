using System.Text;
using Digest.Rendering;

namespace Digest.Tests.Rendering;

/// <summary>
/// The model day's outputs, kept beside the tests: a change shows as a diff to review.
/// Run with ACCEPT_GOLDEN=1 to write what is rendered now.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Outputs => [.. ModelDay.Rendered.Files.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Outputs))]
    public void TheModelDayIsRenderedAsApproved(string name)
    {
        var path = Path.Combine(ModelDay.Root, "tests", "golden", "2023-11-22-model", name);
        var rendered = ModelDay.Rendered[name];
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, rendered.Content.ToArray());
        }

        Assert.Equal(File.ReadAllText(path, Encoding.UTF8), rendered.Text);
    }

    [Fact]
    public void TheSameEditionGivesTheSameBytes()
    {
        var again = EditionRenderer.Render(ModelDay.Edition, ModelDay.Texts, new TemplateSet(ModelDay.TemplateSources().Reverse()));

        Assert.All(again.Files, file => Assert.True(file.Content.Span.SequenceEqual(ModelDay.Rendered[file.Name].Content.Span), file.Name));
    }
}
