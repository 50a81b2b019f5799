using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServiceTray.Tests.Import.Ptv;

/// <summary>Small records in the register's words, each made up here; a test changes what it is about.</summary>
internal static class Told
{
    public const string Organisation = "0b000000-0000-4000-8000-000000000001";
    public const string Service = "0a000000-0000-4000-8000-000000000001";
    public const string Location = "0c000000-0000-4000-8000-000000000001";
    public const string Phone = "0c000000-0000-4000-8000-000000000002";
    public const string WebForm = "0c000000-0000-4000-8000-000000000003";
    public const string OldClasses = "http://urn.fi/URN:NBN:fi:au:ptvl:";
    public const string NewClasses = "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/";
    public const string NewGroups = "http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/";

    /// <summary>A walking group at one place, with one phone number to ask.</summary>
    public static JsonObject AService(string id = Service, Action<JsonObject>? change = null) => Changed(change, $$"""
        {
          "id": "{{id}}", "type": "Service", "publishingStatus": "Published", "modified": "2024-05-06T07:08:09.123456",
          "serviceNames": [
            { "language": "fi", "value": "Sauvakävely", "type": "AlternativeName" },
            { "language": "fi", "value": "Kävelyryhmä", "type": "Name" },
            { "language": "sv", "value": "Promenadgrupp", "type": "Name" } ],
          "serviceDescriptions": [
            { "language": "fi", "value": "Kävellään yhdessä.", "type": "Summary" },
            { "language": "fi", "value": null, "type": "DeadLine" },
            { "language": "fi", "value": "Kävellään rauhassa kerran viikossa.", "type": "Description" },
            { "language": "fi", "value": "Tule paikalle.", "type": "UserInstruction" } ],
          "requirements": [ { "value": null, "language": "fi" } ],
          "serviceClasses": [ { "name": [ { "value": "Liikunta ja urheilu", "language": "fi" } ], "code": "P27.1", "uri": "{{NewClasses}}P27.1" } ],
          "ontologyTerms": [ { "name": [ { "value": "kävely", "language": "fi" }, { "value": "walking", "language": "en" } ], "uri": "http://www.yso.fi/onto/koko/p1" } ],
          "keywords": [ { "value": "ulkoilu", "language": "fi" }, { "value": null, "language": "sv" } ],
          "targetGroups": [ { "code": "KR1", "uri": "{{NewGroups}}KR1" } ],
          "serviceChargeType": "FreeOfCharge", "areaType": "LimitedType",
          "areas": [ { "type": "Municipality", "code": null, "name": null, "municipalities": [ { "code": "297" } ] } ],
          "languages": [ "fi", "sv" ],
          "organizations": [
            { "roleType": "Producer", "organization": null },
            { "roleType": "Responsible", "organization": { "id": "{{Organisation}}", "name": "Mallikunta" } } ],
          "serviceChannels": [
            { "serviceChannel": { "id": "{{Location}}", "name": "Puistohalli" }, "serviceChargeType": null, "description": [], "serviceHours": [], "contactDetails": null },
            { "serviceChannel": { "id": "{{Phone}}", "name": "Neuvonta" }, "description": null, "serviceHours": null, "contactDetails": null } ]
        }
        """);

    /// <summary>A hall in Kuopio, open on weekdays.</summary>
    public static JsonObject ALocation(string id = Location, Action<JsonObject>? change = null) => Changed(change, $$"""
        {
          "id": "{{id}}", "serviceChannelType": "ServiceLocation", "organizationId": "{{Organisation}}", "publishingStatus": "Published", "modified": "2024-05-06T07:08:09",
          "serviceChannelNames": [ { "language": "fi", "value": "Puistohalli", "type": "Name" } ],
          "addresses": [ {{AnAddress()}} ],
          "serviceHours": [ { "serviceHourType": "DaysOfTheWeek", "validForNow": true, "isClosed": false, "additionalInformation": [ { "value": null, "language": "fi" } ],
            "openingHour": [ { "dayFrom": "Tuesday", "dayTo": "", "from": "09:00:00", "to": "15:00:00" }, { "dayFrom": "Monday", "dayTo": "", "from": "09:00:00", "to": "15:00:00" } ] } ],
          "phoneNumbers": [], "emails": [ { "value": "halli@example.fi", "language": "fi" }, { "value": null, "language": "sv" } ],
          "webPages": [ { "url": "https://example.fi/halli", "value": null, "language": "fi" }, { "url": "", "value": null, "language": "fi" } ]
        }
        """);

