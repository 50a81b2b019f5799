using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>What was forwarded belongs together: one code leads to the last of it, and one no ends all of it.</summary>
internal static class ReferralChain
{
    // A chain is as long as there are recipients; more is a fault, and no endless loop.
    private const int Longest = 100;

    /// <summary>The last of what this was forwarded as; itself when it was not.</summary>
    public static async Task<Referral> LastAsync(TrayContext context, Referral first, CancellationToken cancellationToken)
    {
        var last = first;
        for (var i = 0; i < Longest && last.Child is { } child; i++)
        {
            // What has been kept long enough is gone, the last of a chain first.
            if (await context.Set<Referral>().FirstOrDefaultAsync(referral => referral.Id == child, cancellationToken) is not { } next)
            {
                break;
            }

            last = next;
        }

        return last;
    }

    /// <summary>The last of what the referral of a code was forwarded as, in one question: what was forwarded long ago is looked up as what never was.</summary>
    public static IQueryable<Referral> LastOf(TrayContext context, string codeHash) => context.Set<Referral>().FromSql(
        $"""
        SELECT * FROM referral WHERE id = (
          WITH RECURSIVE chain (id, child, depth) AS (
            SELECT id, child, 0 FROM referral WHERE code_hash = {codeHash} AND state <> 'Draft'
            UNION ALL
            SELECT next.id, next.child, depth + 1 FROM referral AS next JOIN chain ON next.id = chain.child WHERE depth < {Longest})
          SELECT id FROM chain ORDER BY depth DESC LIMIT 1)
        """);

    /// <summary>All of it, from the first to the last.</summary>
    public static async Task<IReadOnlyList<Referral>> AllAsync(TrayContext context, Referral one, CancellationToken cancellationToken)
    {
        var first = one;
        for (var i = 0; i < Longest && first.Parent is { } parent; i++)
        {
            first = await context.Set<Referral>().FirstAsync(referral => referral.Id == parent, cancellationToken);
        }

        var all = new List<Referral> { first };
        while (all.Count < Longest && all[^1].Child is { } child)
        {
            if (await context.Set<Referral>().FirstOrDefaultAsync(referral => referral.Id == child, cancellationToken) is not { } next)
            {
                break;
            }

            all.Add(next);
        }

        return all;
    }

    /// <summary>Ends the rest of a chain of which one was withdrawn; what waits for consent, or did, is declined.</summary>
    public static Task WithdrawRestAsync(
        TrayContext context, ReferralSealer sealer, ProgrammeShelf programmes, Referral withdrawn, Occasion occasion, CancellationToken cancellationToken) =>
        ChangeRestAsync(context, sealer, programmes, withdrawn, occasion, (other, by) =>
        {
            if (other.State is ReferralState.AwaitingConsent or ReferralState.Expired)
            {
                other.DeclineConsent(by);
            }
            else
            {
                other.Withdraw(by);
            }

            return null;
        }, cancellationToken);

    /// <summary>Turns a switch off in the rest of a chain too, wherever it is on: the client does not know which desk has it now.</summary>
    public static Task SwitchRestOffAsync(
        TrayContext context, ReferralSealer sealer, ProgrammeShelf programmes, Referral switched, Occasion occasion, ConsentSwitch off, string why, CancellationToken cancellationToken) =>
        ChangeRestAsync(context, sealer, programmes, switched, occasion, (other, by) =>
        {
            if (other.Content.Consent?.IsOn(off) == true)
            {
                other.SwitchOff(by, off, why);
            }
            else if (other.Content.Consent is null && off.Field is { } field)
            {
                other.KeepBack(field);
            }

            return AuditWriter.ConsentChanged;
        }, cancellationToken);

    /// <summary>Turns a switch in the rest of a chain too, as the client herself turned it where it is now.</summary>
    public static Task SwitchRestAsync(
        TrayContext context, ReferralSealer sealer, ProgrammeShelf programmes, Referral switched, Occasion occasion, Action<Referral, Occasion> turn, CancellationToken cancellationToken) =>
        ChangeRestAsync(context, sealer, programmes, switched, occasion, (other, by) =>
        {
            if (other.Content.Consent is not null)
            {
                turn(other, by);
            }

            return AuditWriter.ConsentChanged;
        }, cancellationToken);

    /// <summary>Whoever goes on as the sender has the rest of a chain as well.</summary>
    public static Task TakeRestOverAsync(
        TrayContext context, ReferralSealer sealer, ProgrammeShelf programmes, Referral taken, Occasion occasion, CancellationToken cancellationToken) =>
        ChangeRestAsync(context, sealer, programmes, taken, occasion, (other, by) =>
        {
            if (MoveTable.To(other.State, ReferralMove.TakeOver, by.Actor) is not null)
            {
                other.TakeOver(by);
            }

            return null;
        }, cancellationToken);

    /// <summary>Lets the permission go on in the rest of a chain too, where it was given.</summary>
    public static Task RenewRestAsync(
        TrayContext context, ReferralSealer sealer, ProgrammeShelf programmes, Referral renewed, Occasion occasion, Agreement agreement, CancellationToken cancellationToken) =>
        ChangeRestAsync(context, sealer, programmes, renewed, occasion, (other, by) =>
        {
            if (other.Content.Consent is not null && MoveTable.To(other.State, ReferralMove.Renew, by.Actor) is not null)
            {
                other.Renew(by, agreement);
            }

            return null;
        }, cancellationToken);

    // The change tells what the log says of it besides its steps; what the client has said no to already stays as it is.
    private static async Task ChangeRestAsync(
        TrayContext context, ReferralSealer sealer, ProgrammeShelf programmes, Referral changed, Occasion occasion, Func<Referral, Occasion, string?> change, CancellationToken cancellationToken)
    {
        var by = occasion with { Actor = occasion.Actor with { SpokenWish = true } };
        foreach (var other in await AllAsync(context, changed, cancellationToken))
        {
            if (other.Id != changed.Id && !other.State.HidesPerson() && await ReferralFile.OpenAsync(context, sealer, programmes, other, cancellationToken) is { } file)
            {
                var (before, act) = (other.Revision, change(file.Referral, by));
                if (other.Revision != before)
                {
                    await file.PutBackAsync(occasion.Actor, act, occasion.At, cancellationToken);
                }
            }
        }
    }
}
