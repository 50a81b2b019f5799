using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>Turns a resident's words into spots on earth. Safe for any number of threads.</summary>
internal sealed class Gazetteer
{
    private const int LongestName = 5;

    private readonly Regions regions;
    private readonly NameIndex index;
    private readonly NameCompletion completion;
    private readonly NearestSpellings spellings;

    /// <summary>Over these regions; builds the forms of their names.</summary>
    public Gazetteer(Regions regions)
    {
        this.regions = regions;
        index = NameIndexBuilder.Build(regions);
        completion = new NameCompletion(index);
        spellings = new NearestSpellings(index);
    }

    /// <summary>The spots that the words may mean, best first; when they are no name, the names that begin so.</summary>
    /// <exception cref="PlaceUnknownException">Nothing is known by these words.</exception>
    public IReadOnlyList<Spot> Find(string words, int first)
    {
        var read = Read(words);
        var found = Understand(words, read);
        if (found.Count == 0)
        {
            found = completion.Of(string.Concat(read.Select(word => word.Key)));
        }

        return found.Count > 0 ? [.. found.Take(first)] : throw new PlaceUnknownException(spellings.To(read));
    }

    /// <summary>The spot that the words mean.</summary>
    /// <exception cref="PlaceUnknownException">Nothing is known by these words; a beginning of a name is not a name.</exception>
    public Spot Resolve(string words) => ResolveOrNull(words) ?? throw new PlaceUnknownException(spellings.To(Read(words)));

    /// <summary>The spot that the words mean; null: nothing is known by them.</summary>
    public Spot? ResolveOrNull(string words) =>
        PlaceWords.AreReadable(words) && Understand(words, PlaceWords.Split(words)) is [var spot, ..] ? spot : null;

    private static IReadOnlyList<PlaceWord> Read(string words) =>
        PlaceWords.AreReadable(words) ? PlaceWords.Split(words) : throw new PlaceUnknownException([]);

    private IReadOnlyList<Spot> Understand(string words, IReadOnlyList<PlaceWord> read)
    {
        if (PointWords.Read(words) is { } point)
        {
            return [At(point)];
        }

        var codes = read.Where(word => word.IsPostalCode).Select(word => regions[word.Key]).OfType<Region>();
        return [.. codes.Select(AtPostalCode).Concat(SpotOrder.Of(Names(read), regions)).DistinctBy(spot => spot, ReferenceEqualityComparer.Instance)];
    }

    // From the left, the longest run of words that is a name; what is no name (a street, a number) is passed over.
    private List<IReadOnlyList<NameMatch>> Names(IReadOnlyList<PlaceWord> words)
    {
        var names = new List<IReadOnlyList<NameMatch>>();
        for (var i = 0; i < words.Count; i++)
        {
            for (var length = Math.Min(LongestName, words.Count - i); length > 0; length--)
            {
                var run = words.Skip(i).Take(length).ToList();
                var found = index.Find(string.Concat(run.Select(word => word.Written)), string.Concat(run.Select(word => word.Key)));
                if (found.Count > 0)
                {
                    names.Add(found);
                    i += length - 1;
                    break;
                }
            }
        }

        return names;
    }

    /// <summary>The spot of a point.</summary>
    public Spot At(Coordinates point)
    {
        var lies = regions.Lying(point);
        return new(null, SpotPrecision.Point, point, lies?.Municipality) { MunicipalityBy = lies?.By };
    }

    private Spot AtPostalCode(Region postal)
    {
        var label = LocalizedText.Of(postal.Name.Select(name => (name.Language, (string?)$"{postal.Code} {name.Value}")));
        var precision = postal.HasOwnCentre ? SpotPrecision.PostalCode : SpotPrecision.Municipality;
        return new(label, precision, postal.Centre, regions.Municipality(postal.Municipality));
    }
}
