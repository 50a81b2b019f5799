using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;

namespace ServiceTray.Publishing.Reviews;

/// <summary>Tells whether a draft waits for a second person: where its county wants her, for what is new in it besides times.</summary>
internal sealed class SecondPersonRule(DraftCheck check)
{
    /// <summary>The county that wants one before whoever wrote this draft publishes it; null: she may at once.</summary>
    public async Task<string?> WantedByAsync(TrayContext context, Draft draft, CancellationToken cancellationToken)
    {
        if (CountyOf(draft) is not { } county || !await context.Set<CountyChoice>().AnyAsync(row => row.County == county && row.SecondPerson, cancellationToken))
        {
            return null;
        }

        return !await AreOnlyTimesNewAsync(context, draft, cancellationToken) ? county : null;
    }

    /// <summary>Whether the words as they are now are this caller's or her program's; a program is nobody's second person, so to it they are all its own.</summary>
    public static async Task<bool> DidWriteAsync(TrayContext context, Caller caller, Guid draft, CancellationToken cancellationToken)
    {
        if (caller.Scopes is not null)
        {
            return true;
        }

        var last = await context.Set<Edition>().Where(row => row.DraftId == draft && (row.Kind == EditionKind.Saved || row.Kind == EditionKind.Restored))
            .OrderByDescending(row => row.Seq).Select(row => (Guid?)row.By).FirstOrDefaultAsync(cancellationToken);
        return last == caller.Id || await context.Set<MachineClient>().AnyAsync(program => program.Id == last && program.MadeBy == caller.Id, cancellationToken);
    }

    // A time that moved and a date that was called off are told at once; waiting would send people to a locked door.
    private static async Task<bool> AreOnlyTimesNewAsync(TrayContext context, Draft draft, CancellationToken cancellationToken)
    {
        var shown = draft.PublishedAt is null
            ? null
            : await context.Set<Edition>().Where(row => row.DraftId == draft.Id && row.Kind == EditionKind.Published).OrderByDescending(row => row.Seq).Select(row => row.Content).FirstOrDefaultAsync(cancellationToken);
        return shown is not null && Equals(WithoutTimes(shown), WithoutTimes(draft.Content));
    }

    // As it is stored: records hold lists, and lists are the same by what they hold.
    private static string WithoutTimes(DraftContent content) =>
        System.Text.Json.JsonSerializer.Serialize(content with { Times = [], Dates = [], Series = null, Break = null });

    private string? CountyOf(Draft draft) =>
        draft.Content.Place is { Area.Length: > 0 } place ? check.SpotOf(place.Area)?.Municipality?.County : null;
}
