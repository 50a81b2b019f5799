using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Pages;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Trays;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>What a client takes home on paper.</summary>
[Collection(SharedTown.Name)]
public sealed class ClientPapers(SharedTown shared)
{
    private const string Code = "7KQ2-M0XA-9VTB-H3WE";

    private readonly ReferralTown town = shared.Town;

    [Fact]
    public void Have_the_code_where_it_opens_whom_to_ask_and_what_was_agreed()
    {
        var programme = town.Tray.Services.GetRequiredService<ProgrammeShelf>().Find("hyvinvointilahete")!;
        var sheet = town.Tray.Services.GetRequiredService<ClientPaper>().Write(Code, programme, programme.RecipientOrNull(Kuopio), "https://tray.example/oma-lahete", Language.Sv);
        var lines = sheet.Head.Concat(sheet.Body).Select(line => line.Words).ToList();
        Assert.Contains(lines, line => line.Contains(Code, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("https://tray.example/oma-lahete", StringComparison.Ordinal));
        Assert.Contains("Kuopio stad (exempel), 017 000 1120", lines);
        Assert.Contains(programme.ConsentText.Pick(Language.Sv).Value, lines);
        Assert.Contains(lines, line => line.StartsWith("112", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Are_printed_from_the_page_that_shows_the_code_and_leave_nothing_behind()
    {
        Assert.True(SheetFonts.AreThere);
        var before = await EntriesAsync();
        using var paper = await PrintAsync(Code, "hyvinvointilahete");
        Assert.Equal(("application/pdf", "no-store"), (paper.Content.Headers.ContentType!.MediaType, $"{paper.Headers.CacheControl}"));
        Assert.Equal("%PDF"u8.ToArray(), (await paper.Content.ReadAsByteArrayAsync())[..4]);
        Assert.Equal(before, await EntriesAsync());
    }

    [Theory]
    [InlineData("Soita heti numeroon 0700 123", "hyvinvointilahete")]
    [InlineData(Code, "tyohonvalmennus-ips")]
    [InlineData(Code, "")]
    public async Task Are_made_of_codes_and_programmes_alone(string code, string programme)
    {
        using var paper = await PrintAsync(code, programme);
        Assert.Equal(400, (int)paper.StatusCode);
    }

    private async Task<HttpResponseMessage> PrintAsync(string code, string programme)
    {
        using var content = new FormUrlEncodedContent([new("code", code), new("programme", programme), new("receiver", $"{Kuopio}")]);
        return await town.Tray.Client.PostAsync("/oma-lahete/paperi", content);
    }

    private async Task<int> EntriesAsync()
    {
        await using var context = await town.ContextAsync();
        return await context.Set<AuditEntry>().CountAsync();
    }
}