    /// <summary>Its address; a point near the market square of Kuopio.</summary>
    public static string AnAddress(string state = "Ok", string? northing = "6974000.5", string? easting = "533000.5", string number = "5", string? municipality = "297") => $$"""
        { "type": "Location", "subType": "Single", "country": "FI", "streetAddress": {
            "street": [ { "value": "Mallikatu", "language": "fi" }, { "value": "Modellgatan", "language": "sv" } ], "streetNumber": "{{number}}", "postalCode": "70100",
            "municipality": {{(municipality is null ? "null" : $$"""{ "code": "{{municipality}}" }""")}},
            "additionalInformation": [ { "value": "Ovi pihan puolella.", "language": "fi" } ],
            "latitude": {{JsonSerializer.Serialize(northing)}}, "longitude": {{JsonSerializer.Serialize(easting)}}, "coordinateState": "{{state}}" } }
        """;

    /// <summary>A phone that answers on three mornings.</summary>
    public static JsonObject APhone(Action<JsonObject>? change = null) => Changed(change, $$"""
        {
          "id": "{{Phone}}", "serviceChannelType": "Phone", "publishingStatus": "Published", "modified": "2024-05-06T07:08:09",
          "serviceChannelNames": [ { "language": "fi", "value": "Neuvonta", "type": "Name" } ],
          "phoneNumbers": [ { "type": "Phone", "prefixNumber": "+358", "number": "0170001234", "isFinnishServiceNumber": false, "additionalInformation": null, "chargeDescription": null, "language": "fi" } ],
          "serviceHours": [ { "serviceHourType": "DaysOfTheWeek", "validForNow": true, "isClosed": false, "additionalInformation": [],
            "openingHour": [ { "dayFrom": "Monday", "dayTo": "Wednesday", "from": "08:30:00", "to": "11:00:00" } ] } ],
          "webPages": [], "supportEmails": []
        }
        """);

    /// <summary>An e-service with a page.</summary>
    public static JsonObject AWebForm() => Changed(null, $$"""
        {
          "id": "{{WebForm}}", "serviceChannelType": "EChannel", "publishingStatus": "Published", "modified": "2024-05-06T07:08:09",
          "serviceChannelNames": [ { "language": "fi", "value": "Ilmoittautuminen", "type": "Name" } ],
          "webPages": [ { "url": "https://example.fi/ilmo", "value": null, "language": "fi" }, { "url": "javascript:alert(1)", "value": null, "language": "fi" } ],
          "supportPhones": [], "supportEmails": []
        }
        """);

    /// <summary>A municipality.</summary>
    public static JsonObject AnOrganisation(Action<JsonObject>? change = null) => Changed(change, $$"""
        {
          "id": "{{Organisation}}", "publishingStatus": "Published", "modified": "2024-05-06T07:08:09", "organizationType": "Municipality", "businessCode": "0123456-7",
          "organizationNames": [ { "language": "fi", "value": "Mallikunnan kaupunki", "type": "Name" } ],
          "organizationDescriptions": [ { "language": "fi", "value": null, "type": "Description" } ],
          "phoneNumbers": [ { "prefixNumber": "+358", "number": "170000000", "isFinnishServiceNumber": false, "additionalInformation": "Vaihde", "language": "fi" } ],
          "emails": [ { "value": "kirjaamo@example.fi", "description": "Kirjaamo", "language": "fi" } ],
          "webPages": [ { "url": "https://example.fi", "value": "Kunnan sivut", "language": "fi" } ]
        }
        """);

    /// <summary>A connection of the service with a channel.</summary>
    public static JsonNode AConnection(string channel, string rest = "") => JsonNode.Parse($$"""{ "serviceChannel": { "id": "{{channel}}", "name": "x" } {{rest}} }""")!;

    /// <summary>As one line of a file.</summary>
    public static string Line(this JsonObject record) => record.ToJsonString();

    private static JsonObject Changed(Action<JsonObject>? change, string json)
    {
        var record = JsonNode.Parse(json)!.AsObject();
        change?.Invoke(record);
        return record;
    }
}
