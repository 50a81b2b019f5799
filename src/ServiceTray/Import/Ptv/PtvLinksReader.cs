using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Import.Ptv;

/// <summary>The web pages of a service: its e-services and forms, its own pages.</summary>
internal static class PtvLinksReader
{
    /// <summary>The pages of connections with their channels, each once, titled by what is told or by the channel.</summary>
    public static IReadOnlyList<Link> Read(IReadOnlyList<(PtvConnection Connection, PtvChannel Channel)> joined) =>
        Once(joined.SelectMany(join =>
        {
            var name = PtvTexts.First(join.Channel.ServiceChannelNames.Of("Name"));
            IEnumerable<PtvPage> pages =
            [
                .. join.Connection.ContactDetails?.WebPages.Told() ?? [],
                .. join.Channel.WebPages.Told(),
                .. join.Channel.ChannelUrls.Told().Select(url => new PtvPage(url.Value, null, url.Language)),
            ];
            return pages.Select(page => (page, name));
        }));

    /// <summary>An organisation's own.</summary>
    public static IReadOnlyList<Link> Read(PtvOrganisation organisation) =>
        Once(organisation.WebPages.Told().Select(page => (page, LocalizedText.Empty)));

    private static Link[] Once(IEnumerable<(PtvPage Page, LocalizedText Of)> pages) =>
    [
        .. from told in pages
           let url = told.Page.Url?.Trim()
           where WebAddress.Read(url) is not null
           group told by url into same
           let titles = PtvTexts.First(same.Select(told => new PtvText(told.Page.Value, told.Page.Language, null)))
           select new Link(same.Key, titles.IsEmpty ? same.First().Of : titles),
    ];
}
