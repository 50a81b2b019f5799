using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>Where a person sees pairs that look like one, and says whether they are.</summary>
internal sealed class DuplicateDesk(IDbContextFactory<TrayContext> contexts, OfferingReader reader, Joins joins, TimeProvider clock)
{
    public const int MostAtOnce = 100;

    /// <summary>Pairs in a state, those that ask by likeness and the others by when they were decided; of those that ask only what is still open on both sides.</summary>
    public async Task<IReadOnlyList<ShownPair>> ListAsync(PairState state, int first, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var asked = context.Set<LikePair>().AsNoTracking().Where(pair => pair.State == state);
        var pairs = await (state == PairState.Asking ? asked.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Id) : asked.OrderByDescending(pair => pair.DecidedAt).ThenBy(pair => pair.Id))
            .Take(MostAtOnce * 4).ToListAsync(cancellationToken);
        var read = (await reader.ReadAsync([.. pairs.SelectMany(pair => new[] { pair.FirstId, pair.SecondId })], cancellationToken)).ToDictionary(placed => placed.Offering.Id);
        return
        [
            .. pairs.Where(pair => read.ContainsKey(pair.FirstId) && read.ContainsKey(pair.SecondId))
                .Where(pair => state != PairState.Asking || !(joins.IsJoined(pair.FirstId) || joins.IsJoined(pair.SecondId)))
                .Take(first).Select(pair => new ShownPair(pair, read[pair.FirstId], read[pair.SecondId])),
        ];
    }

    /// <summary>Says that the two are one, of which one stays, or (null) that they are two; also when they were joined before. Null: there is no such pair.</summary>
    /// <exception cref="FilterInvalidException">What is to stay is neither of them.</exception>
    /// <exception cref="PairOvertakenException">One of them is gone, or was joined with another meanwhile.</exception>
    public async Task<ShownPair?> AnswerAsync(Guid id, Guid? kept, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Set<LikePair>().SingleOrDefaultAsync(pair => pair.Id == id, cancellationToken) is not { } pair)
        {
            return null;
        }

        if (kept is { } stays && !pair.Holds(stays))
        {
            throw new FilterInvalidException("keep", "What stays is one of the two.");
        }

        Guid[] both = [pair.FirstId, pair.SecondId];
        var read = (await reader.ReadAsync(both, cancellationToken)).ToDictionary(placed => placed.Offering.Id);
        if (read.Count < both.Length || (kept is not null && await IsTakenAsync(context, pair, cancellationToken)))
        {
            throw new PairOvertakenException();
        }

        context.Changes.AddRange(kept is { } one ? pair.Join(one, byRule: false, clock.GetUtcNow()) : pair.Part(clock.GetUtcNow()));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ShownPair(pair, read[pair.FirstId], read[pair.SecondId]);
    }

    // Whatever went into another already may neither go into a second nor stay for this one, or answers would lead in a ring.
    private static Task<bool> IsTakenAsync(TrayContext context, LikePair pair, CancellationToken cancellationToken) =>
        context.Set<LikePair>().AnyAsync(
            other => other.Id != pair.Id && other.State == PairState.Joined && context.Offerings.Any(kept => kept.Id == other.KeptId)
                && (((other.FirstId == pair.FirstId || other.SecondId == pair.FirstId) && other.KeptId != pair.FirstId)
                    || ((other.FirstId == pair.SecondId || other.SecondId == pair.SecondId) && other.KeptId != pair.SecondId)),
            cancellationToken);
}

/// <summary>A pair with both of its offerings.</summary>
internal sealed record ShownPair(LikePair Pair, PlacedOffering First, PlacedOffering Second);
