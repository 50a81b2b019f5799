using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Surveys;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>Answers of one who asked for nothing to be kept touch no disk: neither database, index, log nor a temporary file.</summary>
public sealed class AnonymousAnswers
{
    [Fact]
    public async Task Leave_no_trace_on_any_disk()
    {
        var marker = $"merkki{Guid.CreateVersion7():N}";
        await using var tray = await TrayApp.StartAsync();
        var result = await PageVisit.PostAsync(
            tray, "/kartoitus/tulos", ("q-mind", "1"), ("q-words", $"{marker} en jaksa elää"), ("q-age", "40"), ("place", "Kuopio"), ("q-price", marker));
        Assert.Equal(422, result.Status);
        Assert.Equal(200, (await PageVisit.PostAsync(tray, "/kartoitus/tulos", ("q-mind", "1"), ("q-words", $"{marker} en jaksa elää"), ("place", "Kuopio"))).Status);
        Assert.Equal(422, (await PageVisit.PostAsync(tray, "/kartoitus/tulos", ("q-words", marker), ("place", marker))).Status);
        await tray.AskAsync(
            "mutation($text: String!) { answerSurvey(input: { survey: \"34dba39a-04e1-596b-9c0b-b7e6d8b73ce6\", answers: [{ question: \"words\", value: { text: $text } }] }) { safety { phone } } }",
            new { text = marker });

        Assert.Empty(DiskSearch.FilesWith(tray.Settings.DataFolder, marker));
        Assert.DoesNotContain(NewTemporaryFiles(tray), file => DiskSearch.FilesWith(Path.GetDirectoryName(file)!, marker).Any());
        Assert.DoesNotContain(tray.Log.Lines, line => line.Contains(marker, StringComparison.Ordinal));
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        Assert.False(await context.Set<KeptResult>().AnyAsync());
    }

    private static IEnumerable<string> NewTemporaryFiles(TrayApp tray) => Directory.EnumerateFiles(Path.GetTempPath(), "ASPNETCORE_*")
        .Where(file => !file.StartsWith(tray.Settings.DataFolder, StringComparison.Ordinal));
}
