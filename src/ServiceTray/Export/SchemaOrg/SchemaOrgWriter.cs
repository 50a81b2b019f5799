using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Export.SchemaOrg;

/// <summary>Describes a page to machines in the words of schema.org, as JSON-LD that can stand in HTML: no letter of it ends the block.</summary>
internal sealed class SchemaOrgWriter(Regions regions)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>An event or service; null: an event without any date is nothing to them.</summary>
    public string? Write(PlacedOffering placed, FeedSheet sheet) => placed.Offering switch
    {
        Event happening when DateOf(happening, sheet.Now) is { } date => Text(json =>
        {
            WriteHead(json, "Event", happening, placed, sheet);
            SchemaOrgEvent.Write(json, happening, date);
            if (date.Place is { } elsewhere)
            {
                SchemaOrgPlace.WriteNamed(json, "location", elsewhere);
            }
            else
            {
                WritePlaces(json, "location", placed, sheet);
            }
        }),
        Activity activity => Text(json =>
        {
            WriteHead(json, "Service", activity, placed, sheet);
            WritePlaces(json, "areaServed", placed, sheet);
        }),
        _ => null,
    };

    public string Write(Organisation organisation, FeedSheet sheet) => Text(json =>
    {
        json.WriteString("@context", "https://schema.org");
        WriteOrganisation(json, organisation, sheet);
        json.WriteString("description", organisation.Description.TextOrNull(sheet.Language)?.Value);
    });

    // The next date; of what is over the last one, since its page stays.
    private static Occurrence? DateOf(Event happening, DateTimeOffset now) =>
        happening.NextAfter(now) ?? happening.OccurrencesBetween(now, null).FirstOrDefault() ?? happening.OccurrencesBetween(DateTimeOffset.MinValue, now).LastOrDefault();

    private static void WriteHead(Utf8JsonWriter json, string type, Offering offering, PlacedOffering placed, FeedSheet sheet)
    {
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", type);
        json.WriteString("@id", $"urn:uuid:{offering.Id}");
        json.WriteString("url", sheet.PageOf(offering.Id));
        json.WriteString("name", offering.Name.Pick(sheet.Language).Value);
        if (offering.Summary.TextOrNull(sheet.Language) is { } summary)
        {
            json.WriteString("description", summary.Value);
        }

        if (ShownPicture.Of(offering) is { } picture)
        {
            json.WriteString("image", $"{sheet.Home}{picture.Url}");
        }

        json.WriteStartObject(type == "Event" ? "organizer" : "provider");
        WriteOrganisation(json, placed.Organisation, sheet);
        json.WriteEndObject();
        if (offering.Price.Free is { } free && type == "Event")
        {
            json.WriteBoolean("isAccessibleForFree", free);
        }

        if (offering.Source.Licence is { } licence && type == "Event")
        {
            json.WriteString("sdLicense", licence);
        }
    }

    private static void WriteOrganisation(Utf8JsonWriter json, Organisation organisation, FeedSheet sheet)
    {
        json.WriteString("@type", "Organization");
        json.WriteString("@id", $"urn:uuid:{organisation.Id}");
        json.WriteString("url", $"{sheet.Home}/organisaatiot/{organisation.Id}?lang={sheet.Language.Tag()}");
        json.WriteString("name", organisation.Name.Pick(sheet.Language).Value);
    }

    private void WritePlaces(Utf8JsonWriter json, string name, PlacedOffering placed, FeedSheet sheet)
    {
        var isOnline = placed.Offering.Modes.Contains(AttendanceMode.Online) && name == "location";
        if (placed.Places.Count == 0 && !isOnline)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var place in placed.Places)
        {
            SchemaOrgPlace.Write(json, place, regions, sheet.Language);
        }

        if (isOnline)
        {
            json.WriteStartObject();
            json.WriteString("@type", "VirtualLocation");
            json.WriteString("url", sheet.PageOf(placed.Offering.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
