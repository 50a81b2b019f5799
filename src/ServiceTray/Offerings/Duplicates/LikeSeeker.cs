using ServiceTray.Places;
using ServiceTray.Refusals;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>Looks for offerings of other sources that are like one: the search gives those with its name's words, here and anywhere, and they are compared.</summary>
internal sealed class LikeSeeker(OfferingSearch search, OfferingReader reader, TimeProvider clock)
{
    private const int Candidates = 20;
    private const int MostLetters = 200;
    private const int MostWords = 12;
    private const double NearKm = 3;

    /// <summary>Those of the other ones of these sources that are alike enough to ask, the likest first.</summary>
    public async Task<IReadOnlyList<(PlacedOffering Other, Likeness Likeness)>> FindAsync(PlacedOffering placed, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        List<string> others = [.. sources.Where(source => source != placed.Offering.Source.Name)];
        var now = clock.GetUtcNow();
        if (placed.Offering is Event { EndsAt: { } end } && end <= now)
        {
            return [];
        }

        List<OfferingFilter> asked = [Asked(placed.Offering), .. placed.Places.Select(place => place.ShownCoordinates).OfType<Coordinates>().Take(1).Select(at => Asked(placed.Offering) with
        {
            Near = new NearInput(new SpotInput(null, new CoordinatesInput(at.Latitude, at.Longitude)), NearKm),
        })];
        var found = await reader.ReadAsync([.. asked.SelectMany(filter => Find(filter, others)).Distinct()], cancellationToken);
        return
        [
            .. found.Select(other => (other, Likeness: Likeness.Of(placed, other, now)))
                .Where(found => found.Likeness?.Score >= Likeness.AskFrom)
                .OrderByDescending(found => found.Likeness!.Score).ThenBy(found => found.other.Offering.Id)
                .Select(found => (found.other, found.Likeness!)),
        ];
    }

    private IReadOnlyList<Guid> Find(OfferingFilter filter, IReadOnlyList<string> sources)
    {
        try
        {
            return search.FindLike(filter, sources, Candidates);
        }
        catch (RefusalException)
        {
            // A name or a point that no search can take has no like that could be shown.
            return [];
        }
    }

    // All of the name is only words: nothing of it is a filter or a need.
    private static OfferingFilter Asked(Offering offering)
    {
        var words = string.Concat(offering.Name[0].Value.Take(MostLetters).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords).ToList();
        return new OfferingFilter { Text = string.Join(' ', words), AsWords = words, SeekNeeds = false, Kinds = [offering.Kind] };
    }
}
