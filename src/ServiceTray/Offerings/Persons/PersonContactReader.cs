using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Codes;
using ServiceTray.Data;

namespace ServiceTray.Offerings.Persons;

/// <summary>Reads the person of an offering for its page, and takes away those whose last day is past.</summary>
internal sealed class PersonContactReader(IDbContextFactory<TrayContext> contexts, Sealer sealer, TimeProvider clock)
{
    /// <summary>Whom the offering's page shows now; null: nobody.</summary>
    public async Task<PersonShown?> ReadAsync(Guid offering, CancellationToken cancellationToken)
    {
        var today = HelsinkiTime.Day(clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<PersonContact>().AsNoTracking().FirstOrDefaultAsync(row => row.OfferingId == offering && row.LastDay >= today, cancellationToken) is { } row
            && sealer.OpenOrNull<PersonWords>(PersonContact.Purpose, row.Closed) is { } words
            ? new PersonShown(row.Id, words, row.LastDay)
            : null;
    }

    /// <summary>Deletes those whose last day is past, each leaving its tombstone; how many.</summary>
    public async Task<int> ForgetExpiredAsync(CancellationToken cancellationToken)
    {
        var today = HelsinkiTime.Day(clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var over = await context.Set<PersonContact>().Where(row => row.LastDay < today).ToListAsync(cancellationToken);
        context.RemoveRange(over);
        await context.SaveChangesAsync(cancellationToken);
        return over.Count;
    }
}
