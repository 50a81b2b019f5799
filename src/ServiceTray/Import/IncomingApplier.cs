using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import;

/// <summary>Lays incoming records over what the database holds; what is the same is left alone.</summary>
internal sealed class IncomingApplier(
    TrayContext context, IReadOnlySet<Guid> organisations, DateTimeOffset now, ImportReport report)
{
    // What organisations have written over is theirs.
    private ILookup<Guid, string> kept = Enumerable.Empty<KeptField>().ToLookup(field => field.OfferingId, field => field.Field);

    /// <summary>Applies records of one transaction; all that is known of them is fetched at once.</summary>
    public async Task ApplyAsync(IReadOnlyList<IncomingRecord> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(IdOf).ToList();
        var offerers = records.OfType<IncomingOffering>().Select(record => record.Offering.OrganisationId);
        List<Guid> bodies = [.. ids.Concat(offerers).Distinct()];
        await context.Organisations.Where(known => bodies.Contains(known.Id)).LoadAsync(cancellationToken);
        await context.Places.Where(known => ids.Contains(known.Id)).LoadAsync(cancellationToken);
        await context.Offerings.Where(known => ids.Contains(known.Id)).LoadAsync(cancellationToken);
        await context.Set<Tombstone>().Where(known => ids.Contains(known.Id)).LoadAsync(cancellationToken);
        kept = (await context.Set<KeptField>().AsNoTracking().Where(field => ids.Contains(field.OfferingId)).ToListAsync(cancellationToken))
            .ToLookup(field => field.OfferingId, field => field.Field);

        // Each record is compared by itself; comparing all of them at each step would cost the square of the batch.
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var record in records)
        {
            await ApplyAsync(record, cancellationToken);
        }

        context.ChangeTracker.AutoDetectChangesEnabled = true;
    }

    private static Guid IdOf(IncomingRecord record) => record switch
    {
        IncomingOrganisation incoming => incoming.Organisation.Id,
        IncomingPlace incoming => incoming.Place.Id,
        IncomingOffering incoming => incoming.Offering.Id,
        IncomingRemoval removal => removal.Id,
        _ => throw new NotSupportedException($"No rule for {record.GetType().Name}."),
    };

    private async Task ApplyAsync(IncomingRecord record, CancellationToken cancellationToken)
    {
        switch (record)
        {
            case IncomingOrganisation incoming:
                Apply(incoming);
                break;
            case IncomingPlace incoming:
                Apply(incoming.Place);
                break;
            case IncomingOffering incoming:
                await ApplyAsync(incoming.Offering, incoming.PutOff ?? [], cancellationToken);
                break;
            case IncomingRemoval removal:
                Remove(removal.Id);
                break;
        }
    }

    private void Apply(IncomingOrganisation record)
    {
        var incoming = record.Organisation;
        var known = Known<Organisation>(incoming.Id);
        if (known is null)
        {
            incoming.UpdatedAt = incoming.UpdatedAt == default ? now : incoming.UpdatedAt;
            context.Add(incoming);
            return;
        }

        if (record.OnlyNamed)
        {
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

    private void Apply(Place incoming)
    {
        incoming.AsDisclosed();
        if (Known<Place>(incoming.Id) is { } known)
        {
            Overlay(known, incoming);
        }
        else
        {
            context.Add(incoming);
        }
    }

    private async Task ApplyAsync(Offering incoming, IReadOnlyList<string> putOff, CancellationToken cancellationToken)
    {
        if (!organisations.Contains(incoming.OrganisationId)
            && Known<Organisation>(incoming.OrganisationId) is null)
        {
            report.Add(new("organisation", incoming.Source.Id, "organisation-unknown", "Its organisation is neither in this source nor on the tray."));
            return;
        }

        var known = Known<Offering>(incoming.Id);
        if (incoming is Event dated && putOff.Count > 0)
        {
            Recall(dated, known as Event, putOff);
        }

        if (known is not null && known.Kind != incoming.Kind)
        {
            // An activity that became an event is another row of the same id: the old one goes first.
            await context.Offerings.Where(offering => offering.Id == incoming.Id).ExecuteDeleteAsync(cancellationToken);
            context.Entry(known).State = EntityState.Detached;
            known = null;
        }

        if (known is null)
        {
            incoming.UpdatedAt = incoming.UpdatedAt == default ? now : incoming.UpdatedAt;
            context.Add(incoming);
            if (Known<Tombstone>(incoming.Id) is { } stone)
            {
                context.Remove(stone);
            }

            report.Added++;
            return;
        }

        var (fetchedAt, updatedAt) = (incoming.Source.FetchedAt, incoming.UpdatedAt);
        incoming.Source = incoming.Source with { FetchedAt = known.Source.FetchedAt };
        incoming.UpdatedAt = updatedAt == default ? known.UpdatedAt : updatedAt;
        incoming.ConfirmedAt ??= known.ConfirmedAt;
        if (kept[known.Id].Contains(nameof(Offering.PlaceIds)))
        {
            incoming.ForgetPlacesOfDates();
        }

        if (!Overlay(known, incoming, [.. kept[known.Id]]))
        {
            report.Unchanged++;
            return;
        }

        known.Source = incoming.Source with { FetchedAt = fetchedAt };
        known.UpdatedAt = updatedAt == default ? now : updatedAt;
        report.Changed++;
    }

    // When what is put off was to be, only the tray still knows.
    private void Recall(Event incoming, Event? known, IReadOnlyList<string> putOff)
    {
        var isWhole = putOff.Contains(incoming.Source.Id);
        List<Occurrence> recalled = [.. (known?.Occurrences ?? []).Where(date => isWhole || (date.SourceId is { } id && putOff.Contains(id))).Select(date => date.PutOff())];
        incoming.Occurrences = [.. incoming.Occurrences.Concat(recalled).OrderBy(date => date.StartsAt)];
        if (recalled.Count < putOff.Count)
        {
            report.Add(new ImportProblem("event", incoming.Source.Id, "put-off-undated", FormattableString.Invariant($"{putOff.Count - recalled.Count} of its dates are put off, and for when they were planned is not known.")));
        }
    }

    private void Remove(Guid id)
    {
        if (Known<Offering>(id) is { } known)
        {
            context.Remove(known);
            context.Add(new Tombstone { Id = id, Source = known.Source.Name, SourceId = known.Source.Id, RemovedAt = now });
            report.Removed++;
        }
    }

    private T? Known<T>(Guid id)
        where T : class => context.Set<T>().Local.FindEntry(id)?.Entity;

    private bool Overlay<T>(T known, T incoming, params IReadOnlyList<string> except)
        where T : class
    {
        var entry = context.Entry(known);
        entry.CurrentValues.SetValues(incoming);
        foreach (var field in except.Where(field => entry.Metadata.FindProperty(field) is not null))
        {
            entry.Property(field).CurrentValue = entry.Property(field).OriginalValue;
        }

        entry.DetectChanges();
        return entry.State == EntityState.Modified;
    }
}
