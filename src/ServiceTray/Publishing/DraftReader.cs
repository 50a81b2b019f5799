using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Offerings;

namespace ServiceTray.Publishing;

/// <summary>Reads drafts and their history for those whose organisation wrote them, and opens records that a register brought.</summary>
internal sealed class DraftReader(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    /// <summary>The draft; null: there is none, or it is another organisation's.</summary>
    public async Task<Draft?> ReadAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Draft>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } draft && IsHers(caller, draft.OrganisationId) ? draft : null;
    }

    /// <summary>The draft, made from the record that a register brought when there is none yet; null: neither is hers.</summary>
    public async Task<Draft?> OpenAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<Draft>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } draft)
        {
            return IsHers(caller, draft.OrganisationId) ? draft : null;
        }

        if (await context.Offerings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } offering || !IsHers(caller, offering.OrganisationId))
        {
            return null;
        }

        var first = offering.PlaceIds.Count > 0 ? offering.PlaceIds[0] : Guid.Empty;
        var place = await context.Places.AsNoTracking().FirstOrDefaultAsync(row => row.Id == first, cancellationToken);

        var made = new Draft
        {
            Id = id,
            OrganisationId = offering.OrganisationId,
            Content = OfferingComposer.ContentOf(offering, place),
            UpdatedAt = offering.UpdatedAt,
            PublishedAt = clock.GetUtcNow(),
            PublishedVersion = 0,
        };
        context.Add(made);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return made;
        }
        catch (DbUpdateException)
        {
            // Somebody else of hers opened it at the same moment.
            return await ReadAsync(caller, id, cancellationToken);
        }
    }

    /// <summary>All that an organisation has: its drafts, and records of registers that nobody has opened yet; null: it is not hers.</summary>
    public async Task<IReadOnlyList<OwnOffering>?> ListAsync(Caller caller, Guid organisation, CancellationToken cancellationToken)
    {
        if (!IsHers(caller, organisation))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var drafts = await context.Set<Draft>().AsNoTracking().Where(row => row.OrganisationId == organisation).ToListAsync(cancellationToken);
        var shown = await context.Offerings.AsNoTracking().Where(row => row.OrganisationId == organisation).ToDictionaryAsync(row => row.Id, cancellationToken);
        return
        [
            .. drafts.OrderByDescending(draft => draft.UpdatedAt).Select(draft => new OwnOffering(draft.Id, draft, shown.GetValueOrDefault(draft.Id))),
            .. shown.Values.Where(row => !drafts.Exists(draft => draft.Id == row.Id)).OrderByDescending(row => row.UpdatedAt).Select(row => new OwnOffering(row.Id, null, row)),
        ];
    }

    /// <summary>The history, the newest first; null: the draft is not hers.</summary>
    public async Task<IReadOnlyList<Edition>?> HistoryAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(caller, id, cancellationToken) is null)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Edition>().AsNoTracking().Where(row => row.DraftId == id).OrderByDescending(row => row.Seq).ToListAsync(cancellationToken);
    }

    /// <summary>The fields of a record that its organisation has written over.</summary>
    public async Task<IReadOnlyList<string>> KeptAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<KeptField>().Where(row => row.OfferingId == id).OrderBy(row => row.Field).Select(row => row.Field).ToListAsync(cancellationToken);
    }

    /// <summary>The words with which a second person gave it back, when nothing was done with it since; null: it was not, or something was.</summary>
    public async Task<string?> ReturnedAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Edition>().AsNoTracking().Where(row => row.DraftId == id).OrderByDescending(row => row.Seq).FirstOrDefaultAsync(cancellationToken) is { Kind: EditionKind.Returned } last ? last.Told : null;
    }

    private static bool IsHers(Caller caller, Guid organisation) => DraftRights.Writes(caller, organisation);
}

/// <summary>What an organisation has: what is written, what residents see, or both.</summary>
internal sealed record OwnOffering(Guid Id, Draft? Draft, Offering? Shown);
