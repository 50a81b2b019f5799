using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Offerings.Persons;

namespace ServiceTray.Publishing.Persons;

/// <summary>Shows a person who permits it on an offering's page, at once and until a day, and takes her away.</summary>
internal sealed class PersonContactDesk(IDbContextFactory<TrayContext> contexts, Sealer sealer, TimeProvider clock)
{
    /// <summary>Shows her from now on, in the place of whoever was shown.</summary>
    /// <exception cref="DraftRefusedException">Something is missing or wrong: her permission, a last day, a way to reach her.</exception>
    /// <exception cref="ForbiddenException">The caller may write, and not publish.</exception>
    public async Task ShowAsync(Caller caller, Draft draft, PersonForm form, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        caller.Must(DraftRights.Publishes(caller, draft.OrganisationId));
        var (words, lastDay, problems) = form.Read(HelsinkiTime.Day(now));
        if (problems.Count > 0)
        {
            throw new DraftRefusedException(problems);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await RemoveAsync(context, draft, cancellationToken);
        context.Add(new PersonContact
        {
            Id = Guid.CreateVersion7(now),
            OfferingId = draft.Id,
            Closed = sealer.Seal(PersonContact.Purpose, words),
            LastDay = lastDay,
            PermittedAt = now,
            NotedBy = caller.SignedIn(),
        });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Takes her away; the change feed tells that she is.</summary>
    public async Task RemoveAsync(Caller caller, Draft draft, CancellationToken cancellationToken)
    {
        caller.Must(DraftRights.Writes(caller, draft.OrganisationId));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await RemoveAsync(context, draft, cancellationToken);
    }

    private static async Task RemoveAsync(TrayContext context, Draft draft, CancellationToken cancellationToken)
    {
        context.RemoveRange(await context.Set<PersonContact>().Where(row => row.OfferingId == draft.Id).ToListAsync(cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
    }
}
