using System.Security.Cryptography;
using System.Text.Json;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Publishing.Reviews;

/// <summary>An offering with its places, as a connected address tells it.</summary>
internal sealed record HeldRecord(Activity? Activity, Event? Event, IReadOnlyList<Place> Places)
{
    public static HeldRecord Of(Offering offering, IReadOnlyList<Place> places) => new(offering as Activity, offering as Event, places);

    /// <summary>The offering, which is one of the two.</summary>
    public Offering Told() => (Offering?)Activity ?? Event!;

    /// <summary>A word for what a second person looks at: all but times, which never wait.</summary>
    public string Print()
    {
        var told = Told();
        object[] parts =
        [
            $"{told.Kind}", told.Name, told.Summary, told.Description, told.Keywords, told.Themes, told.Price, told.Contacts, told.Links, told.Audiences, told.Languages, $"{told.Picture}",
            told.Availability, told.Modes, told.Ages, told.Access, told.Accessibility, told.LowThreshold, told.AcceptsReferrals,
            Places.Select(place => new object?[] { place.Name, place.StreetAddress, place.PostalCode, place.Municipality, place.Coordinates, place.Arrival }),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)));
    }
}
