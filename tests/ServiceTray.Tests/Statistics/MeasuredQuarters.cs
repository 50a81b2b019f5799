using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Feedback;
using ServiceTray.Languages;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Statistics;

/// <summary>How useful residents found what is on offer and whether they recommend it: told of five or more of a quarter that is over, and of no fewer.</summary>
public sealed class MeasuredQuarters : IAsyncLifetime
{
    private static readonly DateTimeOffset Inside = new(2026, 8, 10, 8, 0, 0, TimeSpan.Zero);

    private readonly HandClock clock = new() { Now = Inside };

    private TrayApp tray = null!;

    public async Task InitializeAsync() => tray = await TrayApp.StartAsync(change: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));

    public async Task DisposeAsync() => await tray.DisposeAsync();

    [Theory]
    [InlineData("5 4 3 4", null)]
    [InlineData("5 4 3 4 2", 3.6)]
    [InlineData("5 5 5 5 5 1", 4.3)]
    public async Task Usefulness_is_the_mean_of_five_or_more(string told, double? mean)
    {
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            context.AddRange(told.Split(' ').Select(number => Note("PS", Inside, int.Parse(number, CultureInfo.InvariantCulture))));

            // Another county's, another quarter's, and words without a number count for nothing.
            context.AddRange(Enumerable.Range(0, 5).Select(_ => Note("VS", Inside, 1)));
            context.AddRange(Enumerable.Range(0, 5).Select(_ => Note("PS", Inside.AddMonths(-3), 1)));
            context.AddRange(Enumerable.Range(0, 5).Select(_ => Note("PS", Inside.AddMonths(3), 1)));
            context.AddRange(Enumerable.Range(0, 5).Select(_ => Note("PS", Inside, null)));
            await context.SaveChangesAsync();
        }

        Assert.Equal(mean, Number(await MeasuresAsync(), "usefulness"));
    }

    [Fact]
    public async Task What_was_told_once_stays_so_that_no_difference_tells_who_came_late()
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        context.AddRange(Enumerable.Range(0, 5).Select(_ => Note("PS", Inside, 4)));
        await context.SaveChangesAsync();
        Assert.Equal(4, Number(await MeasuresAsync(), "usefulness"));
        context.Add(Note("PS", Inside, 1));
        await context.SaveChangesAsync();
        Assert.Equal(4, Number(await MeasuresAsync(), "usefulness"));
    }

    [Theory]
    [InlineData("9 9 9 9", null)]
    [InlineData("9 9 9 9 9 0", null)]
    [InlineData("9 9 9 9 9 9 7 7 7 7 7 3 3 3 3 3", 6.2)]
    [InlineData("10 9 8 7 6", 20.0)]
    public async Task Recommendation_is_the_share_of_those_who_do_less_of_those_who_do_not(string told, double? share)
    {
        foreach (var number in told.Split(' '))
        {
            using var form = new FormUrlEncodedContent([new("survey", "recommendation"), new("q-recommendation", number), new("place", "Kuopio")]);
            using var thanked = await tray.Client.PostAsync("/kartoitus/tulos", form);
            Assert.Equal(200, (int)thanked.StatusCode);
        }

        // Five who do are told as a number, so with the share the one who does not would be known.
        var measured = Number(await MeasuresAsync(), "recommendation");
        Assert.Equal(share, measured is { } one ? Math.Round(one, 1) : null);
    }

    private static FeedbackNote Note(string county, DateTimeOffset at, int? useful) => new() { Id = Guid.CreateVersion7(at), At = at, Language = Language.Fi, County = county, Useful = useful, ClosedAt = at };

    private static double? Number(JsonElement measures, string name) => measures.GetProperty(name) is { ValueKind: JsonValueKind.Number } told ? told.GetDouble() : null;

    private async Task<JsonElement> MeasuresAsync()
    {
        clock.Now = TrayApp.Now;
        using var reader = await Person.SignedInAsync(tray, new Grant(Role.StatisticsReader, county: "PS"));
        return (await reader.AskAsync("""{ statistics(county: "PS", quarter: "2026-Q3") { measures { usefulness recommendation } } }""")).GetProperty("data").GetProperty("statistics").GetProperty("measures");
    }
}
