using Microsoft.Extensions.Primitives;
using ServiceTray.Offerings;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Offerings;

public sealed class SearchForms
{
    [Fact]
    public void Come_back_whole_from_their_own_fields()
    {
        var form = Read("text=uinti", "place=Kuopio", "radiusKm=2.5", "order=SOONEST", "theme=MIND", "theme=NATURE", "free=true", "municipality=297", "language=fi-simple")!;
        var back = SearchFormReader.Read(form.ToFields().GroupBy(field => field.Key).Select(group => Field(group.Key, [.. group.Select(field => field.Value)])))!;
        Assert.Equal([.. form.Choices], [.. back.Choices]);
        Assert.Equal((form.Text, form.Place, form.RadiusKm, form.Order), (back.Text, back.Place, back.RadiusKm, back.Order));
        Assert.Equal(5, form.Choices.Length);
    }

    [Fact]
    public void Ask_the_tray_for_what_was_chosen()
    {
        var filter = SearchFilters.Of(Read("text=uinti", "place=Kuopio", "radiusKm=5", "theme=NUTRITION_AND_SLEEP", "lowThreshold=true", "mode=HOME_VISIT")!, new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(("uinti", "Kuopio", 5.0), (filter.Text, filter.Near!.At.Place, filter.Near.RadiusKm));
        Assert.Equal([ThemeCode.NutritionAndSleep], filter.Themes!);
        Assert.Equal([AttendanceMode.HomeVisit], filter.Modes!);
        Assert.Equal((true, null), (filter.LowThreshold, filter.Free));
    }

    [Fact]
    public void Take_a_pressed_filter_in_and_pressed_again_out()
    {
        var once = Read("theme=MIND", "toggle=free:true", "after=x")!;
        Assert.Equal<SearchChoice>([new("theme", "MIND"), new("free", "true")], [.. once.Choices]);
        Assert.Null(once.After);
        Assert.Equal<SearchChoice>([new("theme", "MIND")], [.. Read("theme=MIND", "free=true", "toggle=free:true")!.Choices]);
    }

    [Fact]
    public void Take_a_picked_spelling_for_the_place() => Assert.Equal("Kuopio", Read("place=Kuoipo", "pick=Kuopio")!.Place);

    [Fact]
    public void Let_go_of_filters_and_keep_the_words()
    {
        var form = Read("text=uinti", "place=Kuopio", "theme=MIND", "clear=1")!;
        Assert.Equal(("uinti", "Kuopio", 0), (form.Text, form.Place, form.Choices.Length));
    }

    [Theory]
    [InlineData("theme=SORROW")]
    [InlineData("theme=0")]
    [InlineData("order=RANDOM")]
    [InlineData("sort=RANDOM")]
    [InlineData("radiusKm=far")]
    [InlineData("radiusKm=NaN")]
    [InlineData("municipality=Kuopio")]
    [InlineData("free=maybe")]
    [InlineData("toggle=theme")]
    [InlineData("toggle=password:x")]
    public void Are_none_when_a_field_cannot_be_read(string field) => Assert.Null(Read(field));

    private static SearchForm? Read(params string[] fields) => SearchFormReader.Read(fields
        .Select(field => field.Split('=', 2)).GroupBy(pair => pair[0]).Select(group => Field(group.Key, [.. group.Select(pair => pair[1])])));

    private static KeyValuePair<string, StringValues> Field(string name, string[] values) => new(name, values);
}
