namespace ServiceTray.Import.LinkedEvents;

/// <summary>The places, keywords and publishers that events refer to, as far as they are known.</summary>
internal sealed class LinkedCatalogue
{
    private readonly Dictionary<string, LinkedPlace> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedKeyword> keywords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedOrganisation> organisations = new(StringComparer.Ordinal);

    public void Add(LinkedPlace place)
    {
        if (place.Id is { } id)
        {
            places[id] = place;
        }
    }

    public void Add(LinkedKeyword keyword)
    {
        if (keyword.Id is { } id)
        {
            keywords[id] = keyword;
        }
    }

    public void Add(LinkedOrganisation organisation)
    {
        if (organisation.Id is { } id)
        {
            organisations[id] = organisation;
        }
    }

    /// <summary>The place itself, told in the event or known by its address; null: it is not given.</summary>
    public LinkedPlace? Resolve(LinkedPlace told) => told.Name is not null ? told : places.GetValueOrDefault(told.Id ?? LinkedJson.IdOf(told.Address) ?? "");

    /// <summary>The keywords themselves; one that is not given is known by its id alone.</summary>
    public IReadOnlyList<LinkedKeyword> Resolve(IReadOnlyList<LinkedKeyword?>? told) =>
    [
        .. from keyword in (told ?? []).OfType<LinkedKeyword>()
           let id = keyword.Id ?? LinkedJson.IdOf(keyword.Address)
           where id is not null
           select (keyword.Name is not null ? keyword : keywords.GetValueOrDefault(id)) ?? new LinkedKeyword(keyword.Address, id, null, null),
    ];

    /// <summary>Whether all that an event refers to is known already.</summary>
    public bool Knows(LinkedEvent dated) =>
        (dated.Location is not { } place || LinkedPlaceReader.IsOnline(place) || Resolve(place) is not null)
        && Resolve(dated.Keywords).Concat(Resolve(dated.Audience)).All(keyword => keyword.Name is not null);

    public LinkedOrganisation? Organisation(string id) => organisations.GetValueOrDefault(id);
}
