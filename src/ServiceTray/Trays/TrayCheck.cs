using ServiceTray.Languages;

namespace ServiceTray.Trays;

/// <summary>Holds a tray to be kept against its bounds, and tells all that is wrong at once.</summary>
internal static class TrayCheck
{
    public const int MostItems = 50;
    public const int LongestGreeting = 1000;
    public const int LongestNote = 500;
    public const int UsualDays = 90;
    public const int MostDays = 366;

    /// <summary>What is wrong; the offerings that may stand on it are those there are, and those that stood on it before.</summary>
    public static IReadOnlyList<TrayError> Check(SaveTrayInput input, IReadOnlySet<Guid> known, DateTimeOffset now)
    {
        var errors = new List<TrayError>();
        if (input.Items.Count is 0 or > MostItems)
        {
            errors.Add(input.Items.Count == 0 ? TrayError.Empty : TrayError.Full);
        }

        if (input.ExpiresAt is { } end && (end <= now || end > now.AddDays(MostDays)))
        {
            errors.Add(TrayError.ExpiryWrong);
        }

        errors.AddRange(Text(input.Greeting, LongestGreeting, null));
        var seen = new HashSet<Guid>();
        for (var i = 0; i < Math.Min(input.Items.Count, MostItems); i++)
        {
            var item = input.Items[i];
            if (!Guid.TryParse(item.Offering, out var id) || !known.Contains(id))
            {
                errors.Add(TrayError.OfferingUnknown(i));
            }
            else if (!seen.Add(id))
            {
                errors.Add(TrayError.OfferingTwice(i));
            }

            errors.AddRange(Text(item.Note, LongestNote, i));
        }

        return errors;
    }

    private static IEnumerable<TrayError> Text(string? text, int longest, int? item) => text switch
    {
        null => [],
        _ when !ReadableText.Is(text) => [TrayError.Unreadable(item)],
        _ when text.Length > longest => [TrayError.TooLong(longest, item)],
        _ => [],
    };
}
