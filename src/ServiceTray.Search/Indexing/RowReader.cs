using System.Globalization;
using ServiceTray.Search.Analysis;
using ServiceTray.Search.Geography;

namespace ServiceTray.Search.Indexing;

/// <summary>Reads the columns of a document as it is given, checking it against the schema.</summary>
internal sealed class RowReader(IndexSchema schema)
{
    private readonly Collation _collation = new();

    /// <summary>The row, its lengths still to be counted.</summary>
    /// <exception cref="ArgumentException">A field is not of the schema, a point is off the globe, or a time ends before it starts.</exception>
    public DocumentRow Read(IndexDocument document)
    {
        CheckFields(document);
        return new DocumentRow
        {
            Key = document.Key,
            Keywords = [.. schema.KeywordFields.Select(field => document.Keywords.TryGetValue(field, out var values) ? [.. values] : Array.Empty<string>())],
            Coverage = [.. document.Coverage],
            Numbers = [.. schema.NumberFields.Select(field => document.Numbers.TryGetValue(field, out var number) ? number : double.NaN)],
            Points = [.. document.Points.Select(Checked)],
            Times = [.. document.Times.Select(Checked).Order(Comparer<TimeSlot>.Create((a, b) => (a.Start, a.End).CompareTo((b.Start, b.End))))],
            NameKey = _collation.Key(document.SortName),
            UpdatedAt = document.UpdatedAt.UtcTicks,
            Lengths = new float[Languages.Count],
        };
    }

    private void CheckFields(IndexDocument document)
    {
        var unknown = document.Keywords.Keys.Except(schema.KeywordFields, StringComparer.Ordinal)
            .Concat(document.Numbers.Keys.Except(schema.NumberFields, StringComparer.Ordinal))
            .Concat(document.Texts.Select(text => text.Field).Except(schema.TextFields.Select(field => field.Name), StringComparer.Ordinal))
            .FirstOrDefault();
        if (unknown is not null)
        {
            throw new ArgumentException($"The schema has no such field: {unknown}.", nameof(document));
        }
    }

    private static GeoPoint Checked(GeoPoint point) =>
        point.IsOnGlobe
            ? point
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Not on the globe: {point}."), nameof(point));

    private static TimeSlot Checked(TimeRange time) =>
        time.Start <= time.End
            ? new TimeSlot(time.Start.UtcTicks, time.End.UtcTicks)
            : throw new ArgumentException("A time ends before it starts.", nameof(time));
}
