using Xunit;

namespace ServiceTray.BrowserTests;

public sealed class EveryPage(Chromium chromium, Tray tray) : IClassFixture<Chromium>, IClassFixture<Tray>
{
    public static TheoryData<string, string> All => Pages.InEveryLanguage();

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task Is_open_to_everyone(string path, string language)
    {
        var visit = await Visit.ToAsync(chromium.Browser, new($"{tray.Address}{path.TrimStart('/')}{(path.Contains('?') ? '&' : '?')}lang={language}"), language);
        Assert.Empty(visit.Faults);
    }
}
