using ServiceTray.Languages;

namespace ServiceTray.Export;

/// <summary>What stands above a feed: its name and address, the tray's address, the language and the moment.</summary>
internal sealed record FeedSheet(string Title, string Self, string Home, Language Language, DateTimeOffset Now)
{
    /// <summary>As the request addressed it.</summary>
    public static FeedSheet Of(HttpRequest asked, string title, Language language, DateTimeOffset now)
    {
        var home = $"{asked.Scheme}://{asked.Host}{asked.PathBase}";
        return new(title, $"{home}{asked.Path}{asked.QueryString}", home, language, now);
    }

    /// <summary>The page of an offering, which lasts.</summary>
    public string PageOf(Guid offering) => $"{Home}/tarjonta/{offering}?lang={Language.Tag()}";
}
