using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Accounts.Provider;
using ServiceTray.Data;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>A role that a provider claims is given where it is claimed, and of the whole only where the settings say so.</summary>
public sealed class ProviderRoles(ProvidedTray provided) : IClassFixture<ProvidedTray>
{
    [Theory]
    [InlineData("tarkastaja", null, "")]
    [InlineData("tarkastaja", "", "")]
    [InlineData("tarkastaja", "ei koodi", "")]
    [InlineData("tarkastaja", "17", "Auditor 17")]
    [InlineData("tilastot", null, "")]
    [InlineData("tilastot", "17", "StatisticsReader 17")]
    [InlineData("valtiontilastot", null, "StatisticsReader ")]
    [InlineData("valtiontilastot", "17", "StatisticsReader ")]
    [InlineData("ylläpito", "17", "Administrator ")]
    public async Task Are_of_the_whole_only_where_the_settings_say_so(string role, string? county, string given)
    {
        var issuer = provided.Issuer.Honest();
        var subject = $"henkilö-{Guid.NewGuid()}";
        issuer.Claims = claims =>
        {
            (claims["sub"], claims["name"], claims["roles"]) = (subject, "Tarja Tarkka", role);
            if (county is not null)
            {
                claims["county"] = county;
            }
        };
        using var person = new Person(provided.App);
        Assert.Equal("/oma", await ProviderSignIns.WalkAsync(person));
        await using var context = await provided.App.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var grants = await context.Set<GivenGrant>().Where(row => context.Set<Account>().Any(account => account.Id == row.AccountId && account.Subject == subject)).ToListAsync();
        Assert.Equal(given, string.Join(", ", grants.Select(grant => $"{grant.Role} {grant.County}")));
        var told = provided.App.Log.Lines.Where(line => line.Contains("without a place", StringComparison.Ordinal)).ToList();
        Assert.Equal(given.Length == 0, told.Exists(line => line.Contains(role == "tilastot" ? "StatisticsReader" : "Auditor", StringComparison.Ordinal)) && given.Length == 0);
        Assert.DoesNotContain(told, line => line.Contains(subject, StringComparison.Ordinal) || line.Contains("Tarkka", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hoitaja")]
    [InlineData("tuntematon")]
    public void That_cannot_be_of_the_whole_stop_the_start(string word)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        File.WriteAllText(file, $$"""{ "authority": "https://login.example", "clientId": "tray", "clientSecret": "s", "roles": { "hoitaja": "PROFESSIONAL" }, "everywhere": ["{{word}}"] }""");
        try
        {
            Assert.Contains(word, Assert.Throws<InvalidDataException>(() => ProviderSettings.Read(file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
