namespace ServiceTray.Offerings.Duplicates;

/// <summary>How much an offering tells, as a count of what a reader would look for.</summary>
internal static class Fullness
{
    public static int Of(Offering offering) =>
        offering.Name.Count + offering.Summary.Count + (2 * offering.Description.Count) + offering.PlaceIds.Count + offering.Contacts.Count + offering.Links.Count
        + offering.Audiences.Count + offering.Access.Count + offering.Accessibility.Count + (offering.Price.Free is null ? 0 : 1) + (offering.Recurrence is null ? 0 : 2)
        + (offering is Activity { OpeningHours.Count: > 0 } ? 2 : 0);
}
