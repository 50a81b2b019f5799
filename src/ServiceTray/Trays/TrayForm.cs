using System.Globalization;

namespace ServiceTray.Trays;

/// <summary>A tray as it stands on the page where it is made or changed, word for word.</summary>
internal sealed record TrayForm(IReadOnlyList<Guid> Items, IReadOnlyDictionary<Guid, string> Notes)
{
    public const string CodeField = "code";
    public const string EditKeyField = "editKey";
    public const string GreetingField = "greeting";
    public const string DaysField = "days";
    public const string ItemField = "item";

    public static readonly IReadOnlyList<int> Terms = [30, TrayCheck.UsualDays, 365];

    public string? Code { get; init; }

    public string? EditKey { get; init; }

    public string Greeting { get; init; } = "";

    /// <summary>In how many days it ends; null: as it was told before.</summary>
    public int? Days { get; init; }

    public bool IsOfNew => Code is null;

    public static string NoteField(Guid offering) => $"note-{offering}";

    /// <summary>A new tray of what was picked.</summary>
    public static TrayForm Of(Picks picks) => new(picks.Offerings, new Dictionary<Guid, string>()) { Days = TrayCheck.UsualDays };

    /// <summary>A tray that is there, to be changed.</summary>
    public static TrayForm Of(Tray tray, string editKey) => new(
        [.. tray.Items.Select(item => item.Id)],
        tray.Items.Where(item => item.Note is not null).ToDictionary(item => item.Id, item => item.Note!))
    {
        Code = tray.Code,
        EditKey = editKey,
        Greeting = tray.Greeting ?? "",
    };

    public static TrayForm Read(IFormCollection fields)
    {
        var items = fields[ItemField].Select(id => Guid.TryParse(id, out var read) ? read : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        return new TrayForm(items, items.ToDictionary(id => id, id => $"{fields[NoteField(id)]}".ReplaceLineEndings("\n")))
        {
            Code = Told($"{fields[CodeField]}"),
            EditKey = Told($"{fields[EditKeyField]}"),
            Greeting = $"{fields[GreetingField]}".ReplaceLineEndings("\n"),
            Days = int.TryParse(fields[DaysField], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && Terms.Contains(days) ? days : null,
        };
    }

    public string Note(Guid offering) => Notes.GetValueOrDefault(offering, "");

    /// <summary>Without an item.</summary>
    public TrayForm Without(Guid offering) => this with { Items = [.. Items.Where(id => id != offering)] };

    /// <summary>With an item so many places further down, or up when less than none.</summary>
    public TrayForm Moved(Guid offering, int by)
    {
        var order = Items.ToList();
        var at = order.IndexOf(offering);
        if (at < 0)
        {
            return this;
        }

        order.RemoveAt(at);
        order.Insert(Math.Clamp(at + by, 0, order.Count), offering);
        return this with { Items = order };
    }

    public SaveTrayInput ToInput(DateTimeOffset now) => new(
        [.. Items.Select(id => new TrayItemInput($"{id}", Note(id)))], Code, EditKey, Greeting, Days is { } days ? now.AddDays(days) : null);

    private static string? Told(string written) => written.Length > 0 ? written : null;
}
