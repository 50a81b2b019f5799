using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Refusals;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Moves referrals for those who are signed in: one move, one transaction, and the second of two is told.</summary>
internal sealed class ReferralMover(
    IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes, ReferralSealer sealer, PasswordHasher<Referral> hasher, LinkPersonKeeper persons, TimeProvider clock)
{
    /// <summary>Makes a move as the caller, who saw the referral at this revision.</summary>
    /// <exception cref="RefusalException">It is not hers, was moved meanwhile, or cannot be moved so.</exception>
    public Task<ReferralShown> MoveAsync(ReferralOrder order, Caller caller, ReferralMove move, Action<Referral, Occasion> make, CancellationToken cancellationToken) =>
        MoveAsync(order, caller, move, (file, occasion, _) =>
        {
            make(file.Referral, occasion);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>Sends a draft with the client's agreement, or asks her by code; she may choose a PIN only now.</summary>
    public async Task<SentReferral> SendDraftAsync(ReferralOrder order, Caller caller, Agreement? agreement, string? pin, CancellationToken cancellationToken)
    {
        var isAsked = agreement is { Form: AgreementForm.Code };
        var (pinHash, wrongPin) = PinOf(pin);
        var code = "";
        var shown = await MoveAsync(order, caller, isAsked ? ReferralMove.AskConsent : ReferralMove.Send, (file, occasion, _) =>
        {
            if (wrongPin is not null)
            {
                throw wrongPin;
            }

            if (pinHash is not null)
            {
                file.Referral.ChoosePin(pinHash);
            }

            if (isAsked)
            {
                file.Referral.AskConsent(occasion, agreement!.Hidden);
            }
            else
            {
                file.Referral.Send(occasion, agreement);
            }

            code = file.Code.Words;
            return Task.CompletedTask;
        }, cancellationToken);
        return new SentReferral(shown, code);
    }

    // Made before the referral is locked, since that takes its time; refused like all else once it is known whose referral it is.
    private (string? Hash, ReferralInvalidException? Wrong) PinOf(string? pin)
    {
        try
        {
            return (ClientPin.HashOrNull(hasher, pin), null);
        }
        catch (ReferralInvalidException wrong)
        {
            return (null, wrong);
        }
    }

    /// <summary>Takes it on and names the link person, or hands it over to another.</summary>
    public Task<ReferralShown> NameAsync(ReferralOrder order, Caller caller, ReferralMove move, Guid linkPerson, CancellationToken cancellationToken) =>
        MoveAsync(order, caller, move, async (file, occasion, _) =>
        {
            var receiver = file.Referral.Receiver;
            var person = (await persons.FitAsync(receiver, cancellationToken)).FirstOrDefault(fit => fit.Account == linkPerson)
                ?? new LinkPerson { Account = linkPerson, Organisation = receiver, Name = "" };
            if (move == ReferralMove.HandOver)
            {
                file.Referral.HandOver(occasion, person);
            }
            else
            {
                file.Referral.Accept(occasion, person);
            }
        }, cancellationToken);

    /// <summary>Another professional of the sending unit goes on as the sender, here and in whatever it was forwarded from and as; whoever was it sees it no more.</summary>
    /// <exception cref="ReferralUnknownException">It is of another unit, or hers already.</exception>
    public Task<ReferralShown> TakeOverAsync(ReferralOrder order, Caller caller, CancellationToken cancellationToken) =>
        MoveAsync(order, caller, ReferralMove.TakeOver, async (file, occasion, context) =>
        {
            file.Referral.TakeOver(occasion);
            await ReferralChain.TakeRestOverAsync(context, sealer, programmes, file.Referral, occasion, cancellationToken);
        }, cancellationToken);

    /// <summary>Hands it to another recipient of the programme.</summary>
    public Task<ReferralShown> ForwardAsync(ReferralOrder order, Caller caller, Guid receiver, CancellationToken cancellationToken) =>
        MoveAsync(order, caller, ReferralMove.Forward, async (file, occasion, context) =>
        {
            var (id, pseudonym) = (Guid.CreateVersion7(occasion.At), Pseudonyms.New());
            var before = (await ReferralChain.AllAsync(context, file.Referral, cancellationToken)).TakeWhile(other => other.Id != file.Referral.Id).Select(other => other.Receiver).ToList();
            var child = ReferralFile.Make(context, sealer, hash => file.Referral.Forward(occasion, receiver, before, id, hash, pseudonym), id, file.Programme);
            await child.PutBackAsync(occasion.Actor, null, occasion.At, cancellationToken);
        }, cancellationToken);

    /// <summary>Records the client's no, to this and to whatever it was forwarded from and as.</summary>
    public Task<ReferralShown> EndAsync(ReferralOrder order, Caller caller, ReferralMove no, ReasonCode? reason, CancellationToken cancellationToken) =>
        MoveAsync(order, caller, no, async (file, occasion, context) =>
        {
            if (no == ReferralMove.Withdraw)
            {
                file.Referral.Withdraw(occasion, reason);
            }
            else
            {
                file.Referral.DeclineConsent(occasion, reason);
            }

            await ReferralChain.WithdrawRestAsync(context, sealer, programmes, file.Referral, occasion, cancellationToken);
        }, cancellationToken);

    /// <summary>Records that the client lets her permission go on, here and in whatever it was forwarded from and as.</summary>
    public Task<ReferralShown> RenewAsync(ReferralOrder order, Caller caller, Agreement agreement, CancellationToken cancellationToken) =>
        MoveAsync(order, caller, ReferralMove.Renew, async (file, occasion, context) =>
        {
            file.Referral.Renew(occasion, agreement);
            await ReferralChain.RenewRestAsync(context, sealer, programmes, file.Referral, occasion, agreement, cancellationToken);
        }, cancellationToken);

    /// <summary>Turns one switch of the client's permission off for her when she calls: the caller records her wish with its words, and she sees who did. Whatever it was forwarded from and as has it off too. Only she herself turns one on.</summary>
    /// <exception cref="RefusalException">The referral is not hers, was moved meanwhile, or has no such switch that is on.</exception>
    public Task<ReferralShown> SwitchOffAsync(ReferralOrder order, Caller caller, ConsentSwitch off, string why, CancellationToken cancellationToken) =>
        ActAsync(order, caller, null, (sights, _) => ReferralSight.Best(sights)!, async (file, sight, now, context) =>
        {
            var actor = sight.Actor with { SpokenWish = true };
            var occasion = new Occasion(actor, now, file.Programme);
            file.Referral.SwitchOff(occasion, off, why);
            await file.PutBackAsync(actor, AuditWriter.ConsentChanged, now, cancellationToken);
            await ReferralChain.SwitchRestOffAsync(context, sealer, programmes, file.Referral, occasion, off, why, cancellationToken);
        }, cancellationToken);

    private Task<ReferralShown> MoveAsync(
        ReferralOrder order, Caller caller, ReferralMove move, Func<ReferralFile, Occasion, TrayContext, Task> make, CancellationToken cancellationToken) =>
        ActAsync(order, caller, move, (sights, referral) => ReferralSight.For(sights, referral, move, order.SpokenWish), async (file, sight, now, context) =>
        {
            await make(file, new Occasion(sight.Actor, now, file.Programme), context);
            await (move == ReferralMove.Discard ? file.RemoveAsync(sight.Actor, now, cancellationToken) : file.PutBackAsync(sight.Actor, null, now, cancellationToken));
        }, cancellationToken);

    // What is done to a referral by somebody who meets it, in one transaction and as she saw it.
    private async Task<ReferralShown> ActAsync(
        ReferralOrder order,
        Caller caller,
        ReferralMove? move,
        Func<IReadOnlyList<ReferralSight>, Referral, ReferralSight> choose,
        Func<ReferralFile, ReferralSight, DateTimeOffset, TrayContext, Task> act,
        CancellationToken cancellationToken)
    {
        caller.SignedIn();
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var found = await context.Set<Referral>().FirstOrDefaultAsync(referral => referral.Id == order.Id, cancellationToken);
        var isTaken = move == ReferralMove.TakeOver;
        var sights = found is null ? [] : isTaken ? ReferralSight.OfColleague(caller, found) : ReferralSight.Of(caller, found);
        if (sights.Count == 0 || await ReferralFile.OpenAsync(context, sealer, programmes, found, cancellationToken) is not { } file
            || (sights = ReferralSight.Open(sights, file, now)).Count == 0)
        {
            throw new ReferralUnknownException();
        }

        var sight = choose(sights, file.Referral);

        // A refusal must not tell the sender what the client keeps from her.
        var state = SenderSight.StateFor(file.Referral, file.Programme, sight.Reader, now);
        var possible = ReferralSight.Possible(sights, file.Referral, file.Programme, now);
        if (sights.All(one => order.Revision != SenderSight.RevisionFor(file.Referral, file.Programme, one.Reader, now)))
        {
            throw MoveRefusedException.Moved(file.Referral.State, possible).ShownAs(state, possible);
        }

        try
        {
            await act(file, sight, now, context);
        }
        catch (MoveRefusedException refused)
        {
            // What was just refused is not among what can be done, though to the sender it looked so.
            throw refused.ShownAs(state, [.. possible.Where(other => refused.Code != RefusalCodes.MoveNotPossible || other != move)]);
        }
        catch (ReferralInvalidException invalid)
        {
            throw invalid.Of(state, possible);
        }

        await transaction.CommitAsync(cancellationToken);
        return isTaken ? ReferralShown.Of(file, ReferralSight.Of(caller, file.Referral), ReferralReader.Sender, now) : ReferralShown.Of(file, sights, sight.Reader, now);
    }
}

/// <summary>Which referral, as it was when the caller saw it, and whether she records the client's spoken wish.</summary>
internal sealed record ReferralOrder(Guid Id, int Revision, bool SpokenWish = false);
