using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Accounts;

/// <summary>Reads the places at which a caller may give roles.</summary>
internal sealed class GrantedPlaceReader(OrganisationReader organisations, Regions regions)
{
    public async Task<IReadOnlyList<GrantedPlace>> ReadAsync(Caller caller, Language language, CancellationToken cancellationToken)
    {
        var places = new List<GrantedPlace>();
        foreach (var id in caller.OrganisationsAs(Role.Publisher))
        {
            if (await organisations.ReadAsync(id, cancellationToken) is { } organisation)
            {
                places.Add(new GrantedPlace(id, null, organisation.Name.Pick(language)));
            }
        }

        var counties = caller.Is(Role.Administrator) ? regions.Counties.Select(county => county.Code) : caller.CountiesAs(Role.CountyAdministrator);
        places.AddRange(counties.Select(code => new GrantedPlace(null, code, regions[code]?.ShortName.Pick(language) ?? new Text(code, language.Tag()))));
        if (caller.Is(Role.Administrator))
        {
            places.Add(GrantedPlace.Whole);
        }

        return places;
    }
}
