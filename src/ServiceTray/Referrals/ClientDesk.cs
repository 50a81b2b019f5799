using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Serves the client by her code: the code alone tells little, with her PIN she sees and decides all.</summary>
internal sealed class ClientDesk(
    IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes, ReferralSealer sealer, PasswordHasher<Referral> hasher,
    CodeGuard guard, TimeProvider clock)
{
    private static readonly TimeSpan CodeLives = TimeSpan.FromDays(180);

    private static readonly ReferralState[] Ended = [.. Enum.GetValues<ReferralState>().Where(state => state.IsEnded())];

    /// <summary>What the code shows; null for a code that is wrong, over or malformed, and for a wrong PIN, without a difference.</summary>
    public async Task<ClientSight?> FindAsync(ClientKey key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await OpenAsync(context, key, now, cancellationToken) is not { } file)
        {
            return null;
        }

        var reader = ReaderOf(key);
        await AuditWriter.AddAsync(context, [(file.Referral.Pseudonym, ReferralActor.Client, AuditWriter.CodeRead)], now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        var sight = await SightAsync(context, file, reader, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sight;
    }

    /// <summary>Does as she wishes.</summary>
    /// <param name="key">Her code and PIN.</param>
    /// <param name="revision">The referral as she saw it, so that she is told what was changed meanwhile; null: it holds whatever that was, as a no does.</param>
    /// <param name="make">What she wishes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ReferralUnknownException">Code or PIN is wrong.</exception>
    /// <exception cref="MoveRefusedException">It was changed meanwhile, or cannot be done.</exception>
    public Task<ClientSight> MoveAsync(ClientKey key, int? revision, Action<Referral, Occasion> make, CancellationToken cancellationToken) =>
        ActAsync(key, revision, make, (context, file, occasion, isSwitch) =>
            isSwitch ? ReferralChain.SwitchRestAsync(context, sealer, programmes, file.Referral, occasion, make, cancellationToken)
            : file.Referral.State.HidesPerson() ? ReferralChain.WithdrawRestAsync(context, sealer, programmes, file.Referral, occasion, cancellationToken)
            : Task.CompletedTask, cancellationToken);

    /// <summary>She lets her permission go on, here and in whatever it was forwarded from and as.</summary>
    /// <exception cref="ReferralUnknownException">Code or PIN is wrong.</exception>
    public Task<ClientSight> RenewAsync(ClientKey key, int? revision, string textVersion, DateOnly? until, CancellationToken cancellationToken)
    {
        var agreement = new Agreement(textVersion, AgreementForm.Code, [], Until: until);
        return ActAsync(key, revision, (referral, occasion) => referral.Renew(occasion, agreement),
            (context, file, occasion, _) => ReferralChain.RenewRestAsync(context, sealer, programmes, file.Referral, occasion, agreement, cancellationToken), cancellationToken);
    }

    private async Task<ClientSight> ActAsync(
        ClientKey key, int? revision, Action<Referral, Occasion> make, Func<TrayContext, ReferralFile, Occasion, bool, Task> makeRest, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await OpenAsync(context, key, now, cancellationToken) is not { } file || !MayAll(file.Referral, key))
        {
            throw new ReferralUnknownException();
        }

        var occasion = new Occasion(key.Pin is null ? ReferralActor.CodeHolder : ReferralActor.Client, now, file.Programme);
        var steps = file.Referral.Steps.Count;
        var (state, possible) = (file.Referral.State, file.Referral.Possible(ReferralActor.Client, file.Programme));
        if (revision is { } seen && seen != file.Referral.Revision)
        {
            throw MoveRefusedException.Moved(state, possible);
        }

        try
        {
            make(file.Referral, occasion);
        }
        catch (ReferralInvalidException invalid)
        {
            throw invalid.Of(state, possible);
        }

        var isSwitch = file.Referral.Steps.Count == steps;
        await file.PutBackAsync(ReferralActor.Client, isSwitch ? AuditWriter.ConsentChanged : null, now, cancellationToken);
        await makeRest(context, file, occasion, isSwitch);
        var sight = await SightAsync(context, file, ReaderOf(key), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sight;
    }

    // A code goes by mail, text and letter: who has it alone is told how far it is, and nothing of whom it is about.
    private static ReferralReader ReaderOf(ClientKey key) => key.Pin is null ? ReferralReader.CodeHolder : ReferralReader.Client;

    // Without a PIN chosen at sending, the code alone is all she has: what waits for her agreement she may still answer.
    private static bool MayAll(Referral referral, ClientKey key) =>
        referral.Content.PinHash is not null ? key.Pin is not null : referral.State == ReferralState.AwaitingConsent;

    private async Task<ReferralFile?> OpenAsync(TrayContext context, ClientKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = ClientCode.HashOf(key.Code);
        guard.LetIn(key.From);
        guard.LetPin(hash);

        // What is over is not found, rather than found and put away: nothing that is done tells it from what never was.
        var oldest = now - CodeLives;
        var last = await ReferralChain.LastOf(context, hash).FirstOrDefaultAsync(referral => referral.StateAt >= oldest || !Ended.Contains(referral.State), cancellationToken);
        var file = await ReferralFile.OpenAsync(context, sealer, programmes, last, cancellationToken);
        if (file is null || file.Referral.State == ReferralState.Draft || (file.Referral.State.IsEnded() && file.Referral.StateAt + CodeLives < now))
        {
            guard.CountWrong(key.From);
            return null;
        }

        if (key.Pin is null)
        {
            return file;
        }

        if (file.Referral.Content.PinHash is { } pinHash && hasher.VerifyHashedPassword(null!, pinHash, key.Pin) != PasswordVerificationResult.Failed)
        {
            return file;
        }

        guard.CountWrong(key.From);
        guard.CountWrongPin(hash);
        return null;
    }

    private async Task<ClientSight> SightAsync(TrayContext context, ReferralFile file, ReferralReader reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var referral = file.Referral;
        var readings = new List<AuditEntry>();
        if (reader == ReferralReader.Client)
        {
            var subjects = (await ReferralChain.AllAsync(context, referral, cancellationToken)).Select(one => one.Pseudonym).ToList();
            readings = await context.Set<AuditEntry>().AsNoTracking().Where(entry => subjects.Contains(entry.Subject)).OrderByDescending(entry => entry.Seq).Take(200).ToListAsync(cancellationToken);
        }

        var shown = new ReferralShown(
            ReferralViewer.Of(referral, file.Programme, reader, now), file.Programme, reader == ReferralReader.Client ? referral.Possible(ReferralActor.Client, file.Programme) : []);
        return new ClientSight(shown, ClientPhases.Of(referral.State), file.Programme.RecipientOrNull(referral.Receiver), readings, referral.Content.PinHash is not null, HelsinkiTime.Day(now).AddMonths(file.Programme.ConsentMonths));
    }
}

/// <summary>What a client types, and from where; the place is only counted.</summary>
internal sealed record ClientKey(string Code, string? Pin, IPAddress? From)
{
    public static ClientKey Of(HttpContext http, string code, string? pin) => new(code, string.IsNullOrEmpty(pin) ? null : pin, http.Connection.RemoteIpAddress);

    public override string ToString() => nameof(ClientKey);
}

/// <summary>A referral as the client sees it: how far it is, whom to ask, with her PIN all of it and who has read it; and until when her permission holds if she lets it go on today.</summary>
internal sealed record ClientSight(ReferralShown Shown, ClientPhase Phase, ProgrammeParty? Contact, IReadOnlyList<AuditEntry> Readings, bool HasPin, DateOnly RenewedUntil);
