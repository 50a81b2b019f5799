using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import;

/// <summary>Lays incoming records over what the database holds; what is the same is left alone.</summary>
internal sealed class IncomingApplier(
    TrayContext context, string source, IReadOnlySet<Guid> organisations, DateTimeOffset now, ImportReport report)
{
    public Task ApplyAsync(IncomingRecord record, CancellationToken cancellationToken) => record switch
    {
        IncomingOrganisation incoming => ApplyAsync(incoming.Organisation, cancellationToken),
        IncomingPlace incoming => ApplyAsync(incoming.Place, cancellationToken),
        IncomingOffering { Offering.Themes.Count: > 0 } incoming => ApplyAsync(incoming.Offering, cancellationToken),
        IncomingOffering incoming => RemoveAsync(incoming.Offering.Id, cancellationToken),
        IncomingRemoval removal => RemoveAsync(Source.IdOf(source, removal.SourceId), cancellationToken),
        _ => throw new NotSupportedException($"No rule for {record.GetType().Name}."),
    };

    private async Task ApplyAsync(Organisation incoming, CancellationToken cancellationToken)
    {
        var known = await context.Organisations.FindAsync([incoming.Id], cancellationToken);
        if (known is null)
        {
            incoming.UpdatedAt = incoming.UpdatedAt == default ? now : incoming.UpdatedAt;
            context.Add(incoming);
            return;
        }

        var (fetchedAt, updatedAt) = (incoming.Source.FetchedAt, incoming.UpdatedAt);
        incoming.Source = incoming.Source with { FetchedAt = known.Source.FetchedAt };
        incoming.UpdatedAt = updatedAt == default ? known.UpdatedAt : updatedAt;
        if (Overlay(known, incoming))
        {
            known.Source = incoming.Source with { FetchedAt = fetchedAt };
            known.UpdatedAt = updatedAt == default ? now : updatedAt;
        }
    }

    private async Task ApplyAsync(Place incoming, CancellationToken cancellationToken)
    {
        if (await context.Places.FindAsync([incoming.Id], cancellationToken) is { } known)
        {
            Overlay(known, incoming);
        }
        else
        {
            context.Add(incoming);
        }
    }

    private async Task ApplyAsync(Offering incoming, CancellationToken cancellationToken)
    {
        var known = await context.Offerings.FindAsync([incoming.Id], cancellationToken);
        if (known is not null && known.Kind != incoming.Kind)
        {
            // An activity that became an event is another row of the same id: the old one goes first.
            await context.Offerings.Where(offering => offering.Id == incoming.Id).ExecuteDeleteAsync(cancellationToken);
            context.Entry(known).State = EntityState.Detached;
            known = null;
        }

        if (!organisations.Contains(incoming.OrganisationId)
            && await context.Organisations.FindAsync([incoming.OrganisationId], cancellationToken) is null)
        {
            report.Add(new("organisation", incoming.Source.Id, "organisation-unknown", "Its organisation is neither in this source nor on the tray."));
            return;
        }

        if (known is null)
        {
            incoming.UpdatedAt = incoming.UpdatedAt == default ? now : incoming.UpdatedAt;
            context.Add(incoming);
            report.Added++;
            return;
        }

        var (fetchedAt, updatedAt) = (incoming.Source.FetchedAt, incoming.UpdatedAt);
        incoming.Source = incoming.Source with { FetchedAt = known.Source.FetchedAt };
        incoming.UpdatedAt = updatedAt == default ? known.UpdatedAt : updatedAt;
        incoming.ConfirmedAt ??= known.ConfirmedAt;
        if (!Overlay(known, incoming))
        {
            report.Unchanged++;
            return;
        }

        known.Source = incoming.Source with { FetchedAt = fetchedAt };
        known.UpdatedAt = updatedAt == default ? now : updatedAt;
        report.Changed++;
    }

    private async Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await context.Offerings.FindAsync([id], cancellationToken) is { } known)
        {
            context.Remove(known);
            report.Removed++;
        }
    }

    private bool Overlay<T>(T known, T incoming)
        where T : class
    {
        var entry = context.Entry(known);
        entry.CurrentValues.SetValues(incoming);
        entry.DetectChanges();
        return entry.State == EntityState.Modified;
    }
}
