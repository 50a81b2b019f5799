using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Import;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Tests.Import;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings.Duplicates;

public sealed class SameThing
{
    private static readonly Place Hall = new() { Id = Source.IdOf("test", "hall"), Name = LocalizedText.Of("Sali"), Municipality = "297", Coordinates = new(62.8924, 27.6770) };

    [Fact]
    public async Task From_two_sources_is_joined_by_rule_and_the_other_id_says_on_every_edge_where_it_went()
    {
        await using var tray = await TrayApp.StartAsync("none");
        var (one, other) = (Of("a", "lahella"), Of("b", "ptv"));
        other.Description = LocalizedText.Of("Pitkä kuvaus, siksi tämä jää.");
        await tray.PutAsync([one, other], Hall);
        await LookAsync(tray);

        Assert.Equal([$"{other.Id}"], (await tray.GetAsync("/api/v1/offerings")).Ids);
        foreach (var (path, target) in new[]
                 {
                     ("/api/v1/offerings/{0}?lang=sv", "/api/v1/offerings/{0}?lang=sv"), ("/api/v1/offerings/{0}.ics", "/api/v1/offerings/{0}.ics"), ("/tarjonta/{0}?lang=en", "/tarjonta/{0}?lang=en"),
                     ("/oruk/services/{0}", "/oruk/services/{0}"), ("/hsds/services/{0}", "/hsds/services/{0}"),
                 })
        {
            using var answer = await tray.Client.GetAsync(string.Format(null, path, one.Id));
            Assert.Equal((HttpStatusCode.MovedPermanently, string.Format(null, target, other.Id)), (answer.StatusCode, answer.Headers.Location!.OriginalString));
            using var there = await tray.Client.GetAsync(answer.Headers.Location);
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        }

        var data = await tray.QueryAsync("query($id: ID!) { offering(id: $id) { id replaces } node(id: $id) { id } }", new { id = one.Id });
        Assert.Equal((other.Id, other.Id), (data.GetProperty("offering").GetProperty("id").GetGuid(), data.GetProperty("node").GetProperty("id").GetGuid()));
        Assert.Equal(one.Id, Assert.Single(data.GetProperty("offering").GetProperty("replaces").EnumerateArray()).GetGuid());
        Assert.Equal(one.Id, Assert.Single((await tray.GetAsync($"/api/v1/offerings/{other.Id}")).Body.GetProperty("replaces").EnumerateArray()).GetGuid());
        Assert.Contains("Saman tiedon antaa myös: LAHELLA.", WebUtility.HtmlDecode(await tray.Client.GetStringAsync($"/tarjonta/{other.Id}")), StringComparison.Ordinal);
        await tray.Services.GetRequiredService<OfferingIndexer>().SaveAsync(default);
        Assert.Empty(await tray.Services.GetRequiredService<IndexCheck>().RunAsync(default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_third_source_goes_where_the_second_went_and_nobody_is_asked(bool atOnce)
    {
        await using var tray = await TrayApp.StartAsync("none");
        var (one, other, third) = (Of("a", "lahella"), Of("b", "ptv"), Of("c", "linkedevents"));
        third.Description = LocalizedText.Of("Vielä pidempi kuvaus, ja silti jää se, joka jo on.");
        await tray.PutAsync(atOnce ? [one, other, third] : [one, other], Hall);
        await LookAsync(tray);
        if (!atOnce)
        {
            await tray.PutAsync([third]);
            await LookAsync(tray);
        }

        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var pairs = await context.Set<LikePair>().ToListAsync();
        var stays = Assert.Single((await tray.GetAsync("/api/v1/offerings")).Ids);
        Assert.Equal((2, 0), (pairs.Count(pair => pair.State == PairState.Joined && $"{pair.KeptId}" == stays), pairs.Count(pair => pair.State == PairState.Asking)));
    }

    [Fact]
    public async Task Is_found_behind_many_of_its_own_source_that_are_called_the_same()
    {
        await using var tray = await TrayApp.StartAsync("none");
        var crowd = Enumerable.Range(0, 40).Select(number =>
        {
            var elsewhere = Of($"{number}", "lahella");
            elsewhere.Recurrence = OwnOfferings.Weekly(new DateTime(2026, 9, 1, 6, 0, 0).AddMinutes(number * 10));
            return elsewhere;
        });
        var (one, other) = (Of("a", "lahella"), Of("b", "ptv"));
        other.Name = LocalizedText.Of("Senioritanssit torstaisin kerhossa");
        await tray.PutAsync([.. crowd, one, other], Hall);
        await LookAsync(tray);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        Assert.Contains(await context.Set<LikePair>().ToListAsync(), pair => new[] { pair.FirstId, pair.SecondId }.ToHashSet().SetEquals([one.Id, other.Id]));
    }

    [Fact]
    public async Task Less_surely_is_asked_of_an_administrator_whose_word_stays()
    {
        await using var tray = await TrayApp.StartAsync("none");
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        var (one, other) = (Of("a", "lahella"), Of("b", "ptv"));
        other.Recurrence = OwnOfferings.Weekly(new DateTime(2026, 9, 2, 17, 0, 0));
        await tray.PutAsync([one, other], Hall);
        await LookAsync(tray);

        Assert.Equal(2, (await tray.GetAsync("/api/v1/offerings")).Total);
        var pair = Assert.Single((await administrator.AskAsync("{ duplicates { id score state parts { side value most } offerings { id source } } }")).GetProperty("data").GetProperty("duplicates").EnumerateArray());
        Assert.Equal(0.85, pair.GetProperty("score").GetDouble(), 9);
        Assert.Equal(0.85, pair.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("value").GetDouble()), 9);
        var page = WebUtility.HtmlDecode(await administrator.Client.GetStringAsync("/oma/samat?lang=sv"));
        Assert.Contains("Likhet 85 procent: namn 100, plats 100, arrangör 100, tid 0", page, StringComparison.Ordinal);
        Assert.Contains("/oma/samat", await administrator.Client.GetStringAsync("/oma"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await tray.GetAsync("/api/v1/duplicates")).Status);

        using (var answer = await administrator.SendAsync("/oma/samat", "/oma/samat", ("keep", $"{one.Id}")))
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        await tray.PutAsync([]);
        Assert.Equal([$"{one.Id}"], (await tray.GetAsync("/api/v1/offerings")).Ids);
        var id = pair.GetProperty("id").GetGuid();
        using (var apart = await administrator.Client.PostAsJsonAsync($"/api/v1/duplicates/{id}", new { }))
        {
            Assert.Equal("APART", (await apart.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
        }

        await LookAsync(tray);
        Assert.Equal(2, (await tray.GetAsync("/api/v1/offerings")).Total);
        Assert.Equal(0, JsonDocument.Parse(await administrator.Client.GetStringAsync("/api/v1/duplicates")).RootElement.GetArrayLength());
        using var wrong = await administrator.Client.PostAsJsonAsync($"/api/v1/duplicates/{id}", new { keep = Guid.NewGuid() });
        using var unknown = await administrator.Client.PostAsJsonAsync($"/api/v1/duplicates/{Guid.NewGuid()}", new { keep = one.Id });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound), (wrong.StatusCode, unknown.StatusCode));
    }

    [Fact]
    public async Task Is_asked_when_a_source_has_two_alike()
    {
        await using var tray = await TrayApp.StartAsync("none");
        await tray.PutAsync([Of("a", "lahella"), Of("b", "ptv"), Of("c", "ptv")], Hall);
        await LookAsync(tray);
        Assert.Equal(3, (await tray.GetAsync("/api/v1/offerings")).Total);
        Assert.Equal(2, (await tray.Services.GetRequiredService<DuplicateDesk>().ListAsync(PairState.Asking, 10, default)).Count);
    }

    [Fact]
    public async Task Stays_joined_over_imports_and_stands_for_itself_while_the_other_is_gone()
    {
        await using var tray = await TrayApp.StartAsync("none");
        var importer = tray.Services.GetRequiredService<Importer>();
        await importer.RunAsync(new ListedSource([7]), dryRun: false, default);
        var own = Of("own", Source.Own);
        own.Name = LocalizedText.Of("Toiminta 7");
        await tray.PutAsync([own], Hall);
        var pair = new LikePair { Id = Guid.CreateVersion7(), FirstId = ListedSource.IdOf(7), SecondId = own.Id, KeptId = own.Id, Score = 0.8, Parts = [], FoundAt = TrayApp.Now };
        await ChangeAsync(tray, context => context.Add(pair));
        Assert.NotNull(await tray.Services.GetRequiredService<DuplicateDesk>().AnswerAsync(pair.Id, own.Id, default));

        await importer.RunAsync(new ListedSource([7], title: "Uusi nimi"), dryRun: false, default);
        await IsAsync(HttpStatusCode.MovedPermanently, own.Id);
        await ChangeAsync(tray, context => context.Remove(own));
        await IsAsync(HttpStatusCode.OK, ListedSource.IdOf(7));
        await ChangeAsync(tray, context => context.Add(Own()));
        await IsAsync(HttpStatusCode.MovedPermanently, own.Id);

        // Its source takes it back: the address still leads to the one that stays.
        await importer.RunAsync(new ListedSource([8]), dryRun: false, default);
        await tray.PutAsync([]);
        Assert.Equal(HttpStatusCode.MovedPermanently, (await tray.GetAsync($"/api/v1/offerings/{ListedSource.IdOf(7)}")).Status);
        await ChangeAsync(tray, context => context.Remove(Own()));
        Assert.Equal(HttpStatusCode.Gone, (await tray.GetAsync($"/api/v1/offerings/{ListedSource.IdOf(7)}")).Status);

        Activity Own()
        {
            var again = Of("own", Source.Own);
            again.Name = own.Name;
            return again;
        }

        async Task IsAsync(HttpStatusCode status, Guid found)
        {
            await tray.PutAsync([]);
            Assert.Equal(status, (await tray.GetAsync($"/api/v1/offerings/{ListedSource.IdOf(7)}")).Status);
            Assert.Equal([$"{found}"], (await tray.GetAsync("/api/v1/offerings")).Ids);
        }
    }

    [Fact]
    public async Task Leads_in_no_ring_whatever_is_said_in_whatever_order()
    {
        await using var tray = await TrayApp.StartAsync("none");
        List<Activity> all = [.. Enumerable.Range(0, 5).Select(i => Of($"{i}", $"source {i}"))];

        // Of names so unlike that nothing but this test makes pairs of them.
        all.Zip(["Aamupuuro", "Metsäretki", "Kirjapiiri", "Shakkikerho", "Laulukuoro"]).ToList().ForEach(each => each.First.Name = LocalizedText.Of(each.Second));
        await tray.PutAsync([.. all], Hall);
        List<LikePair> pairs =
        [
            .. from one in all
               from other in all
               where one.Id.CompareTo(other.Id) < 0
               select new LikePair { Id = Guid.CreateVersion7(), FirstId = one.Id, SecondId = other.Id, KeptId = one.Id, Score = 0.8, Parts = [], FoundAt = TrayApp.Now },
        ];
        await ChangeAsync(tray, context => context.AddRange(pairs));
        var (desk, joins, random) = (tray.Services.GetRequiredService<DuplicateDesk>(), tray.Services.GetRequiredService<Joins>(), new Random(5));
        var into = new Dictionary<Guid, Guid>();
        for (var said = 0; said < 80; said++)
        {
            var pair = pairs[random.Next(pairs.Count)];
            Guid? keep = random.Next(3) switch { 0 => null, 1 => pair.FirstId, _ => pair.SecondId };
            try
            {
                await desk.AnswerAsync(pair.Id, keep, default);
                foreach (var id in new[] { pair.FirstId, pair.SecondId }.Where(id => into.TryGetValue(id, out var kept) && pair.Holds(kept)))
                {
                    into.Remove(id);
                }

                if (keep is { } kept)
                {
                    into[kept == pair.FirstId ? pair.SecondId : pair.FirstId] = kept;
                }
            }
            catch (PairOvertakenException)
            {
            }

            await joins.ReadAsync(default);
            Assert.All(all, each => Assert.Equal(Root(each.Id), joins.RootOf(each.Id)));
        }

        Guid Root(Guid id)
        {
            for (var steps = 0; into.TryGetValue(id, out var next); steps++)
            {
                Assert.True(steps < all.Count, "A ring.");
                id = next;
            }

            return id;
        }
    }

    private static Activity Of(string key, string source)
    {
        var offering = OwnOfferings.Activity(key, OwnOfferings.Weekly(new DateTime(2026, 9, 3, 17, 0, 0)));
        offering.Name = LocalizedText.Of("Senioritanssit torstaisin");
        offering.Source = new Source(source, key);
        offering.PlaceIds = [Hall.Id];
        return offering;
    }

    private static async Task LookAsync(TrayApp tray)
    {
        await tray.PutAsync([]);
        await tray.Services.GetRequiredService<DuplicateFinder>().LookAsync(default);
        await tray.PutAsync([]);
    }

    private static async Task ChangeAsync(TrayApp tray, Action<TrayContext> change)
    {
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            change(context);
            await context.SaveChangesAsync();
        }

        await tray.PutAsync([]);
    }
}
