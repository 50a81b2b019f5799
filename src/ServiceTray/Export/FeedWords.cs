using System.Globalization;
using System.Xml;
using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Export;

/// <summary>What feeds write alike.</summary>
internal static class FeedWords
{
    /// <summary>RFC 3339 with Helsinki's offset.</summary>
    public static string Instant(DateTimeOffset at) => HelsinkiTime.Local(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The series in words; null: it is none.</summary>
    public static string? Series(Offering offering, FeedSheet sheet) =>
        offering.Recurrence is { } series ? RecurrenceWords.Of(series, HelsinkiTime.Day(sheet.Now), sheet.Language) : null;

    /// <summary>Without what XML cannot hold.</summary>
    public static string ForXml(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
