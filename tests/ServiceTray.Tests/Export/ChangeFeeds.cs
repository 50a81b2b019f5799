using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Export;

/// <summary>A copy that follows the change feed holds what the tray holds.</summary>
public sealed class ChangeFeeds(SmallTray small) : IClassFixture<SmallTray>
{
    [Fact]
    public async Task Keep_a_copy_true_over_changes_removals_and_joins()
    {
        await using var tray = await TrayApp.StartAsync("none");
        List<Activity> all = [.. Enumerable.Range(0, 10).Select(i => OwnOfferings.Activity($"{i}"))];
        await tray.PutAsync([.. all]);
        var copy = new Dictionary<Guid, string>();
        var next = await FollowAsync(tray, copy, null);
        Assert.Equal(await HeldAsync(tray), copy.OrderBy(held => held.Key));
        Assert.Equal(10, copy.Count);

        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            var (renamed, removed) = (await context.Offerings.FirstAsync(row => row.Id == all[1].Id), await context.Offerings.FirstAsync(row => row.Id == all[2].Id));
            renamed.Name = LocalizedText.Of("Uusi nimi");
            context.Remove(removed);
            var pair = new LikePair { Id = Guid.CreateVersion7(), FirstId = all[3].Id, SecondId = all[4].Id, KeptId = all[4].Id, Score = 1, Parts = [], FoundAt = TrayApp.Now };
            context.Add(pair);
            context.Changes.AddRange(pair.Join(all[4].Id, byRule: false, TrayApp.Now));
            await context.SaveChangesAsync();
        }

        await tray.PutAsync([OwnOfferings.Activity("new")]);
        var replaced = new Dictionary<Guid, Guid>();
        next = await FollowAsync(tray, copy, next, replaced);
        Assert.Equal(await HeldAsync(tray), copy.OrderBy(held => held.Key));
        Assert.Equal(all[4].Id, replaced[all[3].Id]);
        Assert.Contains("Uusi nimi", copy.Values);

        // Nothing has changed since: nothing comes, and the cursor stays.
        var last = await tray.GetAsync($"/api/v1/changes?after={next}");
        Assert.Equal((0, next), (last.Body.GetProperty("items").GetArrayLength(), last.Body.GetProperty("next").GetString()));
        Assert.True(last.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task As_lines_go_on_wherever_they_were_cut()
    {
        var tray = small.App;
        var lines = await LinesAsync(tray, null);
        Assert.Equal(lines.Count, lines.Select(line => line.GetProperty("id").GetString()).Distinct().Count());
        foreach (var cut in new[] { 0, lines.Count / 2, lines.Count - 1 })
        {
            var rest = await LinesAsync(tray, lines[cut].GetProperty("cursor").GetString());
            Assert.Equal(lines.Skip(cut + 1).Select(line => line.GetRawText()), rest.Select(line => line.GetRawText()));
        }

        Assert.Equal((await tray.GetAsync("/api/v1/offerings")).Total, lines.Count(line => line.GetProperty("kind").GetString() == "OFFERING" && line.GetProperty("state").GetString() == "PRESENT"));
    }

    [Fact]
    public async Task Refuse_a_cursor_that_is_none_and_one_of_another_database()
    {
        var tray = small.App;
        var own = (await tray.GetAsync("/api/v1/changes?first=1")).Body.GetProperty("next").GetString()!;
        Assert.Equal((HttpStatusCode.BadRequest, "CURSOR_INVALID"), Told(await tray.GetAsync("/api/v1/changes?after=x")));
        Assert.Equal((HttpStatusCode.BadRequest, "CURSOR_INVALID"), Told(await tray.GetAsync($"/api/v1/changes.ndjson?after={own}x")));
        Assert.Equal((HttpStatusCode.BadRequest, "CURSOR_EXPIRED"), Told(await tray.GetAsync($"/api/v1/changes?after=00000000{own[8..]}")));
        Assert.Equal((HttpStatusCode.BadRequest, "CURSOR_EXPIRED"), Told(await tray.GetAsync($"/api/v1/changes?after={own[..8]}-999999")));
        var tooMany = await tray.GetAsync("/api/v1/changes?first=1001");
        Assert.Equal((HttpStatusCode.BadRequest, "first"), (tooMany.Status, tooMany.Argument));

        static (HttpStatusCode, string?) Told(RestAnswer answer) => (answer.Status, answer.Code);
    }

    private static async Task<string> FollowAsync(TrayApp tray, Dictionary<Guid, string> copy, string? after, Dictionary<Guid, Guid>? replaced = null)
    {
        while (true)
        {
            var page = (await tray.GetAsync($"/api/v1/changes?first=3&records=true{(after is null ? "" : $"&after={after}")}")).Body;
            foreach (var item in page.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("kind").GetString() == "OFFERING"))
            {
                var id = item.GetProperty("id").GetGuid();
                if (item.GetProperty("state").GetString() == "PRESENT")
                {
                    copy[id] = item.GetProperty("offering").GetProperty("name").GetProperty("value").GetString()!;
                    continue;
                }

                copy.Remove(id);
                if (item.GetProperty("state").GetString() == "REPLACED")
                {
                    replaced![id] = item.GetProperty("replacedBy").GetGuid();
                }
            }

            after = page.GetProperty("next").GetString();
            if (!page.GetProperty("hasMore").GetBoolean())
            {
                return after!;
            }
        }
    }

    private static async Task<IEnumerable<KeyValuePair<Guid, string>>> HeldAsync(TrayApp tray) =>
        (await tray.GetAsync("/api/v1/offerings?first=100")).Body.GetProperty("items").EnumerateArray()
            .Select(item => KeyValuePair.Create(item.GetProperty("id").GetGuid(), item.GetProperty("name").GetProperty("value").GetString()!)).OrderBy(held => held.Key);

    private static async Task<List<JsonElement>> LinesAsync(TrayApp tray, string? after) =>
        [.. (await tray.GetAsync($"/api/v1/changes.ndjson{(after is null ? "" : $"?after={after}")}")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
}
