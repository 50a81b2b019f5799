using ServiceTray.Calendar;
using ServiceTray.Places;
using ServiceTray.Refusals;

namespace ServiceTray.Offerings.Agenda;

/// <summary>Lays what the one search finds on its days; a date that was called off is shown too, so that nobody comes for nothing.</summary>
internal sealed class AgendaLister(OfferingWalker walker, TimeProvider clock)
{
    private const int MostItems = 100;

    public async Task<AgendaShown> ListAsync(AgendaForm form, CancellationToken cancellationToken)
    {
        var today = HelsinkiTime.Day(clock.GetUtcNow());
        try
        {
            return new AgendaShown(form, today, await ReadAsync(form, walker.Find(Filter(form), OfferingOrder.Name), cancellationToken));
        }
        catch (PlaceUnknownException unknown)
        {
            return new AgendaShown(form, today, [], "Agenda.PlaceUnknown", unknown.Suggestions);
        }
        catch (RefusalException)
        {
            return new AgendaShown(form, today, [], "Agenda.Refused");
        }
    }

    // All of the search that may have dates: what the days hold is seen by counting the dates out, those called off too.
    private static OfferingFilter Filter(AgendaForm form) => new()
    {
        Themes = form.Theme is { } theme ? [theme] : null,
        Audiences = form.Audience is { } audience ? [audience, AudienceCode.All] : null,
        Near = form.Place.Length > 0 ? new NearInput(new SpotInput(form.Place)) : null,
    };

    private async Task<IReadOnlyList<AgendaDay>> ReadAsync(AgendaForm form, IReadOnlyList<Guid> found, CancellationToken cancellationToken)
    {
        var (from, end) = (HelsinkiTime.At(form.First, TimeOnly.MinValue), HelsinkiTime.At(form.End, TimeOnly.MinValue));
        var items = new List<AgendaItem>();
        await foreach (var placed in walker.ReadAsync(found, cancellationToken))
        {
            items.AddRange(placed.Offering.OccurrencesBetween(from, end).Select(date => new AgendaItem(placed, date)));
        }

        // What goes on over days stands on the first of them that is shown.
        var byDay = items.ToLookup(item => HelsinkiTime.Day(item.Date.StartsAt < from ? from : item.Date.StartsAt));
        return
        [
            .. Enumerable.Range(0, form.End.DayNumber - form.First.DayNumber).Select(form.First.AddDays).Select(day => new AgendaDay(
                day, [.. byDay[day].OrderBy(item => item.Date.StartsAt).ThenBy(item => item.Placed.Offering.Id).Take(MostItems)], byDay[day].Count())),
        ];
    }
}
