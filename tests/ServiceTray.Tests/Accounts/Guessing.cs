using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>Guessing at passwords is bounded, and shuts out nobody but the one who guesses.</summary>
public sealed class Guessing : IAsyncLifetime, IStartupFilter
{
    private readonly HandClock clock = new();
    private readonly string name = $"maija-{Guid.NewGuid():N}@esimerkki.example";
    private TrayApp tray = null!;

    public async Task InitializeAsync()
    {
        tray = await TrayApp.StartAsync(
            "none",
            builder =>
            {
                builder.Services.AddSingleton<IStartupFilter>(this);
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            },
            accounts: new AccountSettings { TriesAtOnce = 8, TriesAMinute = 2 });
        await MakeAsync(name);
    }

    public async Task DisposeAsync() => await tray.DisposeAsync();

    // The test's word for who is at the other end of the connection.
    Action<IApplicationBuilder> IStartupFilter.Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, after) =>
        {
            context.Connection.RemoteIpAddress = context.Request.Headers["X-Peer"].ToString() is { Length: > 0 } peer ? IPAddress.Parse(peer) : IPAddress.Loopback;
            return after(context);
        });
        next(app);
    };

    [Fact]
    public async Task Ends_after_five_from_one_network_and_leaves_the_door_open_for_others()
    {
        using var guesser = From("192.0.2.1");
        await GuessAsync(guesser, SignInGuard.MostTries);
        Assert.Equal(422, await TryAsync(guesser, Person.Password));
        using var her = From("192.0.2.2");
        Assert.Equal(302, await TryAsync(her, Person.Password));

        clock.Now += SignInGuard.OneBackAfter;
        Assert.Equal(422, await TryAsync(guesser, "yhä väärä salasana"));
        Assert.Equal(422, await TryAsync(guesser, Person.Password));
        clock.Now += SignInGuard.OneBackAfter;
        Assert.Equal(302, await TryAsync(guesser, Person.Password));
    }

    [Fact]
    public async Task Behind_her_own_address_does_not_shut_out_a_browser_that_she_was_let_in_with()
    {
        using var her = From("192.0.2.1");
        Assert.Equal(302, await TryAsync(her, Person.Password));
        using var colleague = From("192.0.2.1");
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(422, await TryAsync(colleague, $"väärä salasana {i}"));
        }

        Assert.Equal(429, await TryAsync(colleague, Person.Password));
        Assert.Equal(302, await TryAsync(her, Person.Password));

        // In her browser, too, five are tried; and it is hers alone, known to no other account.
        await GuessAsync(her, SignInGuard.MostTries);
        Assert.Equal(422, await TryAsync(her, Person.Password));
        await MakeAsync("toinen@esimerkki.example");
        await GuessAsync(From("192.0.2.9"), SignInGuard.MostTries, "toinen@esimerkki.example");
        using var elsewhere = From("192.0.2.9", her.Cookies);
        Assert.Equal(422, await TryAsync(elsewhere, Person.Password, "toinen@esimerkki.example"));
    }

    [Fact]
    public async Task With_a_browser_of_a_password_or_a_time_that_is_over_is_a_strangers()
    {
        using var before = From("192.0.2.1");
        Assert.Equal(302, await TryAsync(before, Person.Password));
        await GuessAsync(From("192.0.2.1"), SignInGuard.MostTries);
        Assert.Equal(302, await TryAsync(before, Person.Password));

        // As after a handover: whoever had the account has its browsers still, and not its password.
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            var account = await context.Set<Account>().SingleAsync(row => row.SignInName == name);
            account.PasswordHash = tray.Services.GetRequiredService<PasswordHasher<Account>>().HashPassword(account, $"{Person.Password}!");
            await context.SaveChangesAsync();
        }

        Assert.Equal(422, await TryAsync(before, $"{Person.Password}!"));
        using var after = From("192.0.2.2");
        Assert.Equal(302, await TryAsync(after, $"{Person.Password}!"));
        await GuessAsync(From("192.0.2.2"), SignInGuard.MostTries);
        Assert.Equal(302, await TryAsync(after, $"{Person.Password}!"));
        clock.Now += TimeSpan.FromDays(181);
        await GuessAsync(From("192.0.2.2"), SignInGuard.MostTries);
        Assert.Equal(422, await TryAsync(From("192.0.2.2", after.Cookies), $"{Person.Password}!"));
    }

    [Fact]
    public async Task With_a_cookie_that_is_forged_or_of_an_earlier_shape_is_a_strangers_and_no_word_in_the_log()
    {
        var account = await MakeAsync("toinen@esimerkki.example");
        var earlier = tray.Services.GetRequiredService<Sealer>().Seal("device", new { Id = Guid.NewGuid(), Accounts = new[] { account.Id } });
        foreach (var sent in new[] { "x", "CfDJ8AAAA", earlier })
        {
            var cookies = new CookieContainer();
            cookies.Add(new Cookie("device", sent, "/kirjaudu", tray.Client.BaseAddress!.Host));
            using var guesser = From("192.0.2.1", cookies);
            Assert.Equal(302, await TryAsync(guesser, Person.Password, "toinen@esimerkki.example"));
        }

        Assert.DoesNotContain(tray.Log.Lines, line => line.Contains("device", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Behind_her_own_address_does_not_keep_who_is_signed_in_from_her_own_account()
    {
        using var her = From("192.0.2.1");
        Assert.Equal(302, await TryAsync(her, Person.Password));
        using var guesser = From("192.0.2.1");
        for (var i = 0; i < 9; i++)
        {
            await TryAsync(guesser, "väärä salasana", $"kuka-{i}");
        }

        Assert.Equal(429, await TryAsync(guesser, "väärä salasana", "kuka"));
        using var wrong = await her.SendAsync("/oma/tili", "/oma/tili/salasana", ("old", "väärä salasana"), ("password", "uusi salasana täällä"));
        Assert.Equal(422, (int)wrong.StatusCode);
    }

    [Fact]
    public async Task On_a_shared_machine_knows_colleagues_still_when_somebody_has_begun_there()
    {
        using var her = From("192.0.2.1");
        Assert.Equal(302, await TryAsync(her, Person.Password));
        using var shared = From("192.0.2.1", her.Cookies);
        Assert.Equal(302, (int)(await shared.SendAsync(
            "/julkaise", "/julkaise", ("name", "Kerho"), ("kind", "ASSOCIATION"), ("contact", "a@kerho.example"), ("displayName", "Uusi"), ("userName", "uusi@esimerkki.example"), ("password", Person.Password))).StatusCode);
        await GuessAsync(From("192.0.2.1"), SignInGuard.MostTries);
        using var again = From("192.0.2.1", shared.Cookies);
        Assert.Equal(302, await TryAsync(again, Person.Password));
    }

    [Fact]
    public async Task Is_not_paid_for_with_accounts_of_ones_own()
    {
        foreach (var own in new[] { "oma-1@esimerkki.example", "oma-2@esimerkki.example" })
        {
            await MakeAsync(own);
        }

        using var first = From("192.0.2.1");
        using var second = From("192.0.2.1");
        Assert.Equal(302, await TryAsync(first, Person.Password, "oma-1@esimerkki.example"));
        Assert.Equal(302, await TryAsync(second, Person.Password, "oma-2@esimerkki.example"));
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(422, await TryAsync(first, "väärä salasana", $"kuka-{i}"));
        }

        Assert.Equal(422, await TryAsync(second, Person.Password));
        Assert.Equal(302, await TryAsync(second, Person.Password, "oma-2@esimerkki.example"));
    }

    [Fact]
    public async Task From_everywhere_is_slowed_to_one_a_day_from_each_network_and_the_right_one_gets_in()
    {
        using var known = From("192.0.2.1");
        Assert.Equal(302, await TryAsync(known, Person.Password));
        await SetFailuresAsync(SignInGuard.MostInARow);
        using var slow = From("2001:db8:1:1::1");
        Assert.Equal(422, await TryAsync(slow, "väärä salasana"));
        clock.Now += TimeSpan.FromHours(23);
        using var neighbour = From("2001:db8:1:2::1");
        Assert.Equal(422, await TryAsync(neighbour, Person.Password));
        Assert.Equal(302, await TryAsync(known, Person.Password));
        await SetFailuresAsync(SignInGuard.MostInARow);
        using var her = From("2001:db8:2:1::1");
        Assert.Equal(302, await TryAsync(her, Person.Password));
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        Assert.Equal(0, (await context.Set<Account>().SingleAsync(row => row.SignInName == name)).FailedTries);
    }

    [Fact]
    public void Is_bounded_by_the_account_in_all()
    {
        var guard = new SignInGuard(new AccountSettings(), clock);
        var tried = Enumerable.Range(0, SignInGuard.MostInADay + 50).Count(i => guard.Take("tili", 0, device: null, new IPAddress([10, 0, (byte)(i / 256), (byte)(i % 256)])) is not null);
        Assert.Equal(SignInGuard.MostInADay, tried);
        Assert.NotNull(guard.Take("tili", 0, Guid.NewGuid(), IPAddress.Loopback));
    }

    [Fact]
    public async Task At_the_same_moment_is_counted_each()
    {
        var guard = new SignInGuard(new AccountSettings(), clock);
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => guard.Take("tili", 0, device: null, IPAddress.Loopback) is not null)));
        Assert.Equal(SignInGuard.MostTries, taken.Count(was => was));
    }

    [Fact]
    public async Task Is_limited_by_network_and_a_whole_office_signs_in_behind_one_address()
    {
        for (var i = 0; i < 12; i++)
        {
            using var colleague = From("198.51.100.1");
            await MakeAsync($"{i}@esimerkki.example");
            Assert.Equal(302, await TryAsync(colleague, Person.Password, $"{i}@esimerkki.example"));
        }

        using var guesser = From("198.51.100.1");
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(422, await TryAsync(guesser, "väärä salasana", $"kuka-{i}"));
        }

        var refused = await PageVisit.ReadAsync(await guesser.SignInAsync("kuka", "tahansa salasana"));
        Assert.Equal((429, "Nyt on ruuhkaa"), (refused.Status, refused.Main.QuerySelector("h1")!.TextContent));
        clock.Now += TimeSpan.FromSeconds(30);
        Assert.Equal(422, await TryAsync(guesser, "väärä salasana", "kuka"));
        Assert.Equal(429, await TryAsync(guesser, "väärä salasana", "kuka"));
    }

    private async Task GuessAsync(Person person, int times, string? at = null)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(422, await TryAsync(person, $"väärä salasana {i}", at));
        }
    }

    private async Task<int> TryAsync(Person person, string password, string? at = null) => (int)(await person.SignInAsync(at ?? name, password)).StatusCode;

    private Person From(string address, CookieContainer? cookies = null)
    {
        var person = new Person(tray);
        person.Client.DefaultRequestHeaders.Add("X-Peer", address);
        foreach (Cookie cookie in cookies?.GetAllCookies().Where(cookie => cookie.Name == "device") ?? [])
        {
            person.Cookies.Add(cookie);
        }

        return person;
    }

    private async Task SetFailuresAsync(int failed)
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        await context.Set<Account>().Where(row => row.SignInName == name).ExecuteUpdateAsync(set => set.SetProperty(row => row.FailedTries, failed));
    }

    private Task<Account> MakeAsync(string signInName) =>
        tray.Services.GetRequiredService<AccountKeeper>().MakeAsync(new NewAccount(signInName, "Maija Virtanen", Person.Password), [], null, CancellationToken.None);
}
