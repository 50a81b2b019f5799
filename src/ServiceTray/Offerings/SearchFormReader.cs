using System.Globalization;
using Microsoft.Extensions.Primitives;
using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>Reads the search form from what was posted or stands in a link; a button that was pressed is done to it.</summary>
internal static class SearchFormReader
{
    private const int MostChoices = 200;

    /// <summary>The form; null when a field cannot be read.</summary>
    public static SearchForm? Read(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var told = fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        if (Number(told, "radiusKm", NearInput.DefaultRadiusKm) is not { } radius
            || Order(told, "order") is not { } order
            || Choices(told) is not { } choices)
        {
            return null;
        }

        var form = new SearchForm
        {
            Text = Line(told, "text"),
            Place = Line(told, "place"),
            RadiusKm = radius,
            Order = order,
            Choices = [.. choices.Distinct().Where(choice => choice.Field != SearchFilters.AsWords || Line(told, "text").Contains(choice.Value, StringComparison.OrdinalIgnoreCase))],
            After = Pressed(told, "after"),
            Before = Pressed(told, "before"),
            WantsLink = Pressed(told, "link") is not null,
        };
        return Press(form, told);
    }

    private static SearchForm? Press(SearchForm form, Dictionary<string, StringValues> told)
    {
        if (Pressed(told, "toggle") is { } toggle)
        {
            return Choice(toggle) is { } choice ? form.Toggle(choice) : null;
        }

        if (Pressed(told, "sort") is not null)
        {
            return Order(told, "sort") is { } order ? form with { Order = order } : null;
        }

        if (Pressed(told, "reach") is not null)
        {
            return Number(told, "reach", form.RadiusKm) is { } radius ? form with { RadiusKm = radius } : null;
        }

        if (Pressed(told, "pick") is { } place)
        {
            return form with { Place = place };
        }

        if (Pressed(told, "drop") is { } drop)
        {
            var parts = drop.Split('|');
            return SearchFilters.Without(form, parts[0], [.. parts.Skip(1).Where(words => SearchFilters.Takes(SearchFilters.AsWords, words)).Select(words => new AppliedFilter(parts[0], "", words))]);
        }

        if (Pressed(told, "say") is { } text)
        {
            return form with { Text = text.Trim() };
        }

        return Pressed(told, "clear") is not null ? form with { Choices = [] } : form;
    }

    private static SearchChoice? Choice(string written)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && SearchFilters.Takes(written[..colon], written[(colon + 1)..]) ? new(written[..colon], written[(colon + 1)..]) : null;
    }

    private static List<SearchChoice>? Choices(Dictionary<string, StringValues> told)
    {
        var choices = SearchFilters.Names.Where(told.ContainsKey)
            .SelectMany(field => told[field].Where(value => !string.IsNullOrEmpty(value)).Select(value => new SearchChoice(field, value!)))
            .ToList();
        return choices.Count <= MostChoices && choices.TrueForAll(choice => SearchFilters.Takes(choice.Field, choice.Value)) ? choices : null;
    }

    private static OfferingOrder? Order(Dictionary<string, StringValues> told, string field) =>
        Pressed(told, field) is { } word ? PublicWords.Read<OfferingOrder>(word) : OfferingOrder.Best;

    private static double? Number(Dictionary<string, StringValues> told, string field, double otherwise)
    {
        if (Pressed(told, field) is not { } written)
        {
            return otherwise;
        }

        return double.TryParse(written, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    private static string Line(Dictionary<string, StringValues> told, string field) => Pressed(told, field)?.Trim() ?? "";

    private static string? Pressed(Dictionary<string, StringValues> told, string field) =>
        told.TryGetValue(field, out var values) && values.Count > 0 && !string.IsNullOrEmpty(values[0]) ? values[0] : null;
}
