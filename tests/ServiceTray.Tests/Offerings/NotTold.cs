using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>What would fit but does not tell is counted beside, never among what was found; the database is the judge.</summary>
[Collection(FullTray.Name)]
public sealed class NotTold(FullTray full)
{
    [Fact]
    public async Task Price_not_told_is_neither_free_nor_paid()
    {
        var stored = await StoredAsync();
        var free = await full.App.GetAsync("/api/v1/offerings?free=true&first=100");
        var paid = await full.App.GetAsync("/api/v1/offerings?free=false&first=100");
        var untold = stored.Count(offering => offering.Price.Free is null);
        Assert.True(untold > 0);
        Assert.Equal(stored.Count(offering => offering.Price.Free == true), free.Total);
        Assert.Equal(stored.Count(offering => offering.Price.Free == false), paid.Total);
        Assert.Equal(untold, free.Body.GetProperty("notToldCount").GetInt32());
        Assert.Equal(untold, paid.Body.GetProperty("notToldCount").GetInt32());
    }

    [Theory]
    [InlineData(AccessibilityAspect.Wheelchair, null)]
    [InlineData(AccessibilityAspect.Wheelchair, AccessibilityAspect.AccessibleToilet)]
    [InlineData(AccessibilityAspect.StepFree, AccessibilityAspect.Wheelchair)]
    internal async Task Accessibility_not_told_is_counted_once(AccessibilityAspect one, AccessibilityAspect? other)
    {
        AccessibilityAspect[] asked = other is { } second ? [one, second] : [one];
        var stored = await StoredAsync();
        var sure = stored.Count(offering => offering.Price.Free == true && asked.All(aspect => Told(offering, aspect) == true));
        var possible = stored.Count(offering => offering.Price.Free != false && asked.All(aspect => Told(offering, aspect) != false));
        var query = string.Concat(asked.Select(aspect => $"&accessibility={Word(aspect)}"));
        var answer = await full.App.GetAsync($"/api/v1/offerings?free=true{query}&first=100");
        Assert.Equal(sure, answer.Total);
        Assert.Equal(possible - sure, answer.Body.GetProperty("notToldCount").GetInt32());
        Assert.True(possible > sure);
    }

    [Fact]
    public async Task Those_named_are_not_among_what_was_found()
    {
        var answer = await full.App.GetAsync("/api/v1/offerings?free=true&accessibility=WHEELCHAIR&first=100");
        var named = answer.Body.GetProperty("notTold").EnumerateArray().Select(item => item.GetProperty("id").GetString()!).ToList();
        Assert.Equal(5, named.Count);
        Assert.Empty(named.Intersect(answer.Ids));
    }

    [Fact]
    public async Task Nothing_asked_that_can_be_untold_names_nothing() =>
        Assert.Equal(0, (await full.App.GetAsync("/api/v1/offerings?theme=MIND&first=0")).Body.GetProperty("notToldCount").GetInt32());

    private static bool? Told(Offering offering, AccessibilityAspect aspect) =>
        offering.Accessibility.FirstOrDefault(fact => fact.Aspect == aspect)?.State switch
        {
            AccessibilityState.Yes => true,
            AccessibilityState.Partly or AccessibilityState.No => false,
            _ => null,
        };

    private static string Word(AccessibilityAspect aspect) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{aspect}");

    private async Task<List<Offering>> StoredAsync()
    {
        await using var context = await full.App.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Offerings.AsNoTracking().ToListAsync();
    }
}
