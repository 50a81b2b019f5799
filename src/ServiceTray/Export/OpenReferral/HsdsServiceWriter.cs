using System.Text.Json;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Writes an offering as a service, with all that belongs to it, or an offering at one of its places.</summary>
internal sealed class HsdsServiceWriter(HsdsProfile profile, FeedSheet sheet, Regions regions)
{
    private readonly HsdsTermWriter terms = new(profile, sheet.Language);
    private readonly HsdsOrganizationWriter organizations = new(profile, sheet.Language);
    private readonly HsdsLocationWriter locations = new(regions, sheet.Language);
    private readonly HsdsScheduleWriter schedules = new(sheet.Language, sheet.Now);

    private Language Language => sheet.Language;

    /// <summary>Only what tells which service it is.</summary>
    public void WriteMinimal(Utf8JsonWriter json, PlacedOffering placed)
    {
        var offering = placed.Offering;
        json.WriteString("id", offering.Id);
        json.WriteString("name", offering.Name.Pick(Language).Value);
        json.Maybe("description", (offering.Description.TextOrNull(Language) ?? offering.Summary.TextOrNull(Language))?.Value);
        json.WriteString("status", IsActive(offering) ? "active" : "inactive");
        json.WriteString("last_modified", FeedWords.Instant(offering.UpdatedAt));
    }

    public void Write(Utf8JsonWriter json, PlacedOffering placed)
    {
        var (offering, organisation, _) = placed;
        WriteMinimal(json, placed);
        json.WriteString("url", sheet.PageOf(offering.Id));
        var contacts = offering.Contacts.Count > 0 ? offering.Contacts : organisation.Contacts;
        json.Maybe("email", HsdsContacts.Email(contacts));
        json.Maybe("minimum_age", (decimal?)offering.Ages.Minimum);
        json.Maybe("maximum_age", (decimal?)offering.Ages.Maximum);
        json.Maybe("alert", (offering as Event)?.Status is { } status and not EventStatus.Scheduled ? Texts.In(Language).Of(status) : null);
        if (offering.ConfirmedAt is { } confirmed)
        {
            json.Maybe("assured_date", Calendar.HelsinkiTime.Day(confirmed));
        }

        json.Maybe(profile.IsUk ? "fees" : "fees_description", Fees(offering.Price));
        if (profile.IsUk)
        {
            HsdsContacts.WriteContacts(json, offering.Id, contacts, Language);
        }
        else
        {
            WriteInternational(json, offering, contacts);
        }

        WriteParts(json, placed);
    }

    /// <summary>An offering at one of its places, with the service when it stands alone.</summary>
    public void WriteAt(Utf8JsonWriter json, PlacedOffering placed, Place place, bool withService)
    {
        json.WriteString("id", HsdsIds.Of(placed.Offering.Id, place.Id));
        json.WriteString("service_id", placed.Offering.Id);
        json.WriteString("location_id", place.Id);
        json.WriteStartObject("location");
        locations.Write(json, place, placed.Offering);
        json.WriteEndObject();
        if (withService && profile.IsUk)
        {
            json.WriteStartObject("service");
            Write(json, placed);
            json.WriteEndObject();
        }
    }

    private void WriteInternational(Utf8JsonWriter json, Offering offering, IReadOnlyList<Contact> contacts)
    {
        json.Maybe("alternate_name", offering.Name.Select(text => text.Value).FirstOrDefault(name => name != offering.Name.Pick(Language).Value));
        json.Maybe("application_process", string.Join(", ", offering.Access.Select(access => Texts.In(Language).Of(access))));
        json.Maybe("eligibility_description", string.Join(", ", offering.Audiences.Select(audience => Audience.Of(audience).Name.Pick(Language).Value)));
        json.Maybe("licenses", offering.Source.Licence);
        HsdsContacts.WritePhones(json, offering.Id, "service_id", contacts, Language);
    }

    private void WriteParts(Utf8JsonWriter json, PlacedOffering placed)
    {
        var (offering, organisation, places) = placed;
        json.WriteString("organization_id", organisation.Id);
        json.WriteStartObject("organization");
        organizations.Write(json, organisation);
        json.WriteEndObject();
        schedules.Write(json, offering);
        json.Each("service_areas", offering.Availability.Regions.Select(code => regions[code]).OfType<Region>(), (region, number) =>
        {
            json.WriteString("id", HsdsIds.Of("service_area", offering.Id, number));
            json.WriteString("service_id", offering.Id);
            json.WriteString("name", region.Name.Pick(Language).Value);
        });
        json.Each("languages", offering.Languages, (tag, number) =>
        {
            json.WriteString("id", HsdsIds.Of("language", offering.Id, number));
            json.WriteString("service_id", offering.Id);
            json.WriteString("name", ChoiceWords.Tongue(tag, Language));
            json.WriteString("code", tag);
        });
        if (offering.Price.Amount is not null || offering.Price.Free == true)
        {
            json.Each("cost_options", [offering.Price], (price, number) =>
            {
                json.WriteString("id", HsdsIds.Of("cost_option", offering.Id, number));
                json.WriteString("service_id", offering.Id);
                json.WriteNumber("amount", price.Amount ?? 0);
                json.WriteString("currency", "EUR");
                json.Maybe("amount_description", price.Description.TextOrNull(Language)?.Value);
            });
        }

        json.Each("service_at_locations", places, (place, _) => WriteAt(json, placed, place, withService: false));
        terms.WriteAttributes(json, offering.Id, "service", [.. offering.Themes.Select(HsdsTerm.Of), .. offering.Audiences.Select(HsdsTerm.Of)]);
    }

    private string? Fees(Price price) => price.Description.TextOrNull(Language)?.Value ?? (price.Free == true ? Texts.In(Language)["Price.Free"] : null);

    private bool IsActive(Offering offering) => offering is not Event happening || happening.TakingPlaceBetween(sheet.Now, null).Any();
}
