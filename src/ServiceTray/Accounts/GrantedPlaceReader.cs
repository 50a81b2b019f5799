using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Accounts;

/// <summary>Reads the places at which a caller may give roles.</summary>
internal sealed class GrantedPlaceReader(OrganisationReader organisations, AccountKeeper accounts, Regions regions)
{
    /// <summary>Her own organisations, then counties, then the whole.</summary>
    public async Task<IReadOnlyList<GrantedPlace>> ReadAsync(Caller caller, Language language, CancellationToken cancellationToken)
    {
        var places = await OrganisationsAsync(caller.OrganisationsAs(Role.Publisher), language, cancellationToken);

        var counties = caller.Is(Role.Administrator) ? regions.Counties.Select(county => county.Code) : caller.CountiesAs(Role.CountyAdministrator);
        places.AddRange(counties.Select(code => new GrantedPlace(null, code, NameOf(code, language))));
        if (caller.Is(Role.Administrator))
        {
            places.Add(GrantedPlace.Whole);
        }

        return places;
    }

    /// <summary>The same, and for an administrator all others' organisations where somebody has a role, by name: who must go may be the only one there.</summary>
    public async Task<IReadOnlyList<GrantedPlace>> ReadWithOthersAsync(Caller caller, Language language, CancellationToken cancellationToken)
    {
        var own = await ReadAsync(caller, language, cancellationToken);
        var others = caller.Is(Role.Administrator) ? (await accounts.OrganisationsWithPeopleAsync(cancellationToken)).Except(own.Select(place => place.Organisation).OfType<Guid>()) : [];
        return [.. own, .. (await OrganisationsAsync(others, language, cancellationToken)).OrderBy(place => place.Name!.Value, StringComparer.InvariantCultureIgnoreCase)];
    }

    /// <summary>How the place of a grant is called; null: it is of the whole.</summary>
    public async Task<Text?> NameOfAsync(Grant grant, Language language, CancellationToken cancellationToken) => grant switch
    {
        { Organisation: { } id } => (await organisations.ReadAsync(id, cancellationToken))?.Name.Pick(language) ?? new Text($"{id}", language.Tag()),
        { County: { } code } => NameOf(code, language),
        _ => null,
    };

    private Text NameOf(string county, Language language) => regions[county]?.ShortName.Pick(language) ?? new Text(county, language.Tag());

    private async Task<List<GrantedPlace>> OrganisationsAsync(IEnumerable<Guid> ids, Language language, CancellationToken cancellationToken)
    {
        var places = new List<GrantedPlace>();
        foreach (var id in ids)
        {
            if (await organisations.ReadAsync(id, cancellationToken) is { } organisation)
            {
                places.Add(new GrantedPlace(id, null, organisation.Name.Pick(language)));
            }
        }

        return places;
    }
}
