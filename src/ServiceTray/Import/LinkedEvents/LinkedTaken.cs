using ServiceTray.Languages;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>Takes events one by one, each place once, and remembers who publishes.</summary>
internal sealed class LinkedTaken(LinkedEventReader reader, ImportReport report)
{
    private readonly HashSet<Guid> places = [];
    private readonly SortedDictionary<string, LocalizedText> publishers = new(StringComparer.Ordinal);

    /// <summary>The publishers of what was taken, by id, each with what events call who arranges.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Publishers => publishers;

    /// <summary>The event, and its place when it was not there yet.</summary>
    public IEnumerable<IncomingRecord> Take(LinkedEvent told, string path, IEnumerable<LinkedEvent> dates)
    {
        if (reader.Read(told, dates, Trouble) is not { } read)
        {
            yield return new IncomingUnread(reader.IdOf(told));
            yield break;
        }

        publishers.TryAdd((told.Publisher ?? told.DataSource)!, LinkedTexts.Words(told.Provider));
        if (read.Place is { } place && places.Add(place.Id))
        {
            yield return new IncomingPlace(place);
        }

        yield return read.Offering;

        void Trouble(string reason, string message) => report.Add(new ImportProblem(path, told.Id, reason, message));
    }
}
