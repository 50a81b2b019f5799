using System.Text.Json.Nodes;

namespace ServiceTray.Tests.Import.Ptv.V12;

/// <summary>Small records made up here in the shape of the Open API's version 12 (its OpenAPI document of 2026, 0.1.0), with every property that it requires.</summary>
internal static class ToldV12
{
    public const string General = "0d000000-0000-4000-8000-000000000001";
    public const string Walking = "http://www.yso.fi/onto/koko/p1";

    public static JsonObject AService(string id = Told.Service, Action<JsonObject>? change = null) => Changed(change, $$"""
        {
          "contentId": "{{id}}", "organizationContentId": "{{Told.Organisation}}", "generalDescriptionContentId": null, "publishedAt": "2026-05-06T07:08:09.123Z", "migratedAt": null,
          "serviceType": "Service", "fundingType": "PubliclyFunded", "chargeType": "Free",
          "targetGroups": [ "KR1" ], "industrialClasses": [], "lifeEvents": [], "ontologyTerms": [ "{{Walking}}" ], "serviceClasses": [ "P27.1" ],
          "producers": { "selfProducedProducers": { "organizations": [ "{{Told.Organisation}}" ] }, "procuredProducers": { "organizations": [], "other": [] }, "otherProducers": { "organizations": [], "other": [] } },
          "otherResponsibleOrganizations": [], "serviceLanguages": [ "fi", "sv" ],
          "area": { "areaType": "LimitedArea", "municipalities": [ "297" ], "regions": [], "wellbeingServicesCounties": [] },
          "languageVersions": {
            "fi": {{Texts("Kävelyryhmä", "Sauvakävely", "Kävellään yhdessä.", "### Näin\\n\\n**Kävellään** [puistossa](https://example.fi/puisto):\\n- rauhassa\\n- kerran viikossa", "Tule paikalle.", "ulkoilu")}},
            "sv": {{Texts("Promenadgrupp", null, "Vi går tillsammans.", null, null, null)}} }
        }
        """);

    public static JsonObject ALocation(string id = Told.Location, Action<JsonObject>? change = null) => Changed(change, $$"""
        {
          "contentId": "{{id}}", "organizationContentId": "{{Told.Organisation}}", "allowedConnectionType": "AllOrganizations", "serviceLanguages": [ "fi" ], "area": null,
          "publishedAt": "2026-05-06T07:08:09.000Z", "serviceChannelType": "ServiceLocation",
          "languageVersions": { "fi": { "name": "Puistohalli", "summary": null, "description": null, "alternativeName": null, "isAlternativeNamePrimary": false,
            "contactEmails": [ { "email": "halli@example.fi" } ], "contactFaxNumbers": [], "contactWebPages": [ { "name": "Halli", "url": "https://example.fi/halli" } ],
            "contactPhoneNumbers": [ { "type": "DomesticPhone", "number": "0170001111", "additionalInformation": "Kahvio", "chargeDescription": null, "chargeType": "Charged" } ] } },
          "location": { "foreignAddresses": [], "otherAddresses": [], "streetAddresses": [ {
            "addressSource": { "source": "Posti" }, "streetName": { "fi": "Mallikatu", "sv": "Modellgatan" }, "addressDetail": "5 A", "postalCode": "70100",
            "coordinates": [ { "system": "EPSG:3067", "source": "NLS", "easting": 533000.5, "northing": 6974000.5 } ],
            "additionalInformation": { "fi": "Ovi pihan puolella." }, "accessibilityRegisterServicePointId": null } ] },
          "contactAddresses": { "foreignAddresses": [], "postOfficeBoxAddresses": [], "streetAddresses": [] },
          "serviceHours": { "hours": [
            { "type": "WeeklyUntilFurtherNoticeServiceHour", "heading": {}, "additionalInformation": {}, "weeklyHours": {
              "monday": { "hours": [ {{Span("09:00", "20:00")}} ] },
              "tuesday": { "hours": [ {{Span("09:00", "20:00")}} ] },
              "friday": { "hours": [ {{Span("10:00", "12:00", repetition: "OddWeeks")}} ] } } },
            { "type": "ExceptionalDateRangeServiceHour", "heading": { "fi": "Remontti" }, "additionalInformation": {}, "fromDate": "2026-12-07", "toDate": "2026-12-13",
              "weeklyHours": { "monday": { "hours": [ {{Span("00:00", "00:00", "Closed")}} ] } } } ],
            "holidayServiceHours": { "repetition": { "type": "RepetitionEveryYear" }, "holidays": [ { "holidayName": "MidsummerEve", "hours": [ { "start": "00:00", "end": "00:00", "openingStatus": "Closed", "additionalInformation": {} } ] } ] } }
        }
        """);

