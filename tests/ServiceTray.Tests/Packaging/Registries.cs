using System.Text.RegularExpressions;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Packaging;

/// <summary>Where packages come from is the machine's to say: only the Dockerfile's FROM lines name a registry.</summary>
public sealed partial class Registries
{
    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [Theory]
    [InlineData("src/ServiceTray/Web/assets/package.json")]
    [InlineData("src/ServiceTray/Web/assets/package-lock.json")]
    [InlineData("src/ServiceTray/Web/assets/.npmrc")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    [InlineData("build/publish.sh")]
    [InlineData("tests/run.sh")]
    public void Are_not_named(string path)
    {
        Assert.DoesNotMatch(Hosts(), Read(path));
        Assert.DoesNotContain("\"resolved\"", Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Stand_on_the_FROM_lines_alone() =>
        Assert.All(Read("Dockerfile").Split('\n').Where(line => Hosts().IsMatch(line)), line => Assert.StartsWith("FROM mcr.microsoft.com/dotnet/", line, StringComparison.Ordinal));

    [Fact]
    public void Give_every_browser_package_by_its_checksum() =>
        Assert.Equal(Regex.Count(Read("src/ServiceTray/Web/assets/package-lock.json"), "\"node_modules/[^\"]+\": \\{"),
            Regex.Count(Read("src/ServiceTray/Web/assets/package-lock.json"), "\"integrity\": \"sha512-"));

    [GeneratedRegex(@"registry\.|npmjs|nuget\.org|mcr\.|docker\.io|jsdelivr|unpkg", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hosts();
}
