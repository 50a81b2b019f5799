using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceTray.Calendar;

namespace ServiceTray.Web.Rest;

/// <summary>Instants as RFC 3339 with milliseconds and Helsinki's offset.</summary>
internal sealed class HelsinkiInstants : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(HelsinkiTime.Local(value).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
}
