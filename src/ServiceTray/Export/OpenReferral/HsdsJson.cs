using System.Globalization;
using System.Text.Json;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Members that are left out when they are not told: their schemas know no null.</summary>
internal static class HsdsJson
{
    public static void Maybe(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            json.WriteString(name, value);
        }
    }

    public static void Maybe(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Maybe(this Utf8JsonWriter json, string name, DateOnly? value) =>
        json.Maybe(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static void Maybe(this Utf8JsonWriter json, string name, TimeOnly? value) =>
        json.Maybe(name, value?.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>An array of objects, each written by what is given; none when there is nothing.</summary>
    public static void Each<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T, int> write)
    {
        var number = 0;
        foreach (var item in items)
        {
            if (number == 0)
            {
                json.WriteStartArray(name);
            }

            json.WriteStartObject();
            write(item, number++);
            json.WriteEndObject();
        }

        if (number > 0)
        {
            json.WriteEndArray();
        }
    }
}
