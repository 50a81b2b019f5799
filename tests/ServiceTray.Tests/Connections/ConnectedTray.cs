using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ServiceTray.Accounts;
using ServiceTray.Connections;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Tests.Import;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Connections;

/// <summary>A tray to which an organisation connects addresses that the test answers, read when the test says.</summary>
public abstract class ConnectedTray : IAsyncLifetime
{
    private protected const string Path = "/oma/yhteydet";

    private protected static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");

    private protected TrayApp Tray { get; private set; } = null!;
    private protected LoopbackApi Api { get; private set; } = null!;
    private protected Person Publisher { get; private set; } = null!;
    private protected string Told { get; set; } = "";
    private protected Task Gate { get; set; } = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        Tray = await TrayApp.StartAsync(change: builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(new ConnectionSettings(ReadsOwnNetwork: true)));
            builder.Services.Remove(builder.Services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(ConnectionClock)));
        });
        Api = await LoopbackApi.StartAsync(async (_, context) =>
        {
            await Gate;
            await context.Response.WriteAsync(Told);
        });
        Publisher = await Person.SignedInAsync(Tray, new Grant(Role.Publisher, Walkers));
    }

    public async Task DisposeAsync()
    {
        Publisher.Dispose();
        await Api.DisposeAsync();
        await Tray.DisposeAsync();
    }

    private protected static string Calendar(params (string Uid, string Name)[] events) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{string.Concat(events.Select(one => $"BEGIN:VEVENT\r\nUID:{one.Uid}\r\nSUMMARY:{one.Name}\r\nLOCATION:Kauppakatu 1\\, 70100 Kuopio\r\nDTSTART:{TrayApp.Now.AddDays(7):yyyyMMdd}T150000Z\r\nDTEND:{TrayApp.Now.AddDays(7):yyyyMMdd}T160000Z\r\nEND:VEVENT\r\n"))}END:VCALENDAR\r\n";

    private protected Task<HttpResponseMessage> ConnectAsync(string at, string kind) =>
        Publisher.SendAsync(Path, Path, ("organisation", $"{Walkers}"), ("address", $"{Api.Address}{at}"), ("kind", kind), ("theme", "CULTURE"), ("hours", "24"));

    private protected async Task PressAsync(string act)
    {
        var page = await PageVisit.ReadAsync(await Publisher.Client.GetAsync(Path));
        var action = page.Document.QuerySelectorAll("form").Select(form => form.GetAttribute("action")!.Split('?')[0]).First(action => action.StartsWith($"{Path}/", StringComparison.Ordinal));
        Assert.Equal(302, (int)(await Publisher.SendAsync(Path, action, ("act", act))).StatusCode);
    }

    private protected async Task AskedAsync()
    {
        for (var waited = 0; waited < 600 && Api.Asked.Count == 0; waited++)
        {
            await Task.Delay(50);
        }

        Assert.NotEmpty(Api.Asked);
    }

    private protected async Task ReadDueAsync()
    {
        var reader = Tray.Services.GetRequiredService<ConnectionReader>();
        foreach (var connection in await reader.DueAsync(CancellationToken.None))
        {
            await reader.ReadAsync(connection, CancellationToken.None);
        }
    }

    private protected async Task<List<(string Name, Guid Organisation)>> OwnAsync()
    {
        await using var context = await Tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var rows = await context.Offerings.AsNoTracking().Where(row => row.Source.Name.StartsWith("own-")).ToListAsync();
        return [.. rows.Select(row => (row.Name.Pick(ServiceTray.Languages.Language.Fi).Value, row.OrganisationId)).OrderBy(row => row.Value)];
    }
}
