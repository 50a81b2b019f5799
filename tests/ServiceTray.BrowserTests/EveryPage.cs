using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>Every page: no axe violation, no sideways scrolling at 320 px, no error told to the console, no other host asked.</summary>
public sealed class EveryPage(Chromium chromium, Tray tray) : IClassFixture<Chromium>, IClassFixture<Tray>
{
    public static TheoryData<string, int, string> All => Pages.ByTurns();

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task Is_open_to_everyone(string path, int status, string language) =>
        ShowsNoFault(await Visit.ToAsync(chromium.Browser, tray.Page(path, language), language, status));

    [SkippableTheory]
    [InlineData("fi")]
    public async Task Is_open_to_everyone_after_the_survey_was_answered(string language) =>
        ShowsNoFault(await Visit.ToAsync(chromium.Browser, tray.Page("/kartoitus", language), language, act: async page =>
        {
            // The first answer of each question: the worst there is, so that the result has much to say.
            foreach (var question in await page.Locator("form.survey fieldset").AllAsync())
            {
                await question.Locator("input[type=radio], input[type=checkbox]").First.CheckAsync();
            }

            await page.FillAsync("#place", "Kuopio");
            await page.PressAsync("#place", "Enter");
            await page.ArriveAsync("**/kartoitus/tulos*");
        }));

    // Every fault in full, which a collection's own message cuts short.
    private static void ShowsNoFault(Visit visit) => Assert.True(visit.Faults.Count == 0, string.Join('\n', visit.Faults));
}
