using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using ServiceTray.Import;
using ServiceTray.Import.Remote;
using Xunit;

namespace ServiceTray.Tests.Import;

/// <summary>All that a source on the network may do wrong: a clear word, in bounded memory and time.</summary>
public sealed class RemoteTroubles
{
    [Fact]
    public async Task What_falters_is_asked_again()
    {
        await using var api = await LoopbackApi.StartAsync((api, context) => api.Asked.Count switch
        {
            1 => Status(context, 500),
            2 => Cut(context),
            _ => LoopbackApi.JsonAsync(context, """{"fine":true}"""),
        });
        using var client = new RemoteClient(LoopbackApi.Limits);
        using var json = await client.ReadJsonAsync(api.Address, null, default);
        Assert.True(json.RootElement.GetProperty("fine").GetBoolean());
        Assert.Equal(3, api.Asked.Count);
    }

    [Theory]
    [InlineData("500", "answers 500, asked 3 times", 3)]
    [InlineData("429", "answers 429, asked 3 times", 3)]
    [InlineData("404", "answers 404.", 1)]
    [InlineData("cut", "breaks off, asked 3 times", 3)]
    [InlineData("slow", "does not answer within", 3)]
    [InlineData("html", "a page of HTML", 1)]
    [InlineData("half", "no whole JSON", 1)]
    [InlineData("latin1", "not UTF-8", 1)]
    [InlineData("bomb", "more than 1 MB", 1)]
    [InlineData("endless", "more than 1 MB", 1)]
    [InlineData("notgzip", "cannot be unpacked", 1)]
    [InlineData("circle", "leads on and on", 6)]
    [InlineData("file", "leads to file", 1)]
    public async Task What_is_wrong_is_told_in_words(string wrong, string words, int asked)
    {
        await using var api = await LoopbackApi.StartAsync((_, context) => wrong switch
        {
            "500" => Status(context, 500),
            "429" => Status(context, 429),
            "404" => Status(context, 404),
            "cut" => Cut(context),
            "slow" => Task.Delay(Timeout.Infinite, context.RequestAborted),
            "html" => LoopbackApi.JsonAsync(context, "\n<!DOCTYPE html><p>Huoltokatko</p>"),
            "half" => LoopbackApi.JsonAsync(context, """{"data":["""),
            "latin1" => context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("{\"name\":\"Hyvää\"}")).AsTask(),
            "bomb" => Packed(context, 64),
            "endless" => Endless(context),
            "notgzip" => NotPacked(context),
            "circle" => Redirect(context, "/again"),
            _ => Redirect(context, "file:///etc/hostname"),
        });
        using var client = new RemoteClient(LoopbackApi.Limits with { Answer = wrong == "slow" ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromMinutes(1) });
        var refused = await Assert.ThrowsAsync<ImportException>(() => client.ReadJsonAsync(new Uri(api.Address, "events?key=hidden"), null, default));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", refused.Message, StringComparison.Ordinal);
        Assert.Equal(asked, api.Asked.Count);
    }

    [Fact]
    public async Task Another_encoding_that_is_told_is_read_by_it_and_a_key_goes_to_its_own_host_alone()
    {
        var keys = new List<string>();
        await using var other = await LoopbackApi.StartAsync((_, context) =>
        {
            keys.Add($"other {context.Request.Headers["x-api-key"]}");
            context.Response.ContentType = "application/json; charset=iso-8859-1";
            return context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("{\"name\":\"Hyvää\"}")).AsTask();
        });
        var elsewhere = new UriBuilder(other.Address) { Host = "localhost" }.Uri;
        await using var api = await LoopbackApi.StartAsync((_, context) =>
        {
            keys.Add($"own {context.Request.Headers["x-api-key"]}");
            return Redirect(context, $"{elsewhere}");
        });
        using var client = new RemoteClient(LoopbackApi.Limits);
        using var json = await client.ReadJsonAsync(api.Address, "salaisuus", default);
        Assert.Equal("Hyvää", json.RootElement.GetProperty("name").GetString());
        Assert.Equal(["own salaisuus", "other "], keys);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Redirect(HttpContext context, string to)
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    }

    private static async Task Cut(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("""{"data":[""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static async Task Packed(HttpContext context, int megabytes)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        for (var i = 0; i < megabytes; i++)
        {
            await packed.WriteAsync(new byte[1024 * 1024], context.RequestAborted);
        }
    }

    private static Task NotPacked(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        return context.Response.WriteAsync("""{"data":[]}""");
    }

    private static async Task Endless(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
        }
    }
}
