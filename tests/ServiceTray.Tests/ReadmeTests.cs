using System.Net;
using System.Text.RegularExpressions;
using ServiceTray.Refusals;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests;

public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public async Task Its_ten_queries_work_when_pasted()
    {
        var queries = Queries().Matches(Readme).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(10, queries.Count);
        await using var tray = await TrayApp.StartAsync("all");
        foreach (var query in queries)
        {
            var data = await tray.QueryAsync(query);
            Assert.DoesNotContain("\"nodes\":[]", $"{data}", StringComparison.Ordinal);
            Assert.DoesNotContain("\"edges\":[]", $"{data}", StringComparison.Ordinal);
            Assert.DoesNotContain("null}}", $"{data}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_addresses_answer()
    {
        await using var tray = await TrayApp.StartAsync("none");
        foreach (var path in new[] { "/", "/graphql/schema.graphql", "/swagger/index.html", "/openapi.json", "/health", "/api/v1/offerings?text=uimahalli&place=Kuopio&first=3" })
        {
            using var response = await tray.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}");
        }
    }

    [Fact]
    public void It_lists_every_code()
    {
        var codes = typeof(RefusalCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(codes, Codes().Matches(Readme).Select(match => match.Groups[1].Value));
    }

    [GeneratedRegex(@"```graphql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Queries();

    [GeneratedRegex(@"^\| `([A-Z_]+)` \| [A-Z]", RegexOptions.Multiline)]
    private static partial Regex Codes();
}
