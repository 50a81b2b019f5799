using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Tests.Support;

/// <summary>Offerings that a test makes itself, all by one organisation.</summary>
internal static class OwnOfferings
{
    public static Guid Organiser { get; } = Source.IdOf("test", "organiser");

    public static Event Event(string key, Recurrence? series = null, params Occurrence[] dates) => new()
    {
        Id = Source.IdOf("test", key),
        Name = LocalizedText.Of($"Tapahtuma {key}", $"Evenemang {key}", $"Event {key}"),
        Themes = [ThemeCode.Mind],
        OrganisationId = Organiser,
        Source = new Source("test", key, "CC0-1.0"),
        UpdatedAt = TrayApp.Now,
        Recurrence = series,
        Occurrences = dates,
    };

    public static Activity Activity(string key, Recurrence? series = null) => new()
    {
        Id = Source.IdOf("test", key),
        Name = LocalizedText.Of($"Ryhmä {key}", $"Grupp {key}", $"Group {key}"),
        Themes = [ThemeCode.Mind],
        OrganisationId = Organiser,
        Source = new Source("test", key, "CC0-1.0"),
        UpdatedAt = TrayApp.Now,
        Recurrence = series,
    };

    /// <summary>Every week on the start's weekday, for an hour and a half.</summary>
    public static Recurrence Weekly(DateTime start, DateOnly? until = null, bool notOnHolidays = false, IReadOnlyList<ChangedDate>? changes = null) => new(
        start,
        TimeSpan.FromMinutes(90),
        new RecurrenceRule(RecurrenceFrequency.Weekly, until: until),
        notOnHolidays: notOnHolidays,
        changes: changes);

    /// <summary>Puts them on the tray, with their organiser and places, and waits until they are found.</summary>
    public static async Task PutAsync(this TrayApp tray, IReadOnlyList<Offering> offerings, params Place[] places)
    {
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            if (!await context.Organisations.AnyAsync(organisation => organisation.Id == Organiser))
            {
                context.Add(new Organisation
                {
                    Id = Organiser, Name = LocalizedText.Of("Kokeilijat ry", "Prövarna rf", "Testers"), Kind = OrganisationKind.Association, Source = new Source("test", "organiser"), UpdatedAt = TrayApp.Now,
                });
            }

            context.AddRange(places);
            context.AddRange(offerings);
            await context.SaveChangesAsync();
        }

        var indexer = tray.Services.GetRequiredService<OfferingIndexer>();
        var last = await tray.Services.GetRequiredService<DatabaseFacts>().LastSequenceAsync(CancellationToken.None);
        var deadline = DateTime.UtcNow.AddMinutes(2);
        while (indexer.State.Sequence < last)
        {
            if (DateTime.UtcNow > deadline)
            {
                throw new TimeoutException("The index did not follow.");
            }

            await Task.Delay(50);
        }
    }
}
