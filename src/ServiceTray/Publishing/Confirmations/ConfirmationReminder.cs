using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Outbox;

namespace ServiceTray.Publishing.Confirmations;

/// <summary>Asks whoever answers for an offering, before it is taken for stale, whether it is still on; a few times a day, and each once in two months until there is an answer.</summary>
internal sealed class ConfirmationReminder(
    IDbContextFactory<TrayContext> contexts, OrganisationReader organisations, MailPoster poster, MailSettings settings, TimeProvider clock, ILogger<ConfirmationReminder> logger)
    : Clockwork(logger)
{
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(14);
    public static readonly TimeSpan LinkLives = TimeSpan.FromDays(60);

    protected override TimeSpan Pause { get; } = TimeSpan.FromHours(6);

    /// <summary>Asks those who are due and tells how many were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOn)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<ConfirmationLink>().Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var asked = 0;
        foreach (var (draft, offering) in await DueAsync(context, now, cancellationToken))
        {
            asked += await AskAsync(context, draft, offering, now, cancellationToken) ? 1 : 0;
        }

        return asked;
    }

    protected override Task RoundAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    private static async Task<IReadOnlyList<(Draft Draft, Offering Offering)>> DueAsync(TrayContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var latest = now + Ahead - Freshness.Shortest;
        var rows = await (
            from draft in context.Set<Draft>()
            join offering in context.Offerings on draft.Id equals offering.Id
            where draft.PublishedAt != null && offering.UpdatedAt <= latest && (offering.ConfirmedAt == null || offering.ConfirmedAt <= latest)
                && !context.Set<ConfirmationLink>().Any(link => link.Offering == draft.Id)
            select new { draft, offering }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Where(row => Freshness.Of(row.offering).NextCheckAt - Ahead <= now && !(row.offering is Event { EndsAt: { } end } && end <= now)).Select(row => (row.draft, row.offering))];
    }

    // The link and its mail are saved together, one by one: a stop between asks nobody twice.
    private async Task<bool> AskAsync(TrayContext context, Draft draft, Offering offering, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var organisation = await organisations.ReadAsync(draft.OrganisationId, cancellationToken);
        var to = draft.Content.Email ?? organisation?.Contacts.FirstOrDefault(contact => contact.Kind == ContactKind.Email)?.Value;
        if (!MailAddresses.Fits(to))
        {
            return false;
        }

        var code = SecretCode.New();
        var name = offering.Name.Pick(Language.Fi);
        var language = LanguageTags.Read(name.Language) ?? Language.Fi;
        var words = Texts.In(language);
        poster.Add(context, to!, words["Confirm.Mail.Subject"], words["Confirm.Mail.Letter", name.Value, $"{settings.Address}{ConfirmationPaths.Of(code)}?lang={language.Tag()}", words.Date(HelsinkiTime.Day(now + LinkLives))]);
        context.Add(new ConfirmationLink { Hash = code.Hash, Offering = draft.Id, SentAt = now, ExpiresAt = now + LinkLives });
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }
}
