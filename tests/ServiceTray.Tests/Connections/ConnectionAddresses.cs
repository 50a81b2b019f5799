using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Connections;
using ServiceTray.Data;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Connections;

/// <summary>An address may hold the key to a calendar, and must not lead inside.</summary>
public sealed class ConnectionAddresses : ConnectedTray
{
    [Fact]
    public async Task Addresses_are_in_no_file_page_or_report()
    {
        Told = Calendar(("yksi", "Tanssit"));
        await ConnectAsync("salapolku-x7/kalenteri.ics?avain=salasana-q9", "CALENDAR");
        await ReadDueAsync();
        Told = "<html>";
        await PressAsync("read");
        await ReadDueAsync();
        Assert.Equal(2, Api.Asked.Count(asked => asked == "/salapolku-x7/kalenteri.ics?avain=salasana-q9"));
        var page = await Publisher.Client.GetStringAsync(Path);
        Assert.Contains(Api.Address.Authority, page, StringComparison.Ordinal);
        Assert.DoesNotContain("salapolku", page, StringComparison.Ordinal);
        Assert.Contains("epäonnistunut", page, StringComparison.Ordinal);
        Assert.Empty(DiskSearch.FilesWith(Tray.Settings.DataFolder, "salapolku", "salasana"));
        Assert.DoesNotContain(Tray.Log.Lines, line => line.Contains("salapolku", StringComparison.Ordinal) || line.Contains("salasana", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Addresses_kept_before_are_sealed_by_the_first_round()
    {
        Told = Calendar(("yksi", "Tanssit"));
        await ConnectAsync("kalenteri.ics", "CALENDAR");
        await using var context = await Tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        await context.Set<Connection>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Address, $"{Api.Address}vanha.ics"));
        await Tray.Services.GetRequiredService<PlainAddresses>().SealAsync(CancellationToken.None);
        var kept = (await context.Set<Connection>().AsNoTracking().SingleAsync()).Address;
        Assert.DoesNotContain("vanha", kept, StringComparison.Ordinal);
        await ReadDueAsync();
        Assert.Equal("/vanha.ics", Api.Asked[^1]);
        Assert.Single(await OwnAsync());
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_not_called_when_it_is_read()
    {
        using var client = new ConnectionClient(new ConnectionSettings());
        var refused = await Assert.ThrowsAsync<ServiceTray.Import.ImportException>(() => client.Remote.ReadAsync(new Uri($"http://localhost:{Api.Address.Port}/k.ics"), "text/calendar", null, CancellationToken.None));
        Assert.Contains("localhost", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Api.Asked);
    }
}
