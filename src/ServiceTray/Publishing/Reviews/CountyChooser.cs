using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Places;

namespace ServiceTray.Publishing.Reviews;

/// <summary>Reads and keeps what counties have chosen; a county's administrators choose for it, the installation's for all.</summary>
internal sealed class CountyChooser(IDbContextFactory<TrayContext> contexts, Regions regions)
{
    /// <summary>The caller's counties with what each has chosen.</summary>
    public async Task<IReadOnlyList<ChosenCounty>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var chosen = await context.Set<CountyChoice>().AsNoTracking().ToDictionaryAsync(row => row.County, cancellationToken);
        return [.. regions.Counties.Where(county => IsHers(caller, county.Code)).Select(county => new ChosenCounty(county, chosen.GetValueOrDefault(county.Code)?.SecondPerson ?? false))];
    }

    /// <summary>Chooses whether a second person is wanted; what waits for her stays waiting.</summary>
    /// <exception cref="CountyUnknownException">The county is not hers.</exception>
    public async Task<ChosenCounty> ChooseAsync(Caller caller, string county, bool secondPerson, CancellationToken cancellationToken)
    {
        var region = regions.Counties.FirstOrDefault(known => known.Code == county && IsHers(caller, known.Code)) ?? throw new CountyUnknownException();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<CountyChoice>().FirstOrDefaultAsync(row => row.County == county, cancellationToken) is { } known)
        {
            known.SecondPerson = secondPerson;
        }
        else
        {
            context.Add(new CountyChoice { County = county, SecondPerson = secondPerson });
        }

        await context.SaveChangesAsync(cancellationToken);
        return new ChosenCounty(region, secondPerson);
    }

    private static bool IsHers(Caller caller, string county) => caller.Is(Role.Administrator) || caller.IsIn(county, Role.CountyAdministrator);
}

/// <summary>A county with what it has chosen.</summary>
internal sealed record ChosenCounty(Region County, bool SecondPerson);
