using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Trays;

/// <summary>Tells trays as REST has them, in the language of the request.</summary>
internal sealed class TrayTeller(OfferingTeller offerings, RequestLanguage request)
{
    public async Task<TrayAnswer> TellAsync(Tray tray, CancellationToken cancellationToken)
    {
        var items = new List<TrayItemAnswer>(tray.Items.Count);
        foreach (var item in tray.Items)
        {
            items.Add(new TrayItemAnswer
            {
                Name = item.Name.Pick(request.Language),
                Offering = item.Placed is null ? null : await offerings.TellAsync(item.Id, cancellationToken),
                Note = item.Note,
                Changes = [.. item.Changed.Select(change => change.Pick(request.Language))],
            });
        }

        return new TrayAnswer { Code = tray.Code, Greeting = tray.Greeting, ExpiresAt = tray.ExpiresAt, Items = items };
    }
}
