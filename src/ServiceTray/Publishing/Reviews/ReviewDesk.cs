using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;

namespace ServiceTray.Publishing.Reviews;

/// <summary>Drafts that wait for a second person: whoever may be she sees them, lets them be published, or gives them back.</summary>
internal sealed class ReviewDesk(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    public const int LongestWords = 500;

    private const int Most = 100;

    /// <summary>Those that the caller may let through, the longest waiting first.</summary>
    public async Task<IReadOnlyList<Draft>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (organisations, counties) = (caller.OrganisationsAs(Role.Publisher, Role.Helper), caller.CountiesAs(Role.CountyAdministrator));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Set<Draft>().AsNoTracking()
            .Where(row => row.AskedCounty != null && row.AskedVersion == row.Version && (organisations.Contains(row.OrganisationId) || counties.Contains(row.AskedCounty)))
            .OrderBy(row => row.UpdatedAt).Take(Most).ToListAsync(cancellationToken);
        var shown = new List<Draft>();
        foreach (var row in rows)
        {
            if (!await SecondPersonRule.DidWriteAsync(context, caller, row.Id, cancellationToken))
            {
                shown.Add(row);
            }
        }

        return shown;
    }

    /// <summary>One of them; null: it waits no more, or not for her.</summary>
    public async Task<Draft?> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Draft>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } draft
            && DraftRights.Reviews(caller, draft) && !await SecondPersonRule.DidWriteAsync(context, caller, id, cancellationToken) ? draft : null;
    }

    /// <summary>Gives one back to who wrote it, with words that she finds in its history.</summary>
    /// <exception cref="DraftUnknownException">It waits no more, or not for her.</exception>
    /// <exception cref="DraftRefusedException">The words are none, or too many.</exception>
    /// <exception cref="DraftMovedException">It was saved since she saw this version.</exception>
    public async Task<Draft> ReturnAsync(Caller caller, Guid id, int? seen, string words, CancellationToken cancellationToken)
    {
        CheckWords(words);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await context.Set<Draft>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (draft is null || !DraftRights.Reviews(caller, draft) || await SecondPersonRule.DidWriteAsync(context, caller, id, cancellationToken))
        {
            throw new DraftUnknownException();
        }

        if (seen is not null && seen != draft.Version)
        {
            throw new DraftMovedException(draft.Version);
        }

        var now = clock.GetUtcNow();
        (draft.AskedVersion, draft.AskedCounty, draft.UpdatedAt) = (null, null, now);
        draft.Version++;
        context.Add(new Edition { Id = Guid.CreateVersion7(now), DraftId = id, At = now, By = caller.SignedIn(), ByName = caller.DisplayName, Kind = EditionKind.Returned, Told = words.Trim(), Content = draft.Content });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return draft;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new DraftUnknownException();
        }
    }

    /// <summary>Refuses words that say nothing or too much; null: none are said.</summary>
    /// <exception cref="DraftRefusedException">They are none, or too many.</exception>
    public static void CheckWords(string? words)
    {
        if (words is not null && (string.IsNullOrWhiteSpace(words) || words.Length > LongestWords || !Languages.ReadableText.Is(words)))
        {
            throw new DraftRefusedException(new DraftProblem("words", string.IsNullOrWhiteSpace(words) ? DraftFault.Missing : words.Length > LongestWords ? DraftFault.TooLong : DraftFault.Unreadable));
        }
    }
}
