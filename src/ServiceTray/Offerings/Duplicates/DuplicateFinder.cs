using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Organisations;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>Looks at what has changed for the same thing from another source: joins what is surely one, and asks a person about the rest.</summary>
internal sealed class DuplicateFinder(LikeSeeker seeker, OfferingReader reader, OfferingIndexer indexer, Joins joins, DatabaseFacts facts, IDbContextFactory<TrayContext> contexts, TimeProvider clock) : IDisposable
{
    private const int ChangesAtOnce = 300;

    private readonly SemaphoreSlim gate = new(1, 1);

    public void Dispose() => gate.Dispose();

    /// <summary>Looks until nothing has changed since; with one source on the tray nothing is there twice.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var sources = await facts.SourcesAsync(cancellationToken);
        if (sources.Count < 2)
        {
            return;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            // After a large import it is at it for long.
            var pace = new Pace();
            for (var began = Stopwatch.GetTimestamp(); await LookOnceAsync(sources, cancellationToken); began = Stopwatch.GetTimestamp())
            {
                await Task.Delay(pace.After(Stopwatch.GetElapsedTime(began)), cancellationToken);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<bool> LookOnceAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var (ids, upTo) = await ChangedAsync(cancellationToken);
        if (upTo is null)
        {
            return false;
        }

        var placed = (await reader.ReadAsync(ids, cancellationToken)).Where(each => !joins.IsJoined(each.Offering.Id)).ToList();
        var found = new Dictionary<(Guid, Guid), Found>();
        foreach (var one in placed)
        {
            var likes = await seeker.FindAsync(one, sources, cancellationToken);
            foreach (var (other, likeness) in likes)
            {
                var isSure = likeness.Score >= Likeness.JoinFrom && IsOnly(likes, other) && IsOnly(await seeker.FindAsync(other, sources, cancellationToken), one);
                found[Key(one.Offering.Id, other.Offering.Id)] = new(one, other, likeness, isSure);
            }
        }

        await SaveAsync(ids, found, upTo.Value, cancellationToken);
        return true;
    }

    // A source that has two alike means two things by them: which of them is meant is for a person to say.
    private static bool IsOnly(IReadOnlyList<(PlacedOffering Other, Likeness Likeness)> likes, PlacedOffering one) =>
        likes.Count(like => like.Other.Offering.Source.Name == one.Offering.Source.Name && like.Likeness.Score >= Likeness.JoinFrom) == 1;

    private async Task<(List<Guid> Ids, long? UpTo)> ChangedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var from = await context.Set<LikeLook>().Select(look => look.Seq).SingleAsync(cancellationToken);
        var indexed = indexer.State.Sequence;
        var changes = await context.Changes.AsNoTracking().Where(change => change.Seq > from && change.Seq <= indexed).OrderBy(change => change.Seq).Take(ChangesAtOnce).ToListAsync(cancellationToken);
        return ([.. changes.Where(change => change.Kind == ChangeKind.Offering).Select(change => change.EntityId).Distinct()], changes.LastOrDefault()?.Seq);
    }

    private async Task SaveAsync(List<Guid> looked, Dictionary<(Guid, Guid), Found> found, long upTo, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var involved = looked.Concat(found.Values.Select(each => each.Other.Offering.Id)).ToList();
        var pairs = (await context.Set<LikePair>().Where(pair => involved.Contains(pair.FirstId) || involved.Contains(pair.SecondId)).ToListAsync(cancellationToken)).ToDictionary(pair => (pair.FirstId, pair.SecondId));
        var joined = new JoinedIds(pairs.Values);
        var edited = (await context.Set<KeptField>().Where(field => involved.Contains(field.OfferingId)).Select(field => field.OfferingId).ToListAsync(cancellationToken)).ToHashSet();

        // What is no longer alike is no longer asked.
        context.RemoveRange(pairs.Values.Where(pair => pair.State == PairState.Asking && (looked.Contains(pair.FirstId) || looked.Contains(pair.SecondId)) && !found.ContainsKey((pair.FirstId, pair.SecondId))));
        foreach (var (key, each) in found.OrderByDescending(each => each.Value.Likeness.Score))
        {
            var isKnown = pairs.TryGetValue(key, out var pair);
            if (joined.AreOne(key.Item1, key.Item2) && (pair?.State is null or PairState.Asking))
            {
                // Each is one with a third already: there is nothing left to ask.
                context.RemoveRange(isKnown ? [pair!] : Array.Empty<LikePair>());
                continue;
            }

            if (pair is null)
            {
                var now = clock.GetUtcNow();
                pair = new LikePair { Id = Guid.CreateVersion7(now), FirstId = key.Item1, SecondId = key.Item2, KeptId = each.Fuller(edited), Score = 0, Parts = [], FoundAt = now };
                context.Add(pair);
            }

            (pair.Score, pair.Parts) = (each.Likeness.Score, each.Likeness.Parts);
            if (pair.State == PairState.Asking && each.IsSure && joined.StaysOf(key.Item1, key.Item2, each.Fuller(edited)) is { } stays)
            {
                context.Changes.AddRange(pair.Join(stays, byRule: true, clock.GetUtcNow()));
                joined.Add(pair);
            }
        }

        (await context.Set<LikeLook>().SingleAsync(cancellationToken)).Seq = upTo;
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static (Guid, Guid) Key(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    private sealed record Found(PlacedOffering One, PlacedOffering Other, Likeness Likeness, bool IsSure)
    {
        /// <summary>The one that stays: what its organisation has written itself before a register's, then the one that tells more, then the lesser id.</summary>
        public Guid Fuller(HashSet<Guid> edited) => new[] { One.Offering, Other.Offering }
            .OrderByDescending(offering => offering.Source.Name == Source.Own || edited.Contains(offering.Id)).ThenByDescending(Fullness.Of).ThenBy(offering => offering.Id).First().Id;
    }
}
