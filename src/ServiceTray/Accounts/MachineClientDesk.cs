using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Accounts;

/// <summary>Makes tokens for programs, revokes them, and tells whose one is.</summary>
internal sealed class MachineClientDesk(IDbContextFactory<TrayContext> contexts, OperationTable operations, CallerReader callers, TimeProvider clock)
{
    /// <summary>How long a token is good; then a new one is made.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(365);

    /// <summary>The token to hand over; it is not kept, and cannot be told again.</summary>
    /// <exception cref="ForbiddenException">The grant is not hers to give.</exception>
    /// <exception cref="MachineClientInvalidException">The name is none, or a scope is not known.</exception>
    public async Task<string> MakeAsync(Caller caller, string name, Grant grant, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken)
    {
        caller.Must(GrantRule.MayGive(caller, grant));
        if (string.IsNullOrWhiteSpace(name) || name.Length > MachineClient.LongestName || name.Any(char.IsControl) || scopes.Count == 0 || scopes.Except(operations.Scopes).Any())
        {
            throw new MachineClientInvalidException();
        }

        var now = clock.GetUtcNow();
        var token = ProgramToken.Make();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(new MachineClient
        {
            Id = Guid.CreateVersion7(now),
            Name = name.Trim(),
            TokenHash = ProgramToken.HashOf(token),
            Scopes = [.. scopes.Distinct()],
            Role = grant.Role,
            Organisation = grant.Organisation,
            County = grant.County,
            MadeAt = now,
            MadeBy = caller.SignedIn(),
            EndsAt = now + GoodFor,
        });
        await context.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>Ends a token at once; what is not hers to end is as if it was not there.</summary>
    public async Task RevokeAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<MachineClient>().FirstOrDefaultAsync(client => client.Id == id, cancellationToken) is { } client && GrantRule.MayGive(caller, client.Grant))
        {
            client.RevokedAt ??= clock.GetUtcNow();
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Ends what an account made, in the caller's transaction: whoever held it may still have the tokens.</summary>
    public static Task EndAllOfAsync(TrayContext context, Guid account, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Set<MachineClient>().Where(client => client.MadeBy == account && client.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(client => client.RevokedAt, now), cancellationToken);

    /// <summary>The clients that the caller may end, the newest first.</summary>
    public async Task<IReadOnlyList<MachineClient>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = await context.Set<MachineClient>().AsNoTracking().OrderByDescending(client => client.Id).ToListAsync(cancellationToken);
        return [.. all.Where(client => GrantRule.MayGive(caller, client.Grant))];
    }

    /// <summary>Who asks with this token; null: it is nobody's, or has ended.</summary>
    public async Task<Caller?> OfTokenAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (ProgramToken.HashOf(token), clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<MachineClient>().AsNoTracking()
            .FirstOrDefaultAsync(client => client.TokenHash == hash && client.RevokedAt == null && client.EndsAt > now, cancellationToken) is { } found
            ? Caller.Machine(found.Id, found.Name, callers.WithImplied([found.Grant]), found.Scopes)
            : null;
    }
}
