using System.Text.Json;
using ServiceTray.Calendar;

namespace ServiceTray.Tests.Surveys;

/// <summary>How well an offering answers a theme, from what REST tells of it and by the weights as they are told; null: nothing of it takes place any more.</summary>
internal static class OutsideRank
{
    public static double? Of(JsonElement offering, string theme, DateTimeOffset now)
    {
        double date;
        if (offering.GetProperty("kind").GetString() == "ACTIVITY")
        {
            date = IsOpen(offering.GetProperty("openingHours"), HelsinkiTime.Day(now)) ? 1.5 : 0.75;
        }
        else
        {
            if (!TakesPlace(offering.GetProperty("status")) || Next(offering, now) is not { } next)
            {
                return null;
            }

            date = (next - now).TotalDays <= 7 ? 1.5 : 1.5 * 7 / (next - now).TotalDays;
        }

        return date
            + (offering.GetProperty("themes")[0].GetString() == theme ? 2 : 0)
            + (offering.TryGetProperty("distanceKm", out var km) ? 3 / (1 + (km.GetDouble() / 5)) : 1)
            + (offering.GetProperty("lowThreshold").GetBoolean() ? 1.5 : 0)
            + (offering.GetProperty("price").GetProperty("free") is { ValueKind: not JsonValueKind.Null } free ? (free.GetBoolean() ? 1 : 0) : 0.3)
            + RoomOf(offering.GetProperty("capacity"));
    }

    private static double RoomOf(JsonElement capacity) => capacity.ValueKind == JsonValueKind.Null ? 0.5 : capacity.GetProperty("state").GetString() switch
    {
        "ROOM" => 1,
        "ASK" => 0.5,
        "WAITING_LIST" => 0.2,
        _ => 0,
    };

    private static bool TakesPlace(JsonElement status) => status.GetString() is "SCHEDULED" or "MOVED";

    // The first still to begin, else what is on.
    private static DateTimeOffset? Next(JsonElement offering, DateTimeOffset now)
    {
        var left = offering.GetProperty("occurrences").EnumerateArray().Where(date => TakesPlace(date.GetProperty("status")) && date.GetProperty("endsAt").GetDateTimeOffset() > now)
            .Select(date => date.GetProperty("startsAt").GetDateTimeOffset()).ToList();
        return left.Count == 0 ? null : left.Where(start => start > now).Cast<DateTimeOffset?>().FirstOrDefault() ?? left[0];
    }

    private static bool IsOpen(JsonElement hours, DateOnly today) => Enumerable.Range(0, 7).Select(today.AddDays).Any(day =>
        hours.EnumerateArray().Any(span => !IsClosed(span) && Covers(span, day)) && !hours.EnumerateArray().Any(span => IsClosed(span) && Covers(span, day)));

    private static bool IsClosed(JsonElement span) => span.GetProperty("closed").GetBoolean();

    private static bool Covers(JsonElement span, DateOnly day) =>
        !(span.GetProperty("validFrom") is { ValueKind: JsonValueKind.String } from && day < DateOnly.Parse(from.GetString()!))
        && !(span.GetProperty("validTo") is { ValueKind: JsonValueKind.String } to && day > DateOnly.Parse(to.GetString()!))
        && (span.GetProperty("weekdays").GetArrayLength() == 0 || span.GetProperty("weekdays").EnumerateArray().Any(weekday => weekday.GetString()!.Equals($"{day.DayOfWeek}", StringComparison.OrdinalIgnoreCase)));
}