    public static JsonObject APhone() => Changed(null, $$"""
        {
          "contentId": "{{Told.Phone}}", "organizationContentId": "{{Told.Organisation}}", "allowedConnectionType": "OwnOrganizations", "serviceLanguages": [ "fi" ], "area": null,
          "publishedAt": null, "serviceChannelType": "TelephoneService",
          "languageVersions": { "fi": { "name": "Neuvonta", "summary": null, "description": null, "webAddress": { "url": null, "name": null }, "supportEmails": [],
            "phoneNumbers": [ { "type": "InternationalPhone", "dialCode": "+358", "number": "170001234", "additionalInformation": null, "chargeDescription": null, "chargeType": "Free" },
                              { "type": "Fax", "dialCode": "+358", "number": "170009999", "additionalInformation": null, "chargeDescription": null, "chargeType": "Free" } ] } },
          "serviceHours": { "hours": [], "holidayServiceHours": null }
        }
        """);

    public static JsonObject AConnection(string service, string channel) => Changed(null, $$"""
        {
          "serviceContentId": "{{service}}", "channelContentId": "{{channel}}", "chargeType": null, "publishedAt": "2026-05-06T07:08:09.000Z",
          "contactAddresses": { "foreignAddresses": [], "postOfficeBoxAddresses": [], "streetAddresses": [] },
          "serviceHours": { "hours": [], "holidayServiceHours": null },
          "languageVersions": { "fi": { "chargeTypeAdditionalInformation": null, "description": "Ryhmä kokoontuu aulassa.", "contactPhoneNumbers": [], "contactFaxNumbers": [], "contactEmails": [], "contactWebPages": [] } }
        }
        """);

    public static JsonObject AnOrganisation() => Changed(null, $$"""
        {
          "contentId": "{{Told.Organisation}}", "parentOrganizationContentId": null, "businessId": "0123456-7", "oid": null, "eInvoiceAddresses": [], "publishedAt": "2026-05-06T07:08:09.000Z",
          "contactAddresses": { "foreignAddresses": [], "postOfficeBoxAddresses": [], "streetAddresses": [] }, "location": { "foreignAddresses": [], "otherAddresses": [], "streetAddresses": [] },
          "organizationType": "Municipality", "area": { "areaType": "LimitedArea", "municipalities": [ "297" ] },
          "languageVersions": { "fi": { "name": "Mallikunnan kaupunki", "alternativeName": "Mallikunta", "isAlternativeNamePrimary": true, "description": null, "summary": null,
            "contactEmails": [ { "email": "kirjaamo@example.fi", "additionalInformation": "Kirjaamo" } ], "contactWebPages": [], "contactPhoneNumbers": [] } }
        }
        """);

    public static JsonObject AGeneralDescription() => Changed(null, $$"""
        {
          "contentId": "{{General}}", "organizationContentId": "{{Told.Organisation}}", "generalDescriptionTypes": [ "Municipality" ], "chargeType": "Charged", "industrialClasses": [], "lifeEvents": [],
          "ontologyTerms": [ "{{Walking}}" ], "serviceClasses": [ "P27.1" ], "targetGroups": [ "KR1.1" ], "publishedAt": null, "serviceType": "Service",
          "languageVersions": { "fi": { "name": "Liikuntapalvelut", "backgroundDescription": null, "chargeTypeAdditionalInformation": null, "conditions": null, "description": "Yleinen kuvaus.",
            "freelyAssignedKeywords": [], "legislationLinks": [], "userInstructions": null } }
        }
        """);

    public static JsonObject ACollection(string service) => Changed(null, $$"""
        { "contentId": "0e000000-0000-4000-8000-000000000001", "organizationContentId": "{{Told.Organisation}}",
          "languageVersions": { "fi": { "name": "Liikkeelle", "summary": null, "description": null } }, "items": [ { "itemType": "Service", "contentId": "{{service}}" } ] }
        """);

    public static JsonObject ATerm() => Changed(null, $$"""{ "uri": "{{Walking}}", "type": null, "parentUris": [], "isValid": true, "name": { "fi": "kävely", "en": "walking" } }""");

    public static JsonObject AnArea(string code, params string[] municipalities) => new()
    {
        ["code"] = code,
        ["isValid"] = true,
        ["name"] = new JsonObject { ["fi"] = "Alue" },
        ["municipalities"] = new JsonArray([.. municipalities.Select(within => JsonValue.Create(within))]),
    };

    private static string Span(string start, string end, string status = "Open", string repetition = "Weekly") =>
        $$"""{ "start": "{{start}}", "end": "{{end}}", "openingStatus": "{{status}}", "repetition": "{{repetition}}", "additionalInformation": {} }""";

    private static string Texts(string name, string? alternative, string summary, string? description, string? instructions, string? keyword) => $$"""
        { "name": "{{name}}", "alternativeName": {{Quoted(alternative)}}, "summary": "{{summary}}", "description": {{Quoted(description)}}, "userInstructions": {{Quoted(instructions)}}, "conditions": null,
          "legislationLinks": [], "freelyAssignedKeywords": [ {{(keyword is null ? "" : Quoted(keyword))}} ], "voucher": { "voucherType": "NotUsed" }, "chargeTypeAdditionalInformation": null }
        """;

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";

    private static JsonObject Changed(Action<JsonObject>? change, string json)
    {
        var record = JsonNode.Parse(json)!.AsObject();
        change?.Invoke(record);
        return record;
    }
}
