using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>Words that found nothing are told when five callers used them, never with a place or a person.</summary>
[Collection(SmallTray.Name)]
public sealed class UnfoundReport(SmallTray small)
{
    [Fact]
    public void Tells_a_word_when_five_callers_have_used_it_and_not_before()
    {
        var (words, call) = Words();
        for (var caller = 1; caller <= 5; caller++)
        {
            Assert.Empty(words.Told());
            call(caller, "Ratsastusta Kuopiossa 0401234567");
            call(caller, "ratsastusta");
        }

        Assert.Equal([new UnfoundWord("ratsastusta", 5)], words.Told());
    }

    [Fact]
    public void Hears_one_caller_once_however_often_she_asks()
    {
        var (words, call) = Words();
        for (var i = 0; i < 20; i++)
        {
            call(1, "ratsastusta");
        }

        Assert.Empty(words.Told());
    }

    [Fact]
    public void Hears_a_word_once_however_it_is_written_and_no_word_that_is_overlong()
    {
        var (words, call) = Words();
        for (var caller = 1; caller <= 5; caller++)
        {
            call(caller, $"Ratsastusta RATSASTUSTA, ratsastusta! {new string('a', 41)} {new string('b', 40)}");
        }

        Assert.Equal([new UnfoundWord(new string('b', 40), 5), new UnfoundWord("ratsastusta", 5)], words.Told());
    }

    [Fact]
    public async Task Is_empty_over_rest_while_one_caller_asks()
    {
        await using var tray = await TrayApp.StartAsync("none");
        for (var i = 0; i < 6; i++)
        {
            Assert.Empty((await tray.GetAsync("/api/v1/offerings?text=avaruusmatkailu")).Names);
        }

        var report = await tray.GetAsync("/api/v1/words-without-offerings");
        Assert.Equal(JsonValueKind.Array, report.Body.ValueKind);
        Assert.Equal(0, report.Body.GetArrayLength());
    }

    private (UnfoundWords Words, Action<int, string> Call) Words()
    {
        var requests = new HttpContextAccessor();
        var words = new UnfoundWords(requests, small.App.Services.GetRequiredService<Gazetteer>());
        return (words, (caller, text) =>
        {
            requests.HttpContext = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse($"192.0.2.{caller}") } };
            words.Note(text);
        });
    }
}
