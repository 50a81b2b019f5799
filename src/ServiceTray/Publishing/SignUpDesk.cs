using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Outbox;
using ServiceTray.Publishing.Reviews;

namespace ServiceTray.Publishing;

/// <summary>Takes organisations' sign-ups, and lets an administrator verify or refuse them.</summary>
internal sealed class SignUpDesk(IDbContextFactory<TrayContext> contexts, MailPoster poster, MailSettings mail, StaffTeller teller, TimeProvider clock)
{
    public const int LongestLine = 200;

    /// <summary>How many an administrator is shown at once.</summary>
    public const int PageSize = 25;

    /// <summary>How many one network may send at once; one comes back every hour.</summary>
    public const int MostFromNetwork = 10;

    /// <summary>How many may wait for one account, or with one contact: more is no person asking.</summary>
    private const int MostWaiting = 3;

    /// <summary>While one that came within this time waits, administrators have been told already.</summary>
    private static readonly TimeSpan ToldOnceIn = TimeSpan.FromDays(1);

    /// <summary>How long somebody finds that she was refused.</summary>
    private static readonly TimeSpan ToldFor = TimeSpan.FromDays(90);

    private readonly TryBucket networks = new(MostFromNetwork, TimeSpan.FromHours(1), clock);

    /// <summary>Whether somebody may ask now, before an account is made for her; the account is null when she has none yet.</summary>
    public async Task<SignUpLeave> LetAskAsync(Guid? account, SignUpForm form, IPAddress? from, CancellationToken cancellationToken)
    {
        var contact = form.Contact.Trim();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await context.Set<SignUp>().Where(row => row.State == SignUpState.Waiting && (row.AccountId == account || row.Contact == contact)).Select(row => row.AccountId == account).ToListAsync(cancellationToken);
        return waiting.Count(isHers => isHers) >= MostWaiting || waiting.Count(isHers => !isHers) >= MostWaiting ? SignUpLeave.TooMany
            : networks.Take($"{CallerNetwork.Of(from)}") ? SignUpLeave.Given
            : SignUpLeave.Busy;
    }

    /// <summary>Stores what somebody asks; she has an account by then. Administrators are told that something waits.</summary>
    public async Task AskAsync(Guid account, SignUpForm form, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
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
        if (!await context.Set<SignUp>().AnyAsync(row => row.State == SignUpState.Waiting && row.At > now - ToldOnceIn, cancellationToken))
        {
            await teller.AddAsync(context, new Grant(Role.Administrator), SignUpPaths.Waiting, Texts.In, "SignUps.Mail", cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A page of those that wait, the oldest first, after one that was shown; who has closed her account waits no more.</summary>
    public async Task<(IReadOnlyList<WaitingSignUp> Shown, bool HasMore)> WaitingAsync(Guid? after, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from row in context.Set<SignUp>().AsNoTracking()
            join account in context.Set<Account>() on row.AccountId equals account.Id
            where row.State == SignUpState.Waiting && account.ClosedAt == null && (after == null || row.Id > after)
            orderby row.Id
            select new { row, account.DisplayName }).Take(PageSize + 1).ToListAsync(cancellationToken);
        var claimed = rows.Select(found => found.row.OrganisationId).OfType<Guid>().Distinct().ToList();
        var publishers = await (
            from given in context.Set<GivenGrant>()
            join account in context.Set<Account>() on given.AccountId equals account.Id
            where given.Role == Role.Publisher && given.Organisation != null && claimed.Contains(given.Organisation.Value) && account.ClosedAt == null
            orderby account.DisplayName
            select new { given.Organisation, account.DisplayName }).ToListAsync(cancellationToken);
        var shown = rows.Take(PageSize).Select(found => new WaitingSignUp(found.row, found.DisplayName, [.. publishers.Where(one => one.Organisation == found.row.OrganisationId).Select(one => one.DisplayName)]));
        return ([.. shown], rows.Count > PageSize);
    }

    /// <summary>What an account has asked for and nobody has decided yet.</summary>
    public async Task<IReadOnlyList<string>> WaitingOfAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<SignUp>().Where(row => row.AccountId == account && row.State == SignUpState.Waiting).OrderBy(row => row.Id).Select(row => row.Name).ToListAsync(cancellationToken);
    }

    /// <summary>What an account asked for last, when it was refused and she has not asked again; null: that is not so, or long ago.</summary>
    public async Task<SignUp?> RefusedOfAsync(Guid account, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - ToldFor;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var hers = await context.Set<SignUp>().AsNoTracking().Where(row => row.AccountId == account).ToListAsync(cancellationToken);
        var refused = hers.Where(row => row.State == SignUpState.Refused && row.DecidedAt > since).MaxBy(row => row.DecidedAt);
        return hers.Exists(row => row.State == SignUpState.Waiting || (row.State == SignUpState.Verified && row.DecidedAt >= refused?.DecidedAt)) ? null : refused;
    }

    /// <summary>Decides one that waits: who asked becomes the organisation's publisher, or is told that she does not, with words where there are some.</summary>
    /// <exception cref="DraftUnknownException">None such waits: another may have decided it.</exception>
    /// <exception cref="DraftRefusedException">The words are too many, or cannot be read.</exception>
    public async Task DecideAsync(Caller caller, Guid id, bool verify, string? words, CancellationToken cancellationToken)
    {
        caller.Must(caller.Is(Role.Administrator));
        ReviewDesk.CheckWords(words);
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await context.Set<SignUp>().FirstOrDefaultAsync(row => row.Id == id && row.State == SignUpState.Waiting, cancellationToken) ?? throw new DraftUnknownException();
        var asker = await context.Set<Account>().FirstOrDefaultAsync(account => account.Id == row.AccountId && account.ClosedAt == null, cancellationToken) ?? throw new DraftUnknownException();
        (row.State, row.DecidedAt, row.DecidedBy, row.Told) = (verify ? SignUpState.Verified : SignUpState.Refused, now, caller.Id, verify ? null : words?.Trim());
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

        Write(context, row, asker);
        row.Contact = "";
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Where she said that she is reached, else where her account is.
    private void Write(TrayContext context, SignUp row, Account asker)
    {
        if (mail.IsOn && new[] { row.Contact, asker.Email, asker.SignInName }.FirstOrDefault(MailAddresses.Fits) is { } to)
        {
            poster.Add(
                context, to, EveryLanguage.Say(asker.Language, " / ", language => Texts.In(language)["SignUp.Mail.Subject"]),
                EveryLanguage.Say(asker.Language, "\n\n", language => Texts.In(language)["SignUp.Mail", $"{mail.Address}{SignUpPaths.Path}?lang={language.Tag()}"]));
        }
    }
}

/// <summary>A sign-up with who asks, and who publishes already for the organisation that is claimed.</summary>
internal sealed record WaitingSignUp(SignUp SignUp, string AskedBy, IReadOnlyList<string> Publishers);

/// <summary>Whether one may ask to publish now.</summary>
internal enum SignUpLeave
{
    Given,

    /// <summary>Several of hers, or with her contact, wait already.</summary>
    TooMany,

    /// <summary>Many have come from her network of late, whosever they were.</summary>
    Busy,
}
