using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Persons;
using ServiceTray.Publishing.Reviews;
using ServiceTray.Publishing.Series;

namespace ServiceTray.Publishing;

/// <summary>Saves drafts and shows them to residents, or not any more; what is another organisation's is as if it was not there.</summary>
internal sealed class PublishingDesk(
    IDbContextFactory<TrayContext> contexts, DraftCheck check, OfferingComposer composer, OfferingPublisher publisher, DraftReader reader, DraftPictures pictures, SecondPersonRule second, PersonContactReader persons, TimeProvider clock)
{
    /// <summary>Saves a new draft, or one that she read as this version, with what she makes of its content.</summary>
    /// <exception cref="DraftUnknownException">It is not hers to write.</exception>
    /// <exception cref="DraftRefusedException">Something in it can never be.</exception>
    /// <exception cref="DraftMovedException">Somebody saved it since.</exception>
    public async Task<Draft> SaveAsync(
        Caller caller, Guid organisation, Guid? id, int version, Func<DraftContent, DraftContent> write, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var draft = id is { } known ? await FindAsync(context, caller, known, cancellationToken) : New(caller, organisation, now);
        var content = write(draft.Content);
        if (check.Wrong(content) is { Count: > 0 } problems)
        {
            throw new DraftRefusedException(problems);
        }

        if (id is null)
        {
            context.Add(draft);
        }
        else if (draft.Version != version)
        {
            throw new DraftMovedException(draft.Version);
        }

        draft.Content = content;
        if (id is not null && !context.Entry(draft).Property(row => row.Content).IsModified)
        {
            // Nothing was changed, so there is nothing for the history.
            return draft;
        }

        await WriteAsync(context, caller, draft, content, EditionKind.Saved, null, cancellationToken);
        return draft;
    }

    /// <summary>Lets residents see the draft as it is now; where a second person is wanted, whoever wrote it asks for her instead.</summary>
    /// <exception cref="DraftRefusedException">Something is missing that residents need.</exception>
    /// <exception cref="DraftMovedException">She saw another version, or is the second person and does not say which she saw.</exception>
    public async Task<Draft> PublishAsync(Caller caller, Guid id, int? seen, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await context.Set<Draft>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row && (DraftRights.Writes(caller, row.OrganisationId) || DraftRights.Reviews(caller, row)) ? row : throw new DraftUnknownException();
        caller.Must(DraftRights.Publishes(caller, draft.OrganisationId) || DraftRights.Reviews(caller, draft));
        var organisation = await context.Organisations.AsNoTracking().FirstAsync(body => body.Id == draft.OrganisationId, cancellationToken);
        if (DraftCheck.Lacking(draft.Content, organisation, await persons.ReadAsync(id, cancellationToken) is not null).Concat(check.Wrong(draft.Content)).ToList() is { Count: > 0 } problems)
        {
            throw new DraftRefusedException(problems);
        }

        var (county, didWrite) = (await second.WantedByAsync(context, draft, cancellationToken), await SecondPersonRule.DidWriteAsync(context, caller, draft.Id, cancellationToken));
        if (seen is null ? !didWrite && (county is not null || draft.AwaitsSecondPerson) : seen != draft.Version)
        {
            throw new DraftMovedException(draft.Version);
        }

        if (county is not null && didWrite)
        {
            (draft.AskedVersion, draft.AskedCounty) = (draft.Version + 1, county);
            await WriteAsync(context, caller, draft, draft.Content, EditionKind.Asked, null, cancellationToken);
            return draft;
        }

        var now = clock.GetUtcNow();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await publisher.PublishAsync(context, composer.Compose(draft.Id, draft.Content, organisation, now), cancellationToken);
        draft.PublishedAt ??= now;
        (draft.AskedVersion, draft.AskedCounty) = (null, null);
        await WriteAsync(context, caller, draft, draft.Content, EditionKind.Published, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return draft;
    }

    /// <summary>Hides it from residents; the draft stays.</summary>
    /// <exception cref="DraftRefusedException">A register brought the record, and would bring it again.</exception>
    public async Task<Draft> UnpublishAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await FindAsync(context, caller, id, cancellationToken);
        caller.Must(DraftRights.Publishes(caller, draft.OrganisationId));
        if (await context.Offerings.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } offering)
        {
            if (offering.Source.Name != OfferingComposer.OwnSource)
            {
                throw new DraftRefusedException(new DraftProblem("source", DraftFault.Wrong));
            }

            context.Remove(offering);
            await OfferingPublisher.TakePlaceAsync(context, id, cancellationToken);
        }

        (draft.PublishedAt, draft.PublishedVersion) = (null, null);
        await WriteAsync(context, caller, draft, draft.Content, EditionKind.Unpublished, null, cancellationToken);
        return draft;
    }

    /// <summary>A new draft of the same, its dates a year on.</summary>
    /// <exception cref="DraftUnknownException">It is not hers.</exception>
    public async Task<Draft> CopyAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var draft = await reader.OpenAsync(caller, id, cancellationToken) ?? throw new DraftUnknownException();
        return await SaveAsync(caller, draft.OrganisationId, null, 0, _ => YearOn.Of(pictures.WithoutLost(draft.Content), HelsinkiTime.Day(clock.GetUtcNow())), cancellationToken);
    }

    /// <summary>Makes an earlier content the draft's again; residents see it when it is published.</summary>
    /// <exception cref="DraftUnknownException">There is no such edition of hers.</exception>
    public async Task<Draft> RestoreAsync(Caller caller, Guid edition, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var old = await context.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == edition, cancellationToken) ?? throw new DraftUnknownException();
        var draft = await FindAsync(context, caller, old.DraftId, cancellationToken);
        await WriteAsync(context, caller, draft, pictures.WithoutLost(old.Content), EditionKind.Restored, $"{old.At:O}", cancellationToken);
        return draft;
    }

    /// <summary>Tells residents whether there is room, at once.</summary>
    /// <exception cref="DraftUnknownException">Residents see no such offering of hers.</exception>
    public async Task<Draft> TellCapacityAsync(Caller caller, Guid id, CapacityState state, CancellationToken cancellationToken)
    {
        var draft = await reader.OpenAsync(caller, id, cancellationToken) ?? throw new DraftUnknownException();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var offering = await context.Offerings.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new DraftUnknownException();
        var now = clock.GetUtcNow();
        offering.Capacity = new Capacity(state, now);
        await OfferingPublisher.KeepAsync(context, offering, [nameof(Offering.Capacity)], now, cancellationToken);
        context.Add(Told(caller, draft, EditionKind.CapacityTold, $"{state}", now));
        await context.SaveChangesAsync(cancellationToken);
        return draft;
    }

    private static Draft New(Caller caller, Guid organisation, DateTimeOffset now) =>
        DraftRights.Writes(caller, organisation)
            ? new Draft { Id = Guid.CreateVersion7(now), OrganisationId = organisation, Content = new DraftContent(), UpdatedAt = now }
            : throw new DraftUnknownException();

    private static async Task<Draft> FindAsync(TrayContext context, Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var draft = await context.Set<Draft>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return draft is not null && DraftRights.Writes(caller, draft.OrganisationId) ? draft : throw new DraftUnknownException();
    }

    private static Edition Told(Caller caller, Draft draft, EditionKind kind, string? told, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        DraftId = draft.Id,
        At = now,
        By = caller.SignedIn(),
        ByName = caller.DisplayName,
        Kind = kind,
        Told = told,
        Content = draft.Content,
    };

    private async Task WriteAsync(TrayContext context, Caller caller, Draft draft, DraftContent content, EditionKind kind, string? told, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        (draft.Content, draft.UpdatedAt) = (content, now);
        draft.Version++;
        if (kind == EditionKind.Published)
        {
            draft.PublishedVersion = draft.Version;
        }

        context.Add(Told(caller, draft, kind, told, now));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new DraftMovedException(draft.Version);
        }
    }
}
