using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Codes;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>A desk's program stands outside: no address leads a call into the tray's own network, neither as it is written nor as its name is looked up.</summary>
public sealed class PublicNetworks(SharedTown shared) : IClassFixture<SharedTown>
{
    private readonly ReferralTown town = shared.Town;

    // By the special-purpose address registries of IANA.
    [Theory]
    [InlineData("193.166.3.2", true)]
    [InlineData("2001:708:10:9::1", true)]
    [InlineData("::ffff:193.166.3.2", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("2001:db8::1", false)]
    public void Are_what_the_registries_call_global(string address, bool isPublic) => Assert.Equal(isPublic, PublicNetwork.Has(IPAddress.Parse(address)));

    [Fact]
    public async Task Are_the_only_ones_that_a_desk_can_name()
    {
        foreach (var url in new[]
        {
            "https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://[::1]/", "https://[::ffff:192.168.0.1]/", "https://10.0.0.8:8443/kutsu", "https://localhost/", "https://LOCALHOST./",
            "https://kone.localhost/", "https://palvelin/", "https://palvelin.internal/", "http://kuopio.example/", "https://kuopio.example@127.0.0.1/", "https://169.254.169.254/latest/meta-data",
        })
        {
            var refused = await PageVisit.ReadAsync(await town.Coordinator.SendAsync("/oma/kutsuosoitteet", "/oma/kutsuosoitteet", ("url", url), ("act", "set")));
            Assert.True(refused.Status == 422, $"{url} was answered {refused.Status}");
        }

        Assert.Equal(200, (int)(await town.Coordinator.SendAsync("/oma/kutsuosoitteet", "/oma/kutsuosoitteet", ("url", "https://kuopio.example/kutsu"), ("act", "set"))).StatusCode);
        Assert.Equal(200, (int)(await town.Coordinator.SendAsync("/oma/kutsuosoitteet", "/oma/kutsuosoitteet", ("act", "end"))).StatusCode);
    }

    [Fact]
    public async Task Are_looked_for_again_when_a_call_is_made_by_what_the_name_leads_to_then()
    {
        await using var outside = await WebCatcher.StartAsync();
        foreach (var url in new[] { $"{outside.Address}", $"http://localhost:{outside.Address.Port}/" })
        {
            var message = new NoticeMessage(Guid.NewGuid(), NoticeRoute.Webhook, url, "", "{}");
            var secret = WebhookClient.SecretStart + Convert.ToBase64String(new byte[32]);
            var refused = await Assert.ThrowsAnyAsync<HttpRequestException>(() => town.Tray.Services.GetRequiredService<WebhookClient>().CallAsync(message, secret, CancellationToken.None));
            Assert.IsType<IOException>(refused.GetBaseException());
        }

        Assert.Empty(outside.Caught);
    }

    [Fact]
    public async Task That_were_named_and_lead_inside_now_are_tried_again_later_and_lose_no_notice()
    {
        await using var outside = await WebCatcher.StartAsync();
        await town.Coordinator.SendAsync("/oma/kutsuosoitteet", "/oma/kutsuosoitteet", ("url", "https://kuopio.example/kutsu"), ("act", "set"));
        await using var context = await town.ContextAsync();
        await context.Set<ReferralWebhook>().ExecuteUpdateAsync(set => set.SetProperty(hook => hook.Url, $"http://localhost:{outside.Address.Port}/"));
        var id = Guid.Parse((await town.SendAsync(Input("Sisäverkon Asiakas"))).GetProperty("referral").GetProperty("id").GetString()!);
        await town.Tray.Services.GetRequiredService<NoticeDeliverer>().RunAsync(CancellationToken.None);
        var notice = await context.Set<ReferralNotice>().AsNoTracking().SingleAsync(one => one.Referral == id && one.Audience == NoticeAudience.Program);
        Assert.Null(notice.DeliveredAt);
        Assert.Equal((1, TrayApp.Now.AddMinutes(1)), (notice.Attempts, notice.NextAt));
        Assert.Empty(outside.Caught);
        await context.Set<ReferralWebhook>().ExecuteDeleteAsync();
    }
}
