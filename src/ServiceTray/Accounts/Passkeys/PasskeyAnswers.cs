using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Accounts.Passkeys;

/// <summary>Lets each challenge be answered once, over all that answer at the same moment.</summary>
internal sealed class PasskeyAnswers(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    /// <summary>Notes that the challenge is answered, rightly or not; false: it was already.</summary>
    public async Task<bool> IsFirstAsync(PasskeyChallenge challenge, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Set<PasskeyAnswer>().Where(row => row.EndsAt < now).ExecuteDeleteAsync(cancellationToken);
        if (await context.Set<PasskeyAnswer>().AnyAsync(row => row.ChallengeId == challenge.Id, cancellationToken))
        {
            return false;
        }

        context.Add(new PasskeyAnswer { ChallengeId = challenge.Id, EndsAt = challenge.EndsAt });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
