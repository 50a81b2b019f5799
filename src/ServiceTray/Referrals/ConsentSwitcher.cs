using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Refusals;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Turns one switch of a client's permission off for her when she calls: whoever meets her referral records the wish with its words, and the client sees who did. Only she herself turns one on.</summary>
internal sealed class ConsentSwitcher(IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes, ReferralSealer sealer, TimeProvider clock)
{
    /// <summary>Turns it off as the caller, who saw the referral at this revision.</summary>
    /// <exception cref="RefusalException">The referral is not hers, was moved meanwhile, or has no such switch that is on.</exception>
    public async Task<ReferralShown> SwitchOffAsync(ReferralOrder order, Caller caller, ConsentSwitch off, string why, CancellationToken cancellationToken)
    {
        caller.SignedIn();
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var found = await context.Set<Referral>().FirstOrDefaultAsync(referral => referral.Id == order.Id, cancellationToken);
        var sights = found is null ? [] : ReferralSight.Of(caller, found);
        if (sights.Count == 0 || await ReferralFile.OpenAsync(context, sealer, programmes, found, cancellationToken) is not { } file)
        {
            throw new ReferralUnknownException();
        }

        var sight = ReferralSight.Best(sights)!;
        var actor = sight.Actor with { SpokenWish = true };
        if (order.Revision != file.Referral.Revision)
        {
            throw Told(MoveRefusedException.Moved(file.Referral.State, file.Referral.Possible(sight.Actor)));
        }

        try
        {
            file.Referral.SwitchOff(new Occasion(actor, now, file.Programme), off, why);
        }
        catch (MoveRefusedException refused)
        {
            throw Told(refused);
        }

        await file.PutBackAsync(actor, AuditWriter.ConsentChanged, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ReferralShown.Of(file, sights, sight.Reader, now);

        // A refusal must not tell the sender what the client keeps from her.
        MoveRefusedException Told(MoveRefusedException refused) =>
            sight.Reader == ReferralReader.Sender ? refused.ShownAs(SenderSight.StateFor(file.Referral, file.Programme, sight.Reader, now)) : refused;
    }
}

/// <summary>One switch of a permission: a purpose, or a field that the recipient sees.</summary>
internal sealed record ConsentSwitch(Purpose? Purpose, ClientField? Field)
{
    /// <exception cref="ReferralInvalidException">It names none, or two.</exception>
    public static ConsentSwitch Of(Purpose? purpose, ClientField? field) =>
        purpose is null == field is null ? throw new ReferralInvalidException("purpose", RefusalCodes.FieldRequired) : new(purpose, field);
}
