using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceTray.Data;

/// <summary>An instant as milliseconds since 1970 UTC, so that it sorts and compares in the database.</summary>
internal sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
