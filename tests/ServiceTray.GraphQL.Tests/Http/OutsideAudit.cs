using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

public sealed class OutsideAudit
{
    [SkippableFact]
    public async Task Finds_every_must_should_and_may_kept()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var (_, output) = await Node.RunAsync(Path.Combine(Node.Checks, "gql-audit.mjs"), app.Url.ToString());
        Assert.True(
            output.Contains("MUST: 13 pass, 0 fail", StringComparison.Ordinal)
            && output.Contains("SHOULD: 23 pass, 0 fail", StringComparison.Ordinal)
            && output.Contains("MAY: 25 pass, 0 fail", StringComparison.Ordinal),
            output);
    }
}
