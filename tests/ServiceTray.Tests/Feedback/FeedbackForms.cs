using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Feedback;
using ServiceTray.Languages;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Feedback;

public sealed class FeedbackForms : IAsyncLifetime
{
    private TrayApp tray = null!;

    public async Task InitializeAsync() => tray = await TrayApp.StartAsync("none");

    public async Task DisposeAsync() => await tray.DisposeAsync();

    [Fact]
    public async Task Are_stored_and_thanked_for()
    {
        var answer = await SendAsync("/saavutettavuus?lang=sv", ("message", "  Kartan napit ovat pienet.  "), ("page", ""), ("replyTo", "meri@esimerkki.example"));
        Assert.Equal((302, "/saavutettavuus/kiitos?lang=sv"), (answer.Status, answer.Header("Location")));
        Assert.Equal(200, (await PageVisit.GetAsync(tray, answer.Header("Location")!)).Status);
        var note = Assert.Single(await NotesAsync());
        Assert.Equal(new FeedbackWords("Kartan napit ovat pienet.", null, "meri@esimerkki.example"), Read(note));
        Assert.Equal((Language.Sv, TrayApp.Now), (note.Language, note.At));
        Assert.Empty(DiskSearch.FilesWith(tray.Settings.DataFolder, "Kartan napit", "meri@esimerkki"));
    }

    [Fact]
    public async Task Need_nothing_but_words()
    {
        Assert.Equal(302, (await SendAsync("/saavutettavuus", ("message", "Hyvä sivu"))).Status);
        Assert.Null(Read((await NotesAsync())[0]).ReplyTo);
    }

    [Fact]
    public async Task Without_words_come_back_with_all_that_was_typed()
    {
        var page = await SendAsync("/saavutettavuus", ("message", " "), ("page", "kartta"), ("replyTo", "x@y.example"));
        Assert.Equal(422, page.Status);
        Assert.Equal(["#message"], page.Document.QuerySelectorAll("#problems a").Select(link => link.GetAttribute("href")!));
        Assert.Equal(("kartta", "x@y.example"), (page.Document.QuerySelector("#page")!.GetAttribute("value"), page.Document.QuerySelector("#replyTo")!.GetAttribute("value")));
        Assert.StartsWith("Tarkista", page.Title, StringComparison.Ordinal);
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task Too_long_are_not_cut_but_returned()
    {
        var page = await SendAsync("/saavutettavuus", ("message", new string('a', FeedbackNote.LongestMessage + 1)));
        Assert.Equal(422, page.Status);
        Assert.Equal(FeedbackNote.LongestMessage + 1, page.Document.QuerySelector("#message")!.TextContent.Length);
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task Sent_from_another_site_are_not_taken()
    {
        var page = await PageVisit.PostAsync(tray, "/saavutettavuus", ("message", "Hei"));
        Assert.Equal(400, page.Status);
        Assert.Equal("Hei", page.Document.QuerySelector("#message")!.TextContent.Trim());
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task More_than_people_write_in_an_hour_are_not_taken_from_there_and_hinder_nobody_elsewhere()
    {
        var box = tray.Services.GetRequiredService<FeedbackBox>();
        var flooding = IPAddress.Parse("2001:db8:1:1::9");
        for (var i = 0; i < FeedbackBox.MostFromNetwork; i++)
        {
            Assert.True(await box.TakeAsync(new FeedbackForm($"{i}", "", ""), Language.Fi, flooding, CancellationToken.None));
        }

        Assert.False(await box.TakeAsync(new FeedbackForm("Vielä yksi", "", ""), Language.Fi, IPAddress.Parse("2001:db8:1:1::8"), CancellationToken.None));
        Assert.Equal(FeedbackBox.MostFromNetwork, (await NotesAsync()).Count);

        for (var i = 0; i < FeedbackBox.MostFromNetwork; i++)
        {
            Assert.Equal(302, (await SendAsync("/saavutettavuus", ("message", $"{i}"))).Status);
        }

        Assert.Equal(429, (await SendAsync("/saavutettavuus", ("message", "Vielä yksi"))).Status);
        Assert.Equal(2 * FeedbackBox.MostFromNetwork, (await NotesAsync()).Count);
    }

    private async Task<PageVisit> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await PageVisit.GetAsync(tray, path);
        var token = page.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var cookie = page.Header("Set-Cookie")!.Split(';')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),

            // Whatever the caller says of where she comes from: no proxy is trusted.
            Headers = { { "Cookie", cookie }, { "X-Forwarded-For", $"192.0.2.{Random.Shared.Next(1, 255)}" } },
        };
        return await PageVisit.ReadAsync(await tray.Client.SendAsync(request));
    }

    private FeedbackWords Read(FeedbackNote note) => FeedbackWords.Of(note, tray.Services.GetRequiredService<Sealer>());

    private async Task<List<FeedbackNote>> NotesAsync()
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Set<FeedbackNote>().AsNoTracking().ToListAsync();
    }
}
