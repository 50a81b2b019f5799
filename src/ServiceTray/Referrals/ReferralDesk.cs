using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Refusals;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Takes referrals in: what it has acknowledged is saved with what must be told of it, and sending again sends nothing twice.</summary>
internal sealed class ReferralDesk(
    IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes, ReferralSealer sealer, PasswordHasher<Referral> hasher, RecipientPoints points, TimeProvider clock)
{
    private const int LongestKey = 200;

    /// <summary>Writes and sends, or with an agreement by code asks the client; <paramref name="isDraft"/>: only keeps it.</summary>
    /// <exception cref="RefusalException">The caller may not send so, something cannot be taken, or consent is missing.</exception>
    public async Task<SentReferral> SendAsync(ReferralSendingInput input, string idempotencyKey, bool isDraft, Caller caller, CancellationToken cancellationToken)
    {
        var account = caller.SignedIn();
        var unit = UnitOf(input, caller);
        caller.Must(unit is not null && caller.Scopes?.Contains(ReferralSight.Scope) != false);
        if (programmes.Find(input.Programme) is not { IsOn: true } programme || programme.SenderOrNull(unit!.Value) is null)
        {
            throw ReferralRefusedException.ProgrammeOff;
        }

        var now = clock.GetUtcNow();

        // What a program only drafts is the unit's, for one of its professionals to take up.
        var program = caller.Scopes is null ? (Guid?)null : account;
        var occasion = new Occasion(new ReferralActor(ReferralRole.Sender, isDraft && program is not null ? null : account, unit), now, programme);
        return await TakeAsync(input, idempotencyKey, isDraft, caller, occasion, account, program, cancellationToken);
    }

    /// <summary>Takes in what a client sends herself; she agrees by sending it, and her PIN is how she sees it again.</summary>
    /// <exception cref="RefusalException">The programme is not open to clients, or something cannot be taken.</exception>
    public async Task<SentReferral> SendOwnAsync(ReferralSendingInput input, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (programmes.Find(input.Programme) is not { IsOn: true, IsOpenToClients: true } programme)
        {
            throw ReferralRefusedException.ProgrammeOff;
        }

        var occasion = new Occasion(new ReferralActor(ReferralRole.Sender), clock.GetUtcNow(), programme);
        return await TakeAsync(input, idempotencyKey, isDraft: false, Caller.Nobody, occasion, Guid.Empty, program: null, cancellationToken);
    }

    private async Task<SentReferral> TakeAsync(
        ReferralSendingInput input, string idempotencyKey, bool isDraft, Caller caller, Occasion occasion, Guid sender, Guid? program, CancellationToken cancellationToken)
    {
        var (now, programme, draft) = (occasion.At, occasion.Programme, input.ToDraft());
        List<ReferralProblem> problems =
        [
            .. DraftCheck.Check(draft, programme),
            .. await points.ProblemsAsync(draft, programme, cancellationToken),
            .. !isDraft && AgreedAtOnce(input, occasion) is { } agreement ? ConsentMaker.Problems(agreement, occasion) : [],
            .. ClientPin.Problems(input.Pin, isNeeded: occasion.Actor.Unit is null),
            .. KeyProblems(idempotencyKey),
        ];

        // Made before the database is locked, since that takes its time.
        var pinHash = problems.Count == 0 ? ClientPin.HashOrNull(hasher, input.Pin) : null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var keyHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)));
        if (await context.Set<ReferralSending>().FirstOrDefaultAsync(sending => sending.Sender == sender && sending.KeyHash == keyHash, cancellationToken) is { } known)
        {
            // Whatever has changed since, what was taken is answered as it was.
            return await AgainAsync(context, known, input, caller, now, cancellationToken);
        }

        if (problems.Count > 0)
        {
            throw new ReferralInvalidException(problems);
        }

        var id = Guid.CreateVersion7(now);
        var file = ReferralFile.Make(context, sealer, hash => Referral.Draft(id, draft, hash, pinHash, Pseudonyms.New(), occasion, program), id, programme);
        Start(file.Referral, occasion, input, isDraft);
        context.Add(new ReferralSending { Sender = sender, KeyHash = keyHash, ContentMark = file.Mark(input), Referral = id });
        await file.PutBackAsync(occasion.Actor, isDraft ? "DRAFT" : null, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Shown(file, caller, now);
    }

    private static void Start(Referral referral, Occasion occasion, ReferralSendingInput input, bool isDraft)
    {
        if (isDraft)
        {
            return;
        }

        if (input.Agreement is not null && AgreedAtOnce(input, occasion) is null)
        {
            referral.AskConsent(occasion);
        }
        else
        {
            referral.Send(occasion, input.Agreement?.ToAgreement());
        }
    }

    // What is agreed by code is asked first, unless it is she herself who sends.
    private static Agreement? AgreedAtOnce(ReferralSendingInput input, Occasion occasion) =>
        input.Agreement is { } told && (told.Form != AgreementForm.Code || occasion.Actor.Unit is null) ? told.ToAgreement() : null;

    // The same answer as the first time; another referral under the same key is a fault of the sender's program.
    private async Task<SentReferral> AgainAsync(
        TrayContext context, ReferralSending known, ReferralSendingInput input, Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var referral = await context.Set<Referral>().FirstOrDefaultAsync(r => r.Id == known.Referral, cancellationToken);

        // After the client has said no nothing is left to compare, and the code that was told then opens nothing; a draft that was thrown
        // away is no more, and what she sent from a unit that she has left is not hers.
        if (await ReferralFile.OpenAsync(context, sealer, programmes, referral, cancellationToken) is not { } file || file.Referral.State.HidesPerson() || known.ContentMark != file.Mark(input)
            || (file.Referral.SenderUnit is not null && !ReferralSight.Of(caller, file.Referral).Any(sight => sight.Reader == ReferralReader.Sender)))
        {
            throw ReferralRefusedException.KeyReused;
        }

        return Shown(file, caller, now);
    }

    private static SentReferral Shown(ReferralFile file, Caller caller, DateTimeOffset now) =>
        new(ReferralShown.Of(file, ReferralSight.Of(caller, file.Referral), ReferralReader.Sender, now), file.Code.Words);

    private static Guid? UnitOf(ReferralSendingInput input, Caller caller)
    {
        var units = caller.OrganisationsAs(Role.Professional);
        return input.SenderUnit is { } told ? (units.Contains(told) ? told : null) : units is [var only] ? only : null;
    }

    private static IEnumerable<ReferralProblem> KeyProblems(string idempotencyKey) =>
        string.IsNullOrWhiteSpace(idempotencyKey) || idempotencyKey.Length > LongestKey ? [new("idempotencyKey", RefusalCodes.FieldRequired)] : [];
}

/// <summary>What was sent, and the code to give to the client.</summary>
internal sealed record SentReferral(ReferralShown Shown, string Code);
