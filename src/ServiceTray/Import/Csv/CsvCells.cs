using System.Globalization;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;

namespace ServiceTray.Import.Csv;

/// <summary>The cells of a row, read by what they are to hold; what does not hold it is gathered.</summary>
internal sealed class CsvCells(TableRow row)
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "d.M.yyyy"];
    private static readonly string[] Times = ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "d.M.yyyy H:mm", "d.M.yyyy H.mm"];

    private readonly List<(string Reason, string Message)> troubles = [];
    private readonly List<(string Reason, string Message)> notes = [];

    public IReadOnlyList<(string Reason, string Message)> Troubles => troubles;

    public IReadOnlyList<(string Reason, string Message)> Notes => notes;

    public string? this[string column] => row[column];

    public void Wrong(string column, string why) => troubles.Add(("cell-wrong", $"{column}: {why}."));

    /// <summary>What the row is taken in with, and told of all the same.</summary>
    public void Note(string reason, string message) => notes.Add((reason, message));

    public string? Needed(string column)
    {
        if (row[column] is null)
        {
            Wrong(column, "is empty");
        }

        return row[column];
    }

    public LocalizedText Texts(string column) =>
        LocalizedText.Of(new[] { "fi", "sv", "en" }.Select(language => (language, row[$"{column}_{language}"] is { } words ? (string?)PlainText.Of(words) : null)));

    public IReadOnlyList<string> List(string column) => (row[column] ?? "").Split([' ', '/', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A comma stands for a point where the file's own cells are parted by semicolons.
    public double? Number(string column)
    {
        if (row[column] is not { } written)
        {
            return null;
        }

        if (double.TryParse(written.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        Wrong(column, $"{written} is no number");
        return null;
    }

    public DateTimeOffset? Instant(string column)
    {
        if (row[column] is not { } written)
        {
            return null;
        }

        if (DateTime.TryParseExact(written, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown) && shown.Year is >= 1970 and < 2200)
        {
            return HelsinkiTime.At(shown).ToUniversalTime();
        }

        Wrong(column, $"{written} is no time as 2027-01-12 10:00");
        return null;
    }

    /// <summary>A day by itself.</summary>
    public DateOnly? Day(string column) => Days(column) is [var day] ? day : null;

    /// <summary>Days one after another; one that is none is told.</summary>
    public IReadOnlyList<DateOnly> Days(string column)
    {
        var days = new List<DateOnly>();
        foreach (var written in (row[column] ?? "").Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (DateOnly.TryParseExact(written, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1970 and < 2200)
            {
                days.Add(day);
            }
            else
            {
                Wrong(column, $"{written} is no day as 2027-05-25");
            }
        }

        return days;
    }

    /// <summary>Yes or no, in three languages; null: not told, or told to be neither.</summary>
    public bool? YesOrNo(string column)
    {
        switch (row[column]?.ToUpperInvariant())
        {
            case null:
                return null;
            case "YES" or "KYLLÄ" or "JA":
                return true;
            case "NO" or "EI" or "NEJ":
                return false;
            default:
                Wrong(column, "is neither yes nor no");
                return null;
        }
    }

    public AgeSpan Ages()
    {
        var (least, most) = (Number("age_min"), Number("age_max"));
        if (least is < 0 or > 130 || most is < 0 or > 130 || least > most || least % 1 is not (null or 0) || most % 1 is not (null or 0))
        {
            Wrong("age_min", "with age_max is no span of whole years from 0 to 130");
            return AgeSpan.Any;
        }

        return new AgeSpan((int?)least, (int?)most);
    }

    public Price Price()
    {
        var free = YesOrNo("free");
        var amount = Number("price");
        if (amount is < 0 or > 100_000 || (free == true && amount > 0))
        {
            Wrong("price", "is below nothing, or of what is free");
            return Offerings.Price.NotTold;
        }

        return new Price(free, (decimal?)amount, LocalizedText.Empty);
    }

    public IReadOnlyList<Contact> Contacts() =>
    [
        .. new (ContactKind Kind, string? Value)[] { (ContactKind.Phone, row["phone"]), (ContactKind.Email, row["email"]) }
            .Where(contact => contact.Value is not null)
            .Select(contact => new Contact(contact.Kind, contact.Value!, LocalizedText.Empty, LocalizedText.Empty)),
    ];

    /// <summary>An address of the web; the row is taken in without another.</summary>
    public string? Web(string column)
    {
        if (row[column] is { } written && WebAddress.Read(written) is null)
        {
            Note("cell-wrong", $"{column}: it is no address that begins with https:// or http://; it is left out.");
        }

        return WebAddress.Read(row[column]);
    }
}
