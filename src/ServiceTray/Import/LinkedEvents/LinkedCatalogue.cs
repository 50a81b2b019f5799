namespace ServiceTray.Import.LinkedEvents;

/// <summary>The places, keywords and publishers that events refer to, as far as they are known.</summary>
internal sealed class LinkedCatalogue : IDisposable
{
    private readonly LinkedShelf<LinkedPlace> places = new();
    private readonly LinkedShelf<LinkedKeyword> keywords = new();
    private readonly LinkedShelf<LinkedOrganisation> organisations = new();

    public void Add(LinkedPlace place) => places.Add(place.Id, place);

    public void Add(LinkedKeyword keyword) => keywords.Add(keyword.Id, keyword);

    public void Add(LinkedOrganisation organisation) => organisations.Add(organisation.Id, organisation);

    /// <summary>The place itself, told in the event or known by its address; null: it is not given.</summary>
    public LinkedPlace? Resolve(LinkedPlace told) => told.Name is not null ? told : places.Find(told.Id ?? LinkedJson.IdOf(told.Address));

    /// <summary>The keywords themselves; one that is not given is known by its id alone.</summary>
    public IReadOnlyList<LinkedKeyword> Resolve(IReadOnlyList<LinkedKeyword?>? told) =>
    [
        .. from keyword in (told ?? []).OfType<LinkedKeyword>()
           let id = keyword.Id ?? LinkedJson.IdOf(keyword.Address)
           where id is not null
           select (keyword.Name is not null ? keyword : keywords.Find(id)) ?? new LinkedKeyword(keyword.Address, id, null, null),
    ];

    /// <summary>Whether all that an event refers to is known already.</summary>
    public bool Knows(LinkedEvent dated) =>
        (dated.Location is not { } place || LinkedPlaceReader.IsOnline(place) || Resolve(place) is not null)
        && Resolve(dated.Keywords).Concat(Resolve(dated.Audience)).All(keyword => keyword.Name is not null);

    public LinkedOrganisation? Organisation(string id) => organisations.Find(id);

    public void Dispose()
    {
        places.Dispose();
        keywords.Dispose();
        organisations.Dispose();
    }
}
