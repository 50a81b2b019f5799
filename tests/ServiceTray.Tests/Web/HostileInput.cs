using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Surveys;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>Strange letters and huge bodies: refused clearly on every edge, none with 500.</summary>
[Collection(SmallTray.Name)]
public sealed class HostileInput(SmallTray small)
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    [Theory]
    [InlineData("/graphql", "application/json", "{\"query\":\"{ themes { number } } #", "\"}")]
    [InlineData("/api/v1/offerings/search", "application/json", "{\"text\":\"", "\"}")]
    [InlineData("/haku", "application/x-www-form-urlencoded", "text=", "")]
    public async Task A_body_of_ten_megabytes_is_413(string path, string mediaType, string before, string after)
    {
        var body = new byte[TenMegabytes];
        Array.Fill(body, (byte)'a');
        Encoding.ASCII.GetBytes(before, body);
        Encoding.ASCII.GetBytes(after).CopyTo(body, body.Length - after.Length);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        request.Headers.ExpectContinue = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await small.App.SendAsync(request)).Status);
        Assert.Equal("HTTP/1.1 413 ", await SendChunksAsync(path, mediaType, body));
    }

    /// <summary>
    /// Sends a body that does not tell its length until an answer comes, and gives the start of its first line.
    /// The tray answers and hangs up before the end; a write that meets the closed connection ends the sending, and the answer is still there to be read.
    /// </summary>
    private async Task<string> SendChunksAsync(string path, string mediaType, byte[] body)
    {
        const int Chunk = 64 * 1024;
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", small.App.Client.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {mediaType}\r\nTransfer-Encoding: chunked\r\n\r\n"));
        try
        {
            for (var at = 0; at < body.Length && !client.Client.Poll(TimeSpan.FromMilliseconds(20), SelectMode.SelectRead); at += Chunk)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{Chunk:x}\r\n"));
                await stream.WriteAsync(body.AsMemory(at, Chunk));
                await stream.WriteAsync("\r\n"u8.ToArray());
            }
        }
        catch (IOException cut) when (cut.InnerException is SocketException { SocketErrorCode: SocketError.Shutdown or SocketError.ConnectionReset or SocketError.ConnectionAborted })
        {
        }

        var answer = new byte["HTTP/1.1 413 ".Length];
        await stream.ReadExactlyAsync(answer);
        return Encoding.ASCII.GetString(answer);
    }

    /// <summary>As JSON escapes, so that the lone halves of a pair reach the tray as they are.</summary>
    [Theory]
    [InlineData("\\u0000")]
    [InlineData("a\\u0000b")]
    [InlineData("\\ud83d")]
    [InlineData("\\udc00\\ud800")]
    [InlineData("\\u202e\\ufeff\\uffff")]
    [InlineData("\\ufffe")]
    [InlineData("\\ud83c\\udfca")]
    public async Task Strange_letters_in_any_text_never_fail(string escaped)
    {
        foreach (var argument in Arguments(escaped))
        {
            await AssertNoFailureAsync("/graphql", $$$"""{"query":"query($f: OfferingFilter) { search(filter: $f) { totalCount } }","variables":{"f":{{{argument}}}}}""");
            await AssertNoFailureAsync("/api/v1/offerings/search", argument);
        }

        await AssertNoFailureAsync("/graphql", $$$"""{"query":"query($t: String!) { places(text: $t) { precision } }","variables":{"t":"{{{escaped}}}"}}""");
        await AssertNoFailureAsync("/graphql", $$$"""{"query":"query($t: ID!) { node(id: $t) { id } }","variables":{"t":"{{{escaped}}}"}}""");
        await AssertNoFailureAsync("/graphql", $$$"""{"query":"{ search(filter: {text: \"{{{escaped}}}\"}) { totalCount } }"}""");
        foreach (var input in Surveys(escaped))
        {
            await AssertNoFailureAsync("/graphql", $$$"""{"query":"mutation($i: AnswerSurveyInput!) { answerSurvey(input: $i) { safety { phone } errors { code } } }","variables":{"i":{{{input}}}}}""");
        }

        await AssertNoFailureAsync("/graphql", $$$"""{"query":"{ search(after: \"{{{escaped.Replace("\\", "\\\\", StringComparison.Ordinal)}}}\") { totalCount } }"}""");
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("a%00b")]
    [InlineData("%ED%A0%80")]
    [InlineData("%C3%28")]
    [InlineData("%FF%FE")]
    [InlineData("%EF%BF%BE")]
    [InlineData("%")]
    [InlineData("%E2%80%AE")]
    public async Task Strange_letters_in_any_parameter_never_fail(string letters)
    {
        foreach (var name in new[] { "text", "place", "municipality", "county", "language", "organisation", "after", "before", "theme", "order", "first", "lat", "bbox", "free", "lang", letters })
        {
            foreach (var path in new[] { "/api/v1/offerings", "/haku" })
            {
                using var response = await small.App.Client.GetAsync($"{path}?{name}={letters}");
                Assert.True((int)response.StatusCode < 500, $"{path}?{name}={letters} answered {response.StatusCode}");
            }
        }

        foreach (var field in new[] { "q-words", "q-mind", "q-important", "q-age", "place", "radius", "version", letters })
        {
            using var form = new StringContent($"q-movement=2&{field}={letters}", null, "application/x-www-form-urlencoded");
            using var response = await small.App.Client.PostAsync("/kartoitus/tulos", form);
            Assert.True((int)response.StatusCode < 500, $"{field}={letters} answered {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Deep_and_wide_bodies_never_fail()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"near\":", 5_000));
        Assert.Equal(HttpStatusCode.BadRequest, (await small.App.PostAsync("/api/v1/offerings/search", deep)).Status);
        var wide = $"{{\"municipalities\":[{string.Join(',', Enumerable.Repeat("\"297\"", 20_000))}]}}";
        Assert.Equal("FILTER_INVALID", (await small.App.PostAsync("/api/v1/offerings/search", wide)).Code);
    }

    private static IEnumerable<string> Surveys(string escaped) =>
    [
        $$$"""{"survey":"{{{OwnSurvey.Survey.Id}}}","answers":[{"question":"words","value":{"text":"{{{escaped}}}"} }]}""",
        $$$"""{"survey":"{{{OwnSurvey.Survey.Id}}}","answers":[{"question":"{{{escaped}}}","value":{"choices":["{{{escaped}}}"]} }]}""",
        $$$"""{"survey":"{{{OwnSurvey.Survey.Id}}}","answers":[],"near":{"at":{"place":"{{{escaped}}}"} } }""",
        $$$"""{"survey":"{{{escaped}}}","version":"{{{escaped}}}","answers":[]}""",
    ];

    private static IEnumerable<string> Arguments(string escaped) =>
    [
        $$$"""{"text":"{{{escaped}}}"}""",
        $$$"""{"near": {"at": {"place": "{{{escaped}}}"} } }""",
        $$$"""{"municipalities":["{{{escaped}}}"]}""",
        $$$"""{"languages":["{{{escaped}}}{{{escaped}}}"]}""",
        $$$"""{"organisations":["{{{escaped}}}"]}""",
    ];

    private async Task AssertNoFailureAsync(string path, string json)
    {
        var answer = await small.App.PostAsync(path, json);
        Assert.True((int)answer.Status < 500, $"{path} answered {answer.Status} to {json}");
        Assert.DoesNotContain("\"INTERNAL\"", answer.Text, StringComparison.Ordinal);
        Assert.NotEqual(JsonValueKind.Undefined, answer.Body.ValueKind);
    }
}
