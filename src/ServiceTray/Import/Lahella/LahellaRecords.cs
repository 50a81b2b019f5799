using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceTray.Import.Lahella;

/// <summary>An activity as Lähellä.fi exports it.</summary>
internal sealed record LahellaActivity([property: JsonPropertyName("_key")] string? Key, string? Status, LahellaTags? Tags, LahellaTraits? Traits)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);
}

/// <summary>What the service keeps of it.</summary>
internal sealed record LahellaTags(LahellaSpan? Visibility);

/// <summary>From a millisecond to another.</summary>
internal sealed record LahellaSpan(long? Start, long? End);

/// <summary>What its organiser tells.</summary>
internal sealed record LahellaTraits(
    string? Type,
    IReadOnlyDictionary<string, LahellaWords?>? Translations,
    IReadOnlyList<string?>? Theme,
    IReadOnlyList<string?>? Format,
    IReadOnlyList<string?>? Locale,
    IReadOnlyList<string?>? Demographic,
    IReadOnlyList<string?>? Region,
    IReadOnlyList<string?>? Pricing,
    IReadOnlyList<LahellaContact?>? Contacts,
    IReadOnlyList<LahellaChannel?>? Channels);

/// <summary>Its words in one language, as HTML.</summary>
internal sealed record LahellaWords(string? Name, string? Summary, string? Description, string? Pricing, string? Registration);

/// <summary>A way to reach somebody: <c>email</c>, <c>phone</c> or <c>www</c>.</summary>
internal sealed record LahellaContact(string? Type, string? Value, IReadOnlyDictionary<string, LahellaContactWords?>? Translations);

/// <summary>What a contact is for.</summary>
internal sealed record LahellaContactWords(string? Description);

/// <summary>Where or how one takes part, and when.</summary>
internal sealed record LahellaChannel(
    IReadOnlyList<string?>? Type,
    IReadOnlyList<string?>? Accessibility,
    LahellaMap? Map,
    IReadOnlyDictionary<string, LahellaChannelWords?>? Translations,
    bool? RegistrationRequired,
    string? RegistrationUrl,
    string? RegistrationEmail,
    IReadOnlyList<LahellaTime?>? Events);

/// <summary>A point on its map, longitude first.</summary>
internal sealed record LahellaMap(LahellaPoint? Center);

/// <summary>The point.</summary>
internal sealed record LahellaPoint(IReadOnlyList<double?>? Coordinates);

/// <summary>What a channel tells in one language.</summary>
internal sealed record LahellaChannelWords(LahellaAddress? Address, string? Summary, string? Registration);

/// <summary>An address.</summary>
internal sealed record LahellaAddress(string? Street, string? PostalCode, string? City, string? State, string? Country);

/// <summary>A time, once or again and again.</summary>
internal sealed record LahellaTime(long? Start, long? End, LahellaRecurrence? Recurrence);

/// <summary>How it comes again: every <c>P1W</c> until a millisecond, with the hours of each weekday (1 is Monday).</summary>
internal sealed record LahellaRecurrence(string? Period, long? End, IReadOnlyList<JsonElement>? Exclude, IReadOnlyList<LahellaDay?>? DaySpecificTimes);

/// <summary>The hours of a weekday.</summary>
internal sealed record LahellaDay(int? Weekday, string? StartTime, string? EndTime);
