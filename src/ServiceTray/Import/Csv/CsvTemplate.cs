namespace ServiceTray.Import.Csv;

/// <summary>The table that an organisation fills in: its columns, and rows as examples.</summary>
internal static class CsvTemplate
{
    public const string FileName = "malli.csv";

    /// <summary>What a table is called on the tray where nobody says another name.</summary>
    public const string SourceName = "csv";

    public static readonly IReadOnlyList<(string Column, string Example)> Columns =
    [
        ("id", "1"), ("organisation", "Esimerkki ry"),
        ("name_fi", "Tuolijumppa"), ("name_sv", "Stolgymnastik"), ("name_en", "Chair exercise"),
        ("summary_fi", "Jumpataan istuen joka tiistai."), ("summary_sv", ""), ("summary_en", ""),
        ("description_fi", "Tule mukaan sellaisena kuin olet."), ("description_sv", ""), ("description_en", ""),
        ("themes", "MOVEMENT COMMUNITY"), ("place", "Puistohalli"), ("address", "Puistokatu 1"), ("postal_code", "70100"), ("municipality", "Kuopio"),
        ("latitude", ""), ("longitude", ""), ("phone", "017 000 0000"), ("email", ""), ("web", ""),
        ("age_min", ""), ("age_max", ""), ("languages", "fi"), ("free", "yes"), ("price", ""), ("hours", ""), ("starts", "2027-01-12 10:00"), ("ends", "2027-01-12 11:30"),
        ("repeats", ""), ("until", ""), ("not_on", ""), ("not_on_holidays", ""),
    ];

    /// <summary>A second row as an example: what is open has hours, what happens once has a start.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["id"] = "2", ["organisation"] = "Esimerkki ry", ["name_fi"] = "Kohtaamispaikka", ["themes"] = "COMMUNITY", ["place"] = "Puistohalli", ["address"] = "Puistokatu 1", ["postal_code"] = "70100", ["municipality"] = "Kuopio", ["free"] = "yes",
        ["hours"] = "ma-to 9-15; pe 9.00-13.30",
    };

    /// <summary>A third: what comes again every week.</summary>
    private static readonly Dictionary<string, string> Weekly = new()
    {
        ["id"] = "3", ["organisation"] = "Esimerkki ry", ["name_fi"] = "Kävelyryhmä", ["themes"] = "NATURE", ["place"] = "Puistohalli", ["address"] = "Puistokatu 1", ["postal_code"] = "70100", ["municipality"] = "Kuopio", ["free"] = "yes",
        ["starts"] = "2027-01-12 10:00", ["ends"] = "2027-01-12 11:30", ["repeats"] = "ti", ["until"] = "2027-05-25", ["not_on"] = "2027-02-23", ["not_on_holidays"] = "yes",
    };

    /// <summary>Columns without which a row cannot be known again, or whose it is.</summary>
    public static readonly IReadOnlyList<string> Needed = ["id", "organisation"];

    /// <summary>The file to fill in; it begins with a mark by which spreadsheet programs know its letters.</summary>
    public static string Text { get; } = $"\ufeff{string.Join(',', Columns.Select(column => column.Column))}\r\n{string.Join(',', Columns.Select(column => column.Example))}\r\n{Row(Open)}{Row(Weekly)}";

    private static string Row(Dictionary<string, string> example) => $"{string.Join(',', Columns.Select(column => example.GetValueOrDefault(column.Column)))}\r\n";

    public static bool Has(string column) => Columns.Any(known => known.Column.Equals(column, StringComparison.OrdinalIgnoreCase));
}
