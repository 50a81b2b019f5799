using System.Net;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Feedback;

/// <summary>Takes feedback in; how much comes from one network is counted in memory alone.</summary>
internal sealed class FeedbackBox(IDbContextFactory<TrayContext> contexts, Sealer sealer, Regions regions, TimeProvider clock) : IDisposable
{
    /// <summary>How much is taken from one network in an hour: more is no person writing, and hinders nobody elsewhere.</summary>
    public const int MostFromNetwork = 30;

    /// <summary>How much is taken in an hour from wherever, so that many networks together do not fill the disk.</summary>
    public const int MostInAnHour = 3_000;

    // Words are nobody's memory: a year after they were written only numbers are left.
    private const int KeptDays = 365;

    private readonly PartitionedRateLimiter<IPAddress> networks = CallerNetwork.Limiter(MostFromNetwork, TimeSpan.FromHours(1));

    /// <summary>Stores a form about the service that has no problems; false when too much came from there, or from everywhere.</summary>
    public Task<bool> TakeAsync(FeedbackForm form, Language language, IPAddress? from, CancellationToken cancellationToken)
    {
        if (form.Problems.Count > 0)
        {
            throw new ArgumentException("The form has problems.", nameof(form));
        }

        var now = clock.GetUtcNow();
        var words = new FeedbackWords(form.Message.Trim(), TypedText.OrNull(form.Page), TypedText.OrNull(form.ReplyTo));
        return KeepAsync(new FeedbackNote { Id = Guid.CreateVersion7(now), At = now, Language = language, Contents = words.Seal(sealer) }, from, cancellationToken);
    }

    /// <summary>Stores a form about an offering that has no problems; a number alone is no work for anybody. False as above.</summary>
    public Task<bool> TakeAsync(OfferingFeedbackForm form, PlacedOffering about, Language language, IPAddress? from, CancellationToken cancellationToken)
    {
        if (form.Problems.Count > 0)
        {
            throw new ArgumentException("The form has problems.", nameof(form));
        }

        var now = clock.GetUtcNow();
        var words = new FeedbackWords(form.Message.Trim(), null, TypedText.OrNull(form.ReplyTo));
        var note = new FeedbackNote
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Language = language,
            Contents = words is { Message: "", ReplyTo: null } ? null : words.Seal(sealer),
            Offering = about.Offering.Id,
            Organisation = about.Organisation.Id,
            County = CountyOf(about),
            Useful = form.UsefulOrNull,
            Wrong = form.WrongOrNull,
            ClosedAt = words is { Message: "", ReplyTo: null } && form.WrongOrNull is null ? now : null,
        };
        return KeepAsync(note, from, cancellationToken);
    }

    /// <summary>Deletes words that were kept long enough and tells of how many notes; numbers stay.</summary>
    public async Task<int> ForgetExpiredAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now.AddDays(-KeptDays);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<FeedbackNote>().Where(note => note.At < before && (note.Contents != null || note.Message != "" || note.ClosedAt == null)).ExecuteUpdateAsync(
            set => set.SetProperty(note => note.Contents, (string?)null).SetProperty(note => note.Message, "").SetProperty(note => note.Page, (string?)null)
                .SetProperty(note => note.ReplyTo, (string?)null).SetProperty(note => note.ClosedAt, note => note.ClosedAt ?? now),
            cancellationToken);
    }

    public void Dispose() => networks.Dispose();

    private async Task<bool> KeepAsync(FeedbackNote note, IPAddress? from, CancellationToken cancellationToken)
    {
        using var lease = networks.AttemptAcquire(from ?? IPAddress.None);
        if (!lease.IsAcquired)
        {
            return false;
        }

        var hourAgo = note.At.AddHours(-1);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<FeedbackNote>().CountAsync(other => other.At > hourAgo, cancellationToken) >= MostInAnHour)
        {
            return false;
        }

        context.Add(note);
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private string? CountyOf(PlacedOffering about) =>
        about.Places.Select(place => regions.Municipality(place.Municipality)?.County)
            .Concat(about.Offering.Availability.Regions.Select(code => regions[code] is { Kind: RegionKind.County } county ? county.Code : regions.Municipality(code)?.County))
            .FirstOrDefault(county => county is not null);
}
