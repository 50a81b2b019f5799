using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Pictures;

namespace ServiceTray.Publishing;

/// <summary>Deletes pictures that nothing shows: those whose draft was never saved, and those taken off longer ago than history gives back.</summary>
internal sealed class PictureSweeper(IDbContextFactory<TrayContext> contexts, PictureFolder folder, TimeProvider clock, ILogger<PictureSweeper> logger) : Clockwork(logger)
{
    /// <summary>How long a picture that was taken off can be taken back from the history.</summary>
    public static readonly TimeSpan TakenBackWithin = TimeSpan.FromDays(30);

    /// <summary>A picture is written a moment before its draft is saved.</summary>
    private static readonly TimeSpan BeingSaved = TimeSpan.FromHours(1);

    protected override TimeSpan Pause { get; } = TimeSpan.FromHours(6);

    /// <summary>Sweeps once, and tells how many went.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (folder.WrittenBefore(now - BeingSaved) is not { Count: > 0 } old)
        {
            return 0;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var since = now - TakenBackWithin;
        var shown = await context.Offerings.Where(row => row.Picture != null).Select(row => row.Picture!).ToListAsync(cancellationToken);
        var written = await context.Set<Draft>().Select(row => row.Content).ToListAsync(cancellationToken);

        // What an entry of the history has was taken off when the next one was written.
        var editions = context.Set<Edition>();
        var past = await editions.Where(row => !editions.Any(next => next.DraftId == row.DraftId && next.Seq > row.Seq && next.At < since)).Select(row => row.Content).ToListAsync(cancellationToken);
        var named = shown.Concat(written.Concat(past).Select(content => content.Picture).OfType<Picture>()).Select(picture => picture.Id).ToHashSet();
        var gone = old.Where(id => !named.Contains(id)).ToList();
        gone.ForEach(folder.Delete);
        if (gone.Count > 0)
        {
            logger.LogInformation("{Count} pictures that nothing shows are deleted", gone.Count);
        }

        return gone.Count;
    }

    protected override Task RoundAsync(CancellationToken cancellationToken) => SweepAsync(cancellationToken);
}
