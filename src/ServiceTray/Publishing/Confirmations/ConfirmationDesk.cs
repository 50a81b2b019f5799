using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Offerings;

namespace ServiceTray.Publishing.Confirmations;

/// <summary>Takes the answer of whoever has the link: it is still on, or on a break until a day. A link is good once, and opens nothing else.</summary>
internal sealed class ConfirmationDesk(IDbContextFactory<TrayContext> contexts, CodeGuard guard, TimeProvider clock)
{
    private const int LongestBreakDays = 366;

    /// <summary>The offering that a link asks about; null for a code that is wrong, used, over or malformed, without a difference.</summary>
    /// <exception cref="TooManyTriesException">Too many wrong codes came from there.</exception>
    public async Task<Offering?> FindAsync(string code, IPAddress? from, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await OpenAsync(context, code, from, cancellationToken) is { } link
            ? await context.Offerings.AsNoTracking().FirstOrDefaultAsync(offering => offering.Id == link.Offering, cancellationToken)
            : null;
    }

    /// <summary>Takes the answer and uses the link up; null as above, also for the later of two at once.</summary>
    /// <exception cref="BreakInvalidException">There is no such break.</exception>
    public async Task<Offering?> AnswerAsync(string code, DateOnly? breakUntil, IPAddress? from, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = HelsinkiTime.Day(now);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await OpenAsync(context, code, from, cancellationToken) is not { } link
            || await context.Offerings.FirstOrDefaultAsync(row => row.Id == link.Offering, cancellationToken) is not { } offering
            || await context.Set<Draft>().FirstOrDefaultAsync(row => row.Id == link.Offering, cancellationToken) is not { } draft)
        {
            return null;
        }

        if (breakUntil is { } until)
        {
            Pause(offering, draft, until > today && until <= today.AddDays(LongestBreakDays) ? new DraftBreak(today, until) : throw new BreakInvalidException());
        }

        offering.ConfirmedAt = now;
        await OfferingPublisher.KeepAsync(context, offering, [nameof(Offering.ConfirmedAt)], now, cancellationToken);
        draft.UpdatedAt = now;
        context.Add(new Edition
        {
            Id = Guid.CreateVersion7(now),
            DraftId = draft.Id,
            At = now,
            By = Guid.Empty,
            ByName = "",
            Kind = breakUntil is null ? EditionKind.Confirmed : EditionKind.BreakTold,
            Told = breakUntil is { } told ? $"{told:O}" : null,
            Content = draft.Content,
        });
        await context.Set<ConfirmationLink>().Where(other => other.Offering == link.Offering).ExecuteDeleteAsync(cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return offering;
    }

    /// <summary>Whether a break can be told of it: of a group that is written here; a register's record tells its own hours.</summary>
    public static bool MayPause(Offering offering) => offering is Activity && offering.Source.Name == OfferingComposer.OwnSource;

    // The draft knows it too, so that the next publishing does not take it back; residents' version is that draft's still,
    // and what waits for a second person goes on waiting.
    private static void Pause(Offering offering, Draft draft, DraftBreak pause)
    {
        if (!MayPause(offering))
        {
            throw new BreakInvalidException();
        }

        var activity = (Activity)offering;
        activity.OpeningHours = [.. activity.OpeningHours.Where(hours => !hours.Closed), OfferingComposer.ClosureOf(pause)];
        draft.Content = draft.Content with { Break = pause };
        draft.PublishedVersion = draft.PublishedVersion == draft.Version ? draft.Version + 1 : draft.PublishedVersion;
        draft.AskedVersion = draft.AwaitsSecondPerson ? draft.Version + 1 : draft.AskedVersion;
        draft.Version++;
    }

    private async Task<ConfirmationLink?> OpenAsync(TrayContext context, string code, IPAddress? from, CancellationToken cancellationToken)
    {
        guard.LetIn(from);
        var now = clock.GetUtcNow();

        // What cannot be read is looked up as well, so that no time tells it from what is wrong.
        var hash = (SecretCode.TryRead(code, out var read) ? read : SecretCode.New()).Hash;
        var link = await context.Set<ConfirmationLink>().FirstOrDefaultAsync(one => one.Hash == hash && one.ExpiresAt > now, cancellationToken);
        if (link is null)
        {
            guard.CountWrong(from);
        }

        return link;
    }
}
