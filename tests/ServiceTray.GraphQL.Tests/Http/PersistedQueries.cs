using System.Security.Cryptography;
using System.Text;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

public sealed class PersistedQueries
{
    private const string Query = "{ me { id } }";
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Query)));
    private static readonly string Extensions = "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + Hash + "\"}}";

    [Fact]
    public async Task Are_registered_once_and_then_asked_for_by_hash()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var byHash = "{\"extensions\":" + Extensions + "}";
        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", (await app.PostAsync(byHash)).Body, StringComparison.Ordinal);
        await app.PostAsync("{\"query\":\"" + Query + "\",\"extensions\":" + Extensions + "}");
        Assert.Equal("""{"data":{"me":{"id":"p1"}}}""", (await app.PostAsync(byHash)).Body);
        Assert.Equal("""{"data":{"me":{"id":"p1"}}}""", await app.Http.GetStringAsync("/graphql?extensions=" + Uri.EscapeDataString(Extensions)));
    }

    [Fact]
    public async Task Are_refused_under_another_hash()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        Assert.Equal(400, (await app.PostAsync("{\"query\":\"{ me { name } }\",\"extensions\":" + Extensions + "}")).Status);
    }

    [Fact]
    public async Task Are_the_only_ones_run_when_so_set()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Me.graphql"), Query);
            await using var app = await GraphQLApp.StartZooAsync(options => (options.TrustedDocuments, options.OnlyTrustedDocuments) = (folder.FullName, true));
            Assert.Equal(200, (await app.PostAsync("{\"documentId\":\"Me\"}")).Status);
            Assert.Equal(200, (await app.PostAsync($$"""{"documentId":"sha256:{{Hash}}"}""")).Status);
            Assert.Equal(200, (await app.PostAsync($$"""{"query":"{{Query}}"}""")).Status);
            Assert.Equal(400, (await app.PostAsync("{\"query\":\"{ me { name } }\"}")).Status);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
