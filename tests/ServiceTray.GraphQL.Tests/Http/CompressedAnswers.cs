using System.IO.Compression;
using System.Text;
using ServiceTray.GraphQL.Http;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

public sealed class CompressedAnswers
{
    private const string Long = "{ people(first: 6) { id name age friends { id name friends { id name friends { id name } } } } }";

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0.1, gzip", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("identity", null)]
    [InlineData("deflate", null)]
    [InlineData("", null)]
    public async Task Come_in_the_coding_that_is_liked_best(string accepted, string? coding)
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var plain = await (await AskAsync(app, Long, "")).Content.ReadAsStringAsync();
        using var answer = await AskAsync(app, Long, accepted);
        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream read = coding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var text = new StreamReader(read, Encoding.UTF8);
        Assert.Equal(plain, await text.ReadToEndAsync());
    }

    [Fact]
    public async Task Are_not_made_of_short_ones_or_where_it_is_switched_off()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        Assert.Empty((await AskAsync(app, "{ me { id } }", "br")).Content.Headers.ContentEncoding);
        await using var off = await GraphQLApp.StartZooAsync(options => options.CompressFrom = null);
        Assert.Empty((await AskAsync(off, Long, "br")).Content.Headers.ContentEncoding);
    }

    [Fact]
    public void Find_room_for_text_that_cannot_be_made_smaller()
    {
        var random = new Random(7);
        foreach (var length in new[] { 0, 1, 1_400, 20_000, 300_000 })
        {
            var noise = new byte[length];
            random.NextBytes(noise);
            Assert.All(["br", "gzip"], coding => Assert.True(Compression.Compress(noise, coding).Length >= length));
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(GraphQLApp app, string query, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return await app.Http.SendAsync(request);
    }
}
