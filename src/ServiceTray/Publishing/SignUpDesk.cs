using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Publishing;

/// <summary>Takes organisations' sign-ups, and lets an administrator verify or refuse them.</summary>
internal sealed class SignUpDesk(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    public const int LongestLine = 200;

    /// <summary>How many may wait for one account: more is no person asking.</summary>
    private const int MostWaiting = 3;

    /// <summary>Stores what somebody asks; she has an account by then.</summary>
    /// <exception cref="DraftRefusedException">A field is not as it must be, or too many wait already.</exception>
    public async Task AskAsync(Guid account, SignUpForm form, CancellationToken cancellationToken)
    {
        if (form.Problem is { } problem)
        {
            throw new DraftRefusedException(problem);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<SignUp>().CountAsync(row => row.AccountId == account && row.State == SignUpState.Waiting, cancellationToken) >= MostWaiting)
        {
            throw new DraftRefusedException(new DraftProblem("name", DraftFault.TooMany));
        }

        var claimed = form.Organisation is { } id ? await context.Organisations.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
        var now = clock.GetUtcNow();
        context.Add(new SignUp
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account,
            OrganisationId = claimed?.Id,
            Name = claimed?.Name.Pick(Language.Fi).Value ?? form.Name.Trim(),
            Kind = claimed?.Kind ?? form.Kind,
            BusinessId = string.IsNullOrWhiteSpace(form.BusinessId) ? null : form.BusinessId.Trim(),
            Contact = form.Contact.Trim(),
            At = now,
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Those that wait, the oldest first, with the name of who asks.</summary>
    public async Task<IReadOnlyList<(SignUp SignUp, string AskedBy)>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from row in context.Set<SignUp>().AsNoTracking()
            join account in context.Set<Account>() on row.AccountId equals account.Id
            where row.State == SignUpState.Waiting
            orderby row.Id
            select new { row, account.DisplayName }).ToListAsync(cancellationToken);
        return [.. rows.Select(found => (found.row, found.DisplayName))];
    }

    /// <summary>What an account has asked for and nobody has decided yet.</summary>
    public async Task<IReadOnlyList<string>> WaitingOfAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<SignUp>().Where(row => row.AccountId == account && row.State == SignUpState.Waiting).OrderBy(row => row.Id).Select(row => row.Name).ToListAsync(cancellationToken);
    }

    /// <summary>Decides one that waits: who asked becomes the organisation's publisher, or nothing.</summary>
    /// <exception cref="DraftUnknownException">None such waits: another may have decided it.</exception>
    public async Task DecideAsync(Caller caller, Guid id, bool verify, CancellationToken cancellationToken)
    {
        caller.Must(caller.Is(Role.Administrator));
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await context.Set<SignUp>().FirstOrDefaultAsync(row => row.Id == id && row.State == SignUpState.Waiting, cancellationToken) ?? throw new DraftUnknownException();
        (row.State, row.DecidedAt, row.DecidedBy) = (verify ? SignUpState.Verified : SignUpState.Refused, now, caller.Id);
        if (verify)
        {
            if (row.OrganisationId is null)
            {
                var made = Guid.CreateVersion7(now);
                context.Add(new Organisation
                {
                    Id = made,
                    Name = LocalizedText.Of(row.Name),
                    Kind = row.Kind,
                    BusinessId = row.BusinessId,
                    Source = new Source(OfferingComposer.OwnSource, $"{made}"),
                    UpdatedAt = now,
                });
                row.OrganisationId = made;
                await context.SaveChangesAsync(cancellationToken);
            }

            await AccountKeeper.GiveAsync(context, row.AccountId, new Grant(Role.Publisher, row.OrganisationId), caller.Id, now, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
