using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Places;
using ServiceTray.Search;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Offerings;

/// <summary>Keeps the index at the database's last change: the database is the truth, the index can always be made again.</summary>
internal sealed class OfferingIndexer(
    SearchIndex index,
    OfferingReader reader,
    IDbContextFactory<TrayContext> contexts,
    TrayDatabase database,
    DatabaseFacts facts,
    Joins joins,
    Regions regions,
    TimeProvider clock,
    ILogger<OfferingIndexer> logger)
{
    /// <summary>From so many changes on, and at least a quarter of all, all is built anew: it costs no more, and leaves no small segments behind.</summary>
    private const int RebuildFrom = 2_000;

    /// <summary>What the index holds now, and how it reads Finnish.</summary>
    public IndexState State => new(index.FinnishChain, index.FinnishChainReason, index.Count, index.Sequence);

    /// <summary>When all dates were last counted on from the day of it; long ago when that is not known.</summary>
    public DateTimeOffset RenewedAt => new(File.GetLastWriteTimeUtc(database.IndexRenewedFile));

    /// <summary>Takes the stored index, or makes it from the database when there is none that fits.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        logger.LogInformation("Finnish is read by {Chain}{Reason}", index.FinnishChain, index.FinnishChainReason is { } why ? $": {why}" : "");
        await joins.ReadAsync(cancellationToken);
        if (index.TryLoad(database.IndexFile, out var reason, await facts.OriginAsync(cancellationToken)) && index.Sequence <= await facts.LastSequenceAsync(cancellationToken))
        {
            if (await FollowAsync(cancellationToken))
            {
                await SaveAsync(cancellationToken);
            }

            return;
        }

        logger.LogInformation("The index is built from the database: {Reason}", reason ?? "it is ahead of the database");
        await RebuildAsync(cancellationToken);
    }

    /// <summary>Makes the whole index anew and puts it in place.</summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        var sequence = await facts.LastSequenceAsync(cancellationToken);
        reader.Clear();
        await joins.ReadAsync(cancellationToken);
        var placed = await reader.ReadAllAsync(cancellationToken);
        index.Replace(Documents(placed), sequence);
        await SaveAsync(cancellationToken);
        NoteRenewed();
    }

    /// <summary>Takes in what has changed since; true when something had, which is then to be saved.</summary>
    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        var last = await facts.LastSequenceAsync(cancellationToken);
        if (last <= index.Sequence)
        {
            return false;
        }

        if (last - index.Sequence >= Math.Max(RebuildFrom, index.Count / 4))
        {
            await RebuildAsync(cancellationToken);
            return true;
        }

        var ids = await TouchedAsync(index.Sequence, last, cancellationToken);
        var placed = (await reader.ReadAsync(ids, cancellationToken)).Where(offering => !joins.IsJoined(offering.Offering.Id)).ToList();
        var gone = ids.Except(placed.Select(offering => offering.Offering.Id)).ToList();
        index.Apply([.. Documents(placed)], gone, last);
        return true;
    }

    /// <summary>Counts the dates of every series and the days of hours that change on from now, since the index knows only those of some time ahead.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Offerings
            .FromSql($"SELECT * FROM offering WHERE recurrence IS NOT NULL OR opening_hours LIKE '%\"validFrom\":\"%' OR opening_hours LIKE '%\"validTo\":\"%' OR opening_hours LIKE '%\"closed\":true%'")
            .Select(offering => offering.Id).ToListAsync(cancellationToken);
        if (ids.Count > 0)
        {
            index.Apply([.. Documents(await reader.ReadAsync(ids, cancellationToken))], [], index.Sequence);
            await SaveAsync(cancellationToken);
        }

        NoteRenewed();
    }

    /// <summary>Stores the index; a full disk costs the next start a rebuild, not this one its answers.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            index.Save(database.IndexFile, await facts.OriginAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("The index could not be stored: {Message}", exception.Message);
        }
    }

    private void NoteRenewed()
    {
        try
        {
            File.WriteAllText(database.IndexRenewedFile, "");
            File.SetLastWriteTimeUtc(database.IndexRenewedFile, clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("It could not be noted that the index was renewed, so it is renewed again soon: {Message}", exception.Message);
        }
    }

    /// <summary>The offerings that changes touch, all that changed forgotten first: a changed organisation or place touches all of its offerings.</summary>
    private async Task<List<Guid>> TouchedAsync(long after, long upTo, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var changes = await context.Changes.AsNoTracking().Where(change => change.Seq > after && change.Seq <= upTo).ToListAsync(cancellationToken);
        reader.Drop([.. changes.Select(change => change.EntityId).Distinct()]);
        var organisations = Ids(ChangeKind.Organisation);
        var places = Ids(ChangeKind.Place).ToHashSet();
        var touched = Ids(ChangeKind.Offering).ToHashSet();
        touched.UnionWith(await context.Offerings.Where(offering => organisations.Contains(offering.OrganisationId)).Select(offering => offering.Id).ToListAsync(cancellationToken));
        if (places.Count > 0)
        {
            var held = await context.Offerings.Select(offering => new { offering.Id, offering.PlaceIds }).ToListAsync(cancellationToken);
            touched.UnionWith(held.Where(offering => offering.PlaceIds.Any(places.Contains)).Select(offering => offering.Id));
        }

        // What was joined stands and falls with the one that answers for it, before and after.
        touched.UnionWith(touched.SelectMany(joins.OthersOf).ToList());
        await joins.ReadAsync(cancellationToken);
        touched.UnionWith(touched.SelectMany(joins.OthersOf).ToList());
        return [.. touched];

        List<Guid> Ids(ChangeKind kind) => [.. changes.Where(change => change.Kind == kind).Select(change => change.EntityId).Distinct()];
    }

    /// <summary>What was joined into another is found as that one; one that cannot be indexed is told and left out, the others are found.</summary>
    private IEnumerable<IndexDocument> Documents(IEnumerable<PlacedOffering> placed)
    {
        foreach (var offering in placed.Where(each => !joins.IsJoined(each.Offering.Id)))
        {
            IndexDocument document;
            try
            {
                document = OfferingDocument.Of(offering, regions, clock.GetUtcNow());
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or KeyNotFoundException)
            {
                logger.LogError("Offering {Id} cannot be indexed: {Kind} {Trace}", offering.Offering.Id, exception.GetType(), exception.StackTrace);
                continue;
            }

            yield return document;
        }
    }
}

/// <summary>What an index holds: the Finnish chain and why it is not Voikko, how many offerings, the last change.</summary>
internal sealed record IndexState(string FinnishChain, string? FinnishChainReason, int Offerings, long Sequence);
