using System.Text;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>What a resident asks stands in no log, on whatever edge and whether it is answered or refused.</summary>
public sealed class QuietLogs
{
    private const string Words = "yksinäisyysahdistaa";
    private const string Place = "Sonkajärvi";
    private const string Unknown = "Salakylänkuja";

    [Fact]
    public async Task Hold_no_words_and_no_place_of_a_search()
    {
        await using var tray = await TrayApp.StartAsync();
        foreach (var place in new[] { Place, Unknown })
        {
            await tray.GetAsync($"/api/v1/offerings?text={Words}&place={Uri.EscapeDataString(place)}");
            await tray.GetAsync($"/api/v1/offerings?text={Words}&place={Uri.EscapeDataString(place)}&first={Words}");
            await tray.GetAsync($"/api/v1/{Words}/{place}?{Words}={place}");
            await tray.PostAsync("/api/v1/offerings/search", $$$"""{"text":"{{{Words}}}","near":{"at":{"place":"{{{place}}}"} } }""");
            await tray.PostAsync("/api/v1/offerings/search", $$$"""{"text":"{{{Words}}}","{{{place}}}":"{{{Words}}}" """);
            await tray.AskAsync("query($f: OfferingFilter) { search(filter: $f) { totalCount } }", new { f = new { text = Words, near = new { at = new { place } } } });
            await tray.AskAsync($"{{ search(filter: {{text: \"{Words}\", themes: [{Words}]}}) {{ totalCount }} }}");
            await tray.AskAsync("query($t: String!) { places(text: $t) { precision } }", new { t = place });
            using var searched = await tray.Client.PostAsync("/haku", new FormUrlEncodedContent([new("text", Words), new("place", place)]));
            using var linked = await tray.Client.GetAsync($"/haku?text={Words}&place={Uri.EscapeDataString(place)}");
            using var lost = await tray.Client.GetAsync($"/{Words}/{place}");
        }

        Assert.NotEmpty(tray.Log.Lines);
        foreach (var word in new[] { Words, Place, Unknown })
        {
            foreach (var form in new[] { word, Uri.EscapeDataString(word), Convert.ToBase64String(Encoding.UTF8.GetBytes(word)) })
            {
                Assert.DoesNotContain(tray.Log.Lines, line => line.Contains(form, StringComparison.OrdinalIgnoreCase));
            }
        }
    }
}
