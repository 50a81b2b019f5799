using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceTray.Languages;
using ServiceTray.Places;

namespace ServiceTray.Guidance;

/// <summary>The rows of <c>seed-data/help/help.json</c>, in its order.</summary>
internal sealed class HelpRows
{
    /// <summary>A row that nobody has looked at for so long is told to the administrator; it stays all the same.</summary>
    public const int CheckedWithinDays = 90;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<DayOfWeek>(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="ArgumentException">Two rows have one key, or a row names as its next best what is not there.</exception>
    public HelpRows(IReadOnlyList<HelpRow> all)
    {
        All = all;
        if (all.GroupBy(row => row.Key).FirstOrDefault(rows => rows.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{twice.Key} is there twice.", nameof(all));
        }

        if (all.FirstOrDefault(row => row.NextBest is not null && NextBest(row) is null) is { } lost)
        {
            throw new ArgumentException($"{lost.Key} names {lost.NextBest} as its next best, which is no other row.", nameof(all));
        }
    }

    public IReadOnlyList<HelpRow> All { get; }

    /// <summary>
    /// Those for who asks: last what is known to be closed, before that what does not answer in her language, else in the file's order.
    /// A row of an area is for those who told a place in it; an age that is not told may be any.
    /// </summary>
    public IReadOnlyList<HelpRow> For(HelpAsked asked) =>
    [
        .. All.Where(row => row.IsIn(asked.Areas) && (asked.Audience is not { } audience || row.Audiences.Contains(audience)))
            .OrderBy(row => row.IsOpenAt(asked.At) == false)
            .ThenByDescending(row => row.Languages.Contains(asked.Language.Tag(), StringComparer.OrdinalIgnoreCase)),
    ];

    /// <summary>The row to turn to while another is closed; null: none is told.</summary>
    public HelpRow? NextBest(HelpRow row) => All.FirstOrDefault(other => other.Key == row.NextBest && other.Key != row.Key);

    /// <summary>Those that nobody has looked at for too long.</summary>
    public IReadOnlyList<HelpRow> Unchecked(DateOnly today) => [.. All.Where(row => row.CheckedOn.AddDays(CheckedWithinDays) < today)];

    /// <summary>
    /// The neutral block of every page, print and share, the same whoever reads and whatever was answered: numbers that answer in the
    /// reader's language, and those that answer in Finnish, for they answer most; of the whole country, for a place would tell of who reads.
    /// </summary>
    public IReadOnlyList<HelpRow> Neutral(Language language) =>
        [.. All.Where(row => row.Phone is not null && row.Areas.Count == 0 && (row.Languages.Contains(language.Tag()) || row.Languages.Contains(Language.Fi.Tag())))];

    /// <exception cref="InvalidDataException">The file is not there, a row in it cannot be read, or names a region that is not there.</exception>
    public static HelpRows Read(string file, Regions regions)
    {
        try
        {
            var rows = new HelpRows(JsonSerializer.Deserialize<List<HelpRow>>(File.ReadAllBytes(file), Options) ?? []);
            var strange = rows.All.SelectMany(row => row.Areas).FirstOrDefault(area => regions[area] is not { Kind: RegionKind.Municipality or RegionKind.County });
            return strange is null ? rows : throw new ArgumentException($"{strange} is no municipality or county.", nameof(file));
        }
        catch (Exception exception) when (exception is JsonException or IOException or ArgumentException)
        {
            throw new InvalidDataException($"{file} cannot be read: {exception.Message}", exception);
        }
    }
}
