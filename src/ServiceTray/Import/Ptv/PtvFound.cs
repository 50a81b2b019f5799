namespace ServiceTray.Import.Ptv;

/// <summary>A record that was read, with where to report what is wrong with it.</summary>
internal sealed record PtvFound<T>(T Record, string Json, PtvTrouble Trouble)
    where T : IPtvRecord
{
    public bool IsPublished => Record.PublishingStatus == "Published";

    /// <summary>Taken back by those who published it.</summary>
    public bool IsGone => Record.PublishingStatus is "Deleted" or "Archived" or "Removed";

    /// <summary>Modified later; of two told for one moment the choice does not depend on which was read first.</summary>
    public bool IsLaterThan(PtvFound<T> other)
    {
        var order = Nullable.Compare(PtvTime.Instant(Record.Modified), PtvTime.Instant(other.Record.Modified));
        return order > 0 || (order == 0 && string.CompareOrdinal(Json, other.Json) > 0);
    }
}
