using Digest.Functions.Hosting;

namespace Digest.Functions.Tests.Hosting;

public sealed class RouteTemplateTests
{
    [Theory]
    [InlineData("digests", "digests", "")]
    [InlineData("digests", "Digests/", "")]
    [InlineData("digests", "digest", null)]
    [InlineData("digests/{day}", "digests", null)]
    [InlineData("digests/{day}", "digests/", null)]
    [InlineData("digests/{day}", "digests/2023-11-22", "day=2023-11-22")]
    [InlineData("digests/{day}", "digests/a/b", null)]
    [InlineData("digests/{day}/editions/{number}", "digests/a/editions/2.json", "day=a number=2.json")]
    [InlineData("digests/{day}/editions/{number}", "digests//editions/2", null)]
    [InlineData("{*path}", "", "path=")]
    [InlineData("{*path}", "a/b/c", "path=a/b/c")]
    public void APathIsOfARouteOrNot(string route, string path, string? values)
    {
        var match = new RouteTemplate(route).Match(path);

        Assert.Equal(values, match is null ? null : string.Join(' ', match.Select(value => $"{value.Key}={value.Value}")));
    }
}
