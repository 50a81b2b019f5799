using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.Ptv;

/// <summary>A service with its channels into an activity of the tray.</summary>
internal sealed class PtvServiceReader(PtvThemeRules rules, Regions regions, DateTimeOffset fetchedAt)
{
    /// <summary>The activity; null when it lacks what it cannot be without, which is reported.</summary>
    public IncomingOffering? Read(PtvService service, IReadOnlyList<PtvJoin> joins, PtvTrouble trouble)
    {
        var name = PtvTexts.First([.. service.ServiceNames.Of("Name"), .. service.ServiceNames.Told()]);
        if (name.IsEmpty)
        {
            trouble.Add("no-name", "A service without a name cannot be shown.", "$.serviceNames");
            return null;
        }

        if (ResponsibleOf(service)?.Id is not { } organisation)
        {
            trouble.Add("no-organisation", "No organisation is responsible for it.", "$.organizations");
            return null;
        }

        var taking = rules.Taking(service);
        var connected = joins.Select(join => (join.Connection, join.Channel)).ToList();
        var activity = new Activity
        {
            Id = Source.IdOf(PtvSource.SourceName, service.Id!),
            Name = name,
            Summary = PtvTexts.First(service.ServiceDescriptions.Of("Summary")),
            Description = Description(service),
            Keywords = PtvKeywords.Read(service),
            Themes = [.. taking.Select(rule => rule.Theme).Distinct()],
            OrganisationId = Source.IdOf(PtvSource.SourceName, organisation),
            PlaceIds = [.. joins.SelectMany(join => join.Places).Select(place => place.Id).Distinct()],
            Availability = PtvAvailabilityReader.Read(service, regions, trouble),
            Modes = [.. joins.Select(join => ModeOf(join.Channel)).OfType<AttendanceMode>().Distinct().Order()],
            Audiences = PtvAudiencesReader.Read(service) ?? [],
            Languages = [.. service.Languages.Told().Select(tag => tag.Trim().ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct()],
            Price = PtvPriceReader.Read(service),
            Access = joins.Any(join => join.Hours.Any(hours => hours.IsReservation == true)) ? [AccessMode.Booking] : [],
            Contacts = PtvContactsReader.Read(connected),
            Links = PtvLinksReader.Read(connected),
            OpeningHours = Hours(joins),
            Source = PtvSource.SourceOf(service.Id!, fetchedAt),
            UpdatedAt = PtvTime.Instant(service.Modified) ?? default,
        };
        return new IncomingOffering(activity, [.. taking.Select(rule => rule.Key)]);
    }

    /// <summary>Who is responsible for a service.</summary>
    public static PtvItem? ResponsibleOf(PtvService service) =>
        service.Organizations.Told()
            .Where(role => role.RoleType == "Responsible")
            .Select(role => role.Organization)
            .FirstOrDefault(organisation => !string.IsNullOrWhiteSpace(organisation?.Id));

    /// <summary>What it is, how to do, for whom, and what is told of it at its places.</summary>
    private static Languages.LocalizedText Description(PtvService service) => PtvTexts.Joined(
    [
        .. service.ServiceDescriptions.Of("Description"),
        .. service.ServiceDescriptions.Of("UserInstruction"),
        .. service.Requirements.Told(),
        .. service.ServiceChannels.Told().SelectMany(connection => connection.Description.Of("Description")),
    ]);

    /// <summary>A web page tells of a service; one takes part at a place, by an e-service or by phone.</summary>
    private static AttendanceMode? ModeOf(PtvChannel channel) => channel.ServiceChannelType switch
    {
        "ServiceLocation" => AttendanceMode.InPerson,
        "EChannel" => AttendanceMode.Online,
        "Phone" => AttendanceMode.Phone,
        _ => null,
    };

    /// <summary>When its places are open; when there are many, each note names its place.</summary>
    private static OpeningHours[] Hours(IReadOnlyList<PtvJoin> joins)
    {
        var open = joins.Where(join => join.Channel.IsLocation && join.Hours.Any()).ToList();
        return
        [
            .. open.SelectMany(join => PtvHoursReader.Read(
                join.Hours,
                open.Count > 1 ? PtvTexts.First(join.Channel.ServiceChannelNames.Of("Name")) : Languages.LocalizedText.Empty)),
        ];
    }
}
