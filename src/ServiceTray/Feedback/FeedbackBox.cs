using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Languages;

namespace ServiceTray.Feedback;

/// <summary>Takes feedback in.</summary>
internal sealed class FeedbackBox(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    /// <summary>How much is taken in an hour: more is no person writing.</summary>
    public const int MostInAnHour = 100;

    /// <summary>Stores a form that has no problems; false when the box is full for now.</summary>
    public async Task<bool> TakeAsync(FeedbackForm form, Language language, CancellationToken cancellationToken)
    {
        if (form.Problems.Count > 0)
        {
            throw new ArgumentException("The form has problems.", nameof(form));
        }

        var now = clock.GetUtcNow();
        var hourAgo = now.AddHours(-1);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<FeedbackNote>().CountAsync(note => note.At > hourAgo, cancellationToken) >= MostInAnHour)
        {
            return false;
        }

        context.Add(new FeedbackNote
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Language = language,
            Message = form.Message.Trim(),
            Page = Told(form.Page),
            ReplyTo = Told(form.ReplyTo),
        });
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static string? Told(string written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();
}
