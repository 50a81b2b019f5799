using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.Lahella;

/// <summary>The place of a channel that is visited.</summary>
internal sealed class LahellaPlaceReader(string source, Regions regions)
{
    /// <summary>The place; null: one takes part from elsewhere, or no address is told.</summary>
    public Place? Read(string activity, int number, LahellaChannel channel, Action<string, string> trouble)
    {
        var told = (channel.Translations ?? new Dictionary<string, LahellaChannelWords?>()).Where(words => words.Value?.Address is not null)
            .Select(words => (Language: LahellaWordsReader.Tag(words.Key), Address: words.Value!.Address!)).ToList();
        if (channel.Type?.Any(type => type is "place" or "hybrid") != true || (told.Count == 0 && channel.Map?.Center is null))
        {
            return null;
        }

        var postalCode = told.Select(words => words.Address.PostalCode?.Trim()).FirstOrDefault(code => code is { Length: 5 } && code.All(char.IsAsciiDigit));
        var cities = told.Select(words => words.Address.City?.Trim()).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var municipality = regions.Municipalities.FirstOrDefault(known => known.Name.Any(name => cities.Contains(name.Value))) ?? regions.Municipality(regions[postalCode]?.Municipality);
        var point = channel.Map?.Center?.Coordinates is [{ } longitude, { } latitude, ..] ? PointReader.Read(latitude, longitude, municipality?.Code, regions, trouble) : null;
        return new Place
        {
            Id = Source.IdOf(source, FormattableString.Invariant($"{activity}#{number}")),
            StreetAddress = LocalizedText.Of(told.Select(words => (words.Language, words.Address.Street))),
            PostalCode = postalCode,
            Municipality = (municipality ?? (point is null ? null : regions.MunicipalityAt(point)))?.Code,
            Coordinates = point,
            Arrival = LahellaWordsReader.Joined(channel.Translations, words => [words?.Summary]),
        };
    }
}
