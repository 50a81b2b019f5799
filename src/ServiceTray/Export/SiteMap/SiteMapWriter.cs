using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Xml;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Export.SiteMap;

/// <summary>Writes the list of pages for search engines (sitemaps.org): all that is on the tray now and who offers it, each in every language.</summary>
internal sealed class SiteMapWriter(OfferingWalker walker)
{
    /// <summary>A file may hold 50,000 addresses; an organisation's page may stand beside each offering's.</summary>
    public const int OfferingsInFile = 20_000;

    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    private static readonly string[] Pages = ["/", "/haku", "/kartoitus", "/saavutettavuus"];

    public int CountFiles() => Math.Max(1, (Find().Count + OfferingsInFile - 1) / OfferingsInFile);

    /// <summary>The list of lists, when one file does not hold all.</summary>
    public static async Task WriteIndexAsync(PipeWriter output, string home, int files)
    {
        await using var xml = Begin(output);
        await xml.WriteStartElementAsync(null, "sitemapindex", Schema);
        for (var number = 1; number <= files; number++)
        {
            await xml.WriteStartElementAsync(null, "sitemap", Schema);
            await xml.WriteElementStringAsync(null, "loc", Schema, string.Create(CultureInfo.InvariantCulture, $"{home}/sitemap-{number}.xml"));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndDocumentAsync();
    }

    /// <summary>One file, counted from 1.</summary>
    public async Task WriteAsync(PipeWriter output, string home, int number, CancellationToken cancellationToken)
    {
        await using var xml = Begin(output);
        await xml.WriteStartElementAsync(null, "urlset", Schema);
        await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Xhtml);
        foreach (var page in number == 1 ? Pages : [])
        {
            await WriteAsync(xml, home + page, null);
        }

        var told = new HashSet<Guid>();
        List<Guid> ids = [.. Find().Skip((number - 1) * OfferingsInFile).Take(OfferingsInFile)];
        await foreach (var placed in walker.ReadAsync(ids, cancellationToken))
        {
            await WriteAsync(xml, $"{home}/tarjonta/{placed.Offering.Id}", placed.Offering.UpdatedAt);
            if (told.Add(placed.Organisation.Id))
            {
                await WriteAsync(xml, $"{home}/organisaatiot/{placed.Organisation.Id}", placed.Organisation.UpdatedAt);
            }
        }

        await xml.WriteEndDocumentAsync();
    }

    private IReadOnlyList<Guid> Find() => walker.Find(new OfferingFilter(), OfferingOrder.Name);

    private static XmlWriter Begin(PipeWriter output) =>
        XmlWriter.Create(output.AsStream(leaveOpen: true), new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), CloseOutput = false });

    private static async Task WriteAsync(XmlWriter xml, string address, DateTimeOffset? updatedAt)
    {
        await xml.WriteStartElementAsync(null, "url", Schema);
        await xml.WriteElementStringAsync(null, "loc", Schema, address);
        if (updatedAt is { } at)
        {
            await xml.WriteElementStringAsync(null, "lastmod", Schema, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        foreach (var language in Enum.GetValues<Language>())
        {
            await xml.WriteStartElementAsync("xhtml", "link", Xhtml);
            await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
            await xml.WriteAttributeStringAsync(null, "hreflang", null, language.Tag());
            await xml.WriteAttributeStringAsync(null, "href", null, $"{address}?lang={language.Tag()}");
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }
}
