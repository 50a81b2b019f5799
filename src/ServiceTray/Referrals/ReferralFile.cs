using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>One open referral in one transaction: read, opened, changed, and put back with its log and its notices or not at all.</summary>
internal sealed class ReferralFile(TrayContext context, ReferralSealer sealer, Referral referral, ReferralKey stored, byte[] key, Programme programme, int stepsBefore)
{
    private readonly (Guid? LinkPerson, Guid? Sender) before = (referral.LinkPerson, referral.SenderAccount);

    public Referral Referral => referral;

    public Programme Programme => programme;

    /// <summary>The client's code of this referral, made from its key.</summary>
    public SecretCode Code => ClientCode.Of(key);

    /// <summary>Opens what was found; null: it is gone, or its key is.</summary>
    public static async Task<ReferralFile?> OpenAsync(TrayContext context, ReferralSealer sealer, ProgrammeShelf programmes, Referral? referral, CancellationToken cancellationToken)
    {
        if (referral is null || await context.Set<ReferralKey>().FirstOrDefaultAsync(k => k.Referral == referral.Id, cancellationToken) is not { } stored)
        {
            return null;
        }

        var key = sealer.Unwrap(stored);
        ReferralSealer.Open(referral, key);
        return new ReferralFile(context, sealer, referral, stored, key, programmes.Of(referral), referral.Steps.Count);
    }

    /// <summary>A referral that is new, with its key: all its steps are still to be told of.</summary>
    public static ReferralFile Make(TrayContext context, ReferralSealer sealer, Func<string, Referral> make, Guid id, Programme programme)
    {
        var (key, stored) = sealer.MakeKey(id);
        var referral = make(ClientCode.Of(key).Hash);
        context.Add(referral);
        context.Add(stored);
        return new ReferralFile(context, sealer, referral, stored, key, programme, stepsBefore: 0);
    }

    public string Mark(ReferralSendingInput input) => ReferralSealer.Mark(key, input);

    /// <summary>Seals it, and adds to the log and the outbox what its new steps call for; saved with the transaction.</summary>
    public async Task PutBackAsync(ReferralActor actor, string? act, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What the old key had sealed stays somewhere on the disk; with a new key nobody can read it.
        var isOver = referral.State.HidesPerson() && referral.Steps.Count > stepsBefore;
        ReferralSealer.Seal(referral, isOver ? sealer.Renew(stored) : key);
        referral.Stand(programme, now);
        await PermissionAsker.TakeBackAsync(context, referral, now, cancellationToken);
        var steps = referral.Steps.Skip(stepsBefore).ToList();
        var planned = steps.SelectMany(step => NoticePlan.For(referral, programme, step)).ToList();
        context.AddRange(planned.Select(one => Notice(one.Kind, one.Audience, now)));
        if (before.LinkPerson is { } former && former != referral.LinkPerson)
        {
            // She has no more business with it; whoever goes on is told by the plan.
            context.Add(Notice(NoticeKind.StopAndDelete, NoticeAudience.LinkPerson, now, former));
        }

        // A program keeps no notes, and who has left is not written to.
        if (before.Sender is { } sender && sender != referral.SenderAccount && await context.Set<Account>().AnyAsync(account => account.Id == sender && account.ClosedAt == null, cancellationToken))
        {
            context.Add(Notice(NoticeKind.StopAndDelete, NoticeAudience.Sender, now, sender));
        }

        if (planned.Exists(one => one.Audience == NoticeAudience.Desk) && await context.Set<ReferralWebhook>().AnyAsync(hook => hook.Organisation == referral.Receiver, cancellationToken))
        {
            context.AddRange(planned.Where(one => one.Audience == NoticeAudience.Desk).Select(one => Notice(one.Kind, NoticeAudience.Program, now)));
        }

        var acts = steps.Select(step => (referral.Pseudonym, StepActor(step), PublicWords.Of(step.Move)));
        await AuditWriter.AddAsync(context, act is null ? acts : [.. acts, (referral.Pseudonym, actor, act)], now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    public ReferralNotice Notice(NoticeKind kind, NoticeAudience audience, DateTimeOffset now, Guid? account = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        Referral = referral.Id,
        Kind = kind,
        Audience = audience,
        Account = account,
        At = now,
        NextAt = now,
    };

    /// <summary>Tells it once since an instant; saved with the transaction.</summary>
    public async Task TellOnceAsync(NoticeKind kind, NoticeAudience audience, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken, Guid? account = null)
    {
        if (!await context.Set<ReferralNotice>().AnyAsync(notice => notice.Referral == referral.Id && notice.Kind == kind && notice.Audience == audience && notice.Account == account && notice.At >= since, cancellationToken))
        {
            context.Add(Notice(kind, audience, now, account));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>A draft that is thrown away goes with its key.</summary>
    public async Task RemoveAsync(ReferralActor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        context.Remove(referral);
        context.Remove(stored);
        await AuditWriter.AddAsync(context, [(referral.Pseudonym, actor, PublicWords.Of(ReferralMove.Discard))], now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    private static ReferralActor StepActor(ReferralStep step) => new(step.By, step.Account, step.Unit, step.SpokenWish);
}
