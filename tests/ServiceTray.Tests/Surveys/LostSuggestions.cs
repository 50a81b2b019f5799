using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>What an answered survey still gives when the offerings cannot be read.</summary>
public sealed class LostSuggestions
{
    private const string Secret = "merkkisana-kvitteri";

    [Fact]
    public async Task Leave_the_help_and_say_so_in_plain_words()
    {
        var shut = new ShutDatabase();
        await using var tray = await TrayApp.StartAsync(change: builder =>
            builder.Services.Replace(ServiceDescriptor.Singleton(services =>
            {
                var contexts = shut.Over(services.GetRequiredService<IDbContextFactory<TrayContext>>());
                return new OfferingReader(new(contexts), new(contexts), new(contexts), services.GetRequiredService<Joins>(), contexts);
            })));
        shut.IsShut = true;
        foreach (var (language, words) in new[] { ("fi", "emme saaneet ehdotuksia"), ("sv", "kunde inte hämta förslag"), ("en", "could not get suggestions") })
        {
            using var form = new FormUrlEncodedContent([new("q-mind", "1"), new("q-movement", "2"), new("place", "Kuopio")]);
            using var response = await tray.Client.PostAsync($"/kartoitus/tulos?lang={language}", form);
            var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("no-store", $"{response.Headers.CacheControl}");
            Assert.Equal("safety", page.QuerySelector("main")!.FirstElementChild!.QuerySelector("h2")?.Id);
            Assert.True(page.QuerySelectorAll(".neutral-help .numbers li").Length >= 2);
            Assert.Contains(words, page.QuerySelector("section[aria-labelledby='suggestions'] [role=status]")!.TextContent);
            Assert.Empty(page.QuerySelectorAll(".suggestions li"));
        }

        var asked = await tray.AskAsync(
            "mutation($id: ID!) { answerSurvey(input: { survey: $id, answers: [{ question: \"mind\", value: { number: 1 } }] }) { safety { phone } result { suggestions { distanceKm } } } }",
            new { id = OwnSurvey.Survey.Id });
        Assert.True(asked.GetProperty("data").GetProperty("answerSurvey").GetProperty("safety").GetArrayLength() >= 2);

        Assert.Contains(tray.Log.Lines, line => line.StartsWith("Error ServiceTray.Surveys.", StringComparison.Ordinal) && line.Contains(nameof(InvalidDataException), StringComparison.Ordinal));
        Assert.DoesNotContain(tray.Log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    /// <summary>The database until it is shut; then every reading fails with words that no log may hold.</summary>
    private sealed class ShutDatabase : IDbContextFactory<TrayContext>
    {
        private IDbContextFactory<TrayContext>? open;

        public bool IsShut { get; set; }

        public ShutDatabase Over(IDbContextFactory<TrayContext> contexts)
        {
            open = contexts;
            return this;
        }

        public TrayContext CreateDbContext() => IsShut ? throw new InvalidDataException(Secret) : open!.CreateDbContext();
    }
}
