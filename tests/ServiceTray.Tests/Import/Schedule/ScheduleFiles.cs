using ServiceTray.Commands;
using ServiceTray.Tests.Support;
using ServiceTray.Web;
using Xunit;

namespace ServiceTray.Tests.Import.Schedule;

/// <summary>The file of sources, a line each, as an operator writes it.</summary>
public sealed class ScheduleFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tray-sources-");

    private TraySettings Settings => new() { DataFolder = folder.FullName };

    [Fact]
    public async Task Each_line_says_how_often_and_what_one_would_say_to_import()
    {
        await using var tray = await TrayApp.StartAsync("none");
        await WriteAsync("""
            # The registers of Kuopio
            1d   ptv https://api.example.fi/api/v11/ --area Municipality/297 --key-from OUR_KEY

            30m  ical https://seura.example.fi/kalenteri.ics --name seura --organisation "Kuopion seura ry" --theme MOVEMENT
            6h   linkedevents https://events.example.fi/v1/ --name kuopio --yes
            """);

        var sources = ScheduleFile.Read(Settings).Sources;

        Assert.Equal([TimeSpan.FromDays(1), TimeSpan.FromMinutes(30), TimeSpan.FromHours(6)], sources.Select(source => source.Every));
        var made = sources.Select(source => source.Make(tray.Services)).ToList();
        Assert.Equal(["ptv", "seura", "kuopio"], made.Select(source => source.Name));
        Assert.Equal("https://api.example.fi/api/v11/ Municipality/297", made[0].Origin);
        Assert.Equal([false, true, true], made.Select(source => source.IsWhole));
        Assert.Equal([false, false, true], sources.Select(source => source.Choices.MayRemove));
    }

    [Theory]
    [InlineData("6h/7d", 6 * 60, 7 * 24 * 60)]
    [InlineData("6h/30d", 6 * 60, 30 * 24 * 60)]
    [InlineData("30m/12h", 30, 12 * 60)]
    [InlineData("1d/24h", 24 * 60, 24 * 60)]
    [InlineData("5m/366d", 5, 366 * 24 * 60)]
    [InlineData("6h", 6 * 60, 7 * 24 * 60)]
    public async Task How_often_and_how_often_whole_are_read_as_written(string rhythm, int every, int whole)
    {
        await WriteAsync($"{rhythm} linkedevents https://events.example.fi/v1/\n");

        var source = Assert.Single(ScheduleFile.Read(Settings).Sources);

        Assert.Equal((TimeSpan.FromMinutes(every), TimeSpan.FromMinutes(whole)), (source.Every, source.WholeEvery));
    }

    [Fact]
    public void Without_a_file_nothing_is_read_by_itself_and_one_that_is_named_must_be_there()
    {
        Assert.Empty(ScheduleFile.Read(Settings).Sources);
        Assert.Throws<CannotStartException>(() => ScheduleFile.Read(Settings with { Sources = "/nowhere/sources.txt" }));
    }

    [Theory]
    [InlineData("ptv https://api.example.fi/", "begins with how often")]
    [InlineData("1m ptv https://api.example.fi/", "from 5m")]
    [InlineData("999999d ptv https://api.example.fi/", "to 366d")]
    [InlineData("-5h ptv https://api.example.fi/", "begins with how often")]
    [InlineData("6h", "names no source")]
    [InlineData("7d/6h linkedevents https://events.example.fi/", "how often all is read")]
    [InlineData("6h/ linkedevents https://events.example.fi/", "how often all is read")]
    [InlineData("/7d linkedevents https://events.example.fi/", "how often all is read")]
    [InlineData("6h/7d/30d linkedevents https://events.example.fi/", "how often all is read")]
    [InlineData("6h/7w linkedevents https://events.example.fi/", "how often all is read")]
    [InlineData("6h/400d linkedevents https://events.example.fi/", "how often all is read")]
    [InlineData("6h/7.5d linkedevents https://events.example.fi/", "how often all is read")]
    [InlineData("6h/-7d linkedevents https://events.example.fi/", "how often all is read")]
    [InlineData("6 h linkedevents https://events.example.fi/", "how often all is read")]
    [InlineData("2m/7d linkedevents https://events.example.fi/", "how often all is read")]
    [InlineData("6h survey texts.json", "names no source")]
    [InlineData("6h ptv", "from")]
    [InlineData("6h ptv https://api.example.fi/ --wole", "--wole")]
    [InlineData("6h ical https://seura.example.fi/k.ics", "--organisation")]
    [InlineData("6h ptv https://api.example.fi/ --dry-run", "no dry run")]
    public async Task A_line_that_cannot_be_done_is_told_with_its_number_at_start(string line, string words)
    {
        await WriteAsync($"# first\n{line}\n");

        var refused = Assert.Throws<CannotStartException>(() => ScheduleFile.Read(Settings));

        Assert.Contains("sources.txt, line 2: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task WriteAsync(string text) => File.WriteAllTextAsync(Path.Combine(folder.FullName, "sources.txt"), text);
}
