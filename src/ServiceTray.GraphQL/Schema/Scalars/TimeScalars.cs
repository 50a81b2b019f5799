using System.Globalization;
using ServiceTray.GraphQL.Execution;

namespace ServiceTray.GraphQL.Schema.Scalars;

/// <summary><c>DateTime</c>: RFC 3339 with an offset; written with milliseconds, in a zone when one is set.</summary>
internal sealed class DateTimeScalar(TimeZoneInfo? zone) : TextScalar
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public override string Wanted => "a date and time of RFC 3339 with its offset, as 2026-05-01T10:00:00+03:00";

    public override bool CanWrite(Type type) => type == typeof(DateTimeOffset);

    public override bool TryWrite(ResponseBuffer buffer, object value)
    {
        if (value is not DateTimeOffset time)
        {
            return false;
        }

        buffer.WriteQuoted(zone is null ? time : TimeZoneInfo.ConvertTime(time, zone), "yyyy-MM-dd'T'HH:mm:ss.fffzzz");
        return true;
    }

    protected override bool TryParse(string text, out object? value)
    {
        value = null;
        var upper = text.ToUpperInvariant();
        var hasOffset = upper.EndsWith('Z') || (upper.Length > 6 && upper[^3] == ':' && upper[^6] is '+' or '-');
        if (!hasOffset || !DateTimeOffset.TryParseExact(upper, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return false;
        }

        value = time;
        return true;
    }
}

/// <summary><c>Date</c>: a day of the calendar, as 2026-05-01.</summary>
internal sealed class DateScalar : TextScalar
{
    public override string Wanted => "a date, as 2026-05-01";

    public override bool CanWrite(Type type) => type == typeof(DateOnly);

    public override bool TryWrite(ResponseBuffer buffer, object value)
    {
        if (value is not DateOnly date)
        {
            return false;
        }

        buffer.WriteQuoted(date, "yyyy-MM-dd");
        return true;
    }

    protected override bool TryParse(string text, out object? value)
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        value = date;
        return read;
    }
}
