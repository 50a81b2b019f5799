using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Offerings;

namespace ServiceTray.Publishing;

/// <summary>Lays a composed offering over what residents see; of a register's record only what differs, which the register then no longer changes.</summary>
internal sealed class OfferingPublisher(TimeProvider clock)
{
    /// <summary>Writes into the caller's transaction.</summary>
    public async Task PublishAsync(TrayContext context, PlacedOffering composed, CancellationToken cancellationToken)
    {
        var known = await context.Offerings.FirstOrDefaultAsync(row => row.Id == composed.Offering.Id, cancellationToken);
        if (composed.Places.Count == 0)
        {
            await TakePlaceAsync(context, composed.Offering.Id, cancellationToken);
        }

        if (known is not null && known.Source.Name != OfferingComposer.OwnSource)
        {
            await OverlayAsync(context, known, composed, cancellationToken);
            return;
        }

        if (known is not null && known.Kind != composed.Offering.Kind)
        {
            // What was an activity and is an event is another row of the same id.
            context.Remove(known);
            await context.SaveChangesAsync(cancellationToken);
            known = null;
        }

        await PlaceAsync(context, composed, cancellationToken);
        if (known is null)
        {
            context.Add(composed.Offering);
            return;
        }

        composed.Offering.Capacity = known.Capacity;
        composed.Offering.Source = known.Source;
        context.Entry(known).CurrentValues.SetValues(composed.Offering);
    }

    /// <summary>Takes away the place that was told of an offering and is not any more; it was this offering's alone.</summary>
    public static async Task TakePlaceAsync(TrayContext context, Guid offering, CancellationToken cancellationToken) =>
        context.RemoveRange(await context.Places.Where(row => row.Id == OfferingComposer.PlaceIdOf(offering)).ToListAsync(cancellationToken));

    /// <summary>Marks fields of a register's record as its organisation's own.</summary>
    public static async Task KeepAsync(TrayContext context, Offering offering, IReadOnlyCollection<string> fields, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (offering.Source.Name == OfferingComposer.OwnSource)
        {
            return;
        }

        var kept = await context.Set<KeptField>().Where(row => row.OfferingId == offering.Id).ToListAsync(cancellationToken);
        foreach (var field in fields)
        {
            if (kept.Find(row => row.Field == field) is { } row)
            {
                row.At = now;
            }
            else
            {
                context.Add(new KeptField { OfferingId = offering.Id, Field = field, At = now });
            }
        }
    }

    private static async Task PlaceAsync(TrayContext context, PlacedOffering composed, CancellationToken cancellationToken)
    {
        foreach (var place in composed.Places)
        {
            if (await context.Places.FirstOrDefaultAsync(row => row.Id == place.Id, cancellationToken) is { } known)
            {
                context.Entry(known).CurrentValues.SetValues(place);
            }
            else
            {
                context.Add(place);
            }
        }
    }

    // What the draft would have said of the record as it is now tells what she changed; the rest stays the register's.
    private async Task OverlayAsync(TrayContext context, Offering known, PlacedOffering composed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var first = known.PlaceIds.Count > 0 ? known.PlaceIds[0] : Guid.Empty;
        var before = OfferingComposer.ContentOf(known, await context.Places.AsNoTracking().FirstOrDefaultAsync(row => row.Id == first, cancellationToken));
        var after = OfferingComposer.ContentOf(composed.Offering, composed.Places.Count > 0 ? composed.Places[0] : null);
        var fields = new List<string>();
        Lay(before.Name.Equals(after.Name), nameof(Offering.Name), () => known.Name = composed.Offering.Name);
        Lay(before.Summary.Equals(after.Summary), nameof(Offering.Summary), () => known.Summary = composed.Offering.Summary);
        Lay(before.Description.Equals(after.Description), nameof(Offering.Description), () => known.Description = composed.Offering.Description);
        Lay(before.Themes.SequenceEqual(after.Themes), nameof(Offering.Themes), () => known.Themes = composed.Offering.Themes);
        Lay(before.LowThreshold == after.LowThreshold, nameof(Offering.LowThreshold), () => known.LowThreshold = composed.Offering.LowThreshold);
        Lay(before.Free == after.Free, nameof(Offering.Price), () => known.Price = composed.Offering.Price);
        Lay((before.Phone, before.Email) == (after.Phone, after.Email), nameof(Offering.Contacts), () => known.Contacts = composed.Offering.Contacts);
        Lay(before.Web == after.Web, nameof(Offering.Links), () => known.Links = composed.Offering.Links);
        Lay(Equals(before.Picture, after.Picture), nameof(Offering.Picture), () => known.Picture = composed.Offering.Picture);
        Lay(Equals(before.Series, after.Series), nameof(Offering.Recurrence), () => known.Recurrence = composed.Offering.Recurrence);
        if (known is Activity activity && composed.Offering is Activity other)
        {
            Lay(activity.OnContact == other.OnContact, nameof(Activity.OnContact), () => activity.OnContact = other.OnContact);
            Lay(before.Times.SequenceEqual(after.Times), nameof(Activity.OpeningHours), () => activity.OpeningHours = other.OpeningHours);
        }

        if (known is Event dated && composed.Offering is Event otherDated)
        {
            Lay(before.Dates.SequenceEqual(after.Dates), nameof(Event.Occurrences), () => dated.Occurrences = otherDated.Occurrences);
        }

        if (before.Place != after.Place)
        {
            await PlaceAsync(context, composed, cancellationToken);
            Lay(false, nameof(Offering.PlaceIds), () => known.PlaceIds = composed.Offering.PlaceIds);
            known.ForgetPlacesOfDates();
        }

        (known.UpdatedAt, known.ConfirmedAt) = (now, now);
        fields.Add(nameof(Offering.ConfirmedAt));
        await KeepAsync(context, known, fields, now, cancellationToken);

        void Lay(bool same, string field, Action change)
        {
            if (!same)
            {
                change();
                fields.Add(field);
            }
        }
    }
}
