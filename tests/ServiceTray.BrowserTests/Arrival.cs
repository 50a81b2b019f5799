using Microsoft.Playwright;

namespace ServiceTray.BrowserTests;

/// <summary>Waiting for a page by what stands on it: its load event can be over before anybody waits for it.</summary>
internal static class Arrival
{
    /// <summary>Until the page at this address stands there down to its foot.</summary>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        await page.WaitForURLAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("footer.foot").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
