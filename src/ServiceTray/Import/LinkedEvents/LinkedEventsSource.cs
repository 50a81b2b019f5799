using System.Runtime.CompilerServices;
using System.Text.Json;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>Events of a Linked Events API, as Helsinki and other towns keep them; a recurring event with its sub-events is one series.</summary>
internal sealed class LinkedEventsSource(string name, ILinkedPages pages, bool isWhole, TermRules rules, Regions regions, TimeProvider clock) : IChangingSource
{
    public const string SourceName = "linkedevents";

    private const string Licence = "CC BY 4.0";

    public string Name => name;

    public string Origin => pages.Origin;

    public bool IsWhole => isWhole;

    public DateTimeOffset? Since => pages.Since;

    public ISource? ChangedSince(DateTimeOffset since) =>
        pages.ChangedSince(since) is { } changed ? new LinkedEventsSource(name, changed, isWhole: false, rules, regions, clock) : null;

    public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        report.Rules = rules.Version;
        using var catalogue = new LinkedCatalogue();
        using var series = new LinkedSeries();
        var taken = new LinkedTaken(new LinkedEventReader(name, Licence, catalogue, new LinkedPlaceReader(name, regions), rules, clock.GetUtcNow()), report);
        await foreach (var entry in pages.ReadAsync(report, cancellationToken))
        {
            if (Read(entry, catalogue, report) is not { } told)
            {
                continue;
            }

            if (Gone(told, report) is { } gone)
            {
                yield return gone;
            }
            else if (series.Keep(told, entry))
            {
                // It waits for the others of its series.
            }
            else if (!catalogue.Knows(told))
            {
                series.Wait(entry);
            }
            else
            {
                foreach (var record in taken.Take(told, entry.Path, [told]))
                {
                    yield return record;
                }
            }
        }

        foreach (var (id, path) in series.Circles())
        {
            report.Add(new ImportProblem(path, id, "circular", "Its super events lead round to itself; it stands by itself."));
        }

        foreach (var (told, path, dates) in series.Join())
        {
            foreach (var record in taken.Take(told, path, dates))
            {
                yield return record;
            }
        }

        foreach (var (id, called) in taken.Publishers)
        {
            yield return Publisher(id, called, catalogue.Organisation(id) ?? await pages.OrganisationAsync(id, cancellationToken));
        }
    }

    /// <summary>The event of an entry; what it refers to goes into the catalogue.</summary>
    private static LinkedEvent? Read(RecordEntry entry, LinkedCatalogue catalogue, ImportReport report)
    {
        var kind = LinkedJson.KindOf(entry.Json);
        if (kind is null)
        {
            report.Add(new ImportProblem(entry.Path, entry.Id, "not-a-record", "It is neither an event, a place, a keyword nor an organisation."));
            return null;
        }

        report.Saw(kind);
        try
        {
            switch (kind)
            {
                case LinkedJson.Place:
                    catalogue.Add(entry.Json.Deserialize<LinkedPlace>(LinkedJson.Options)!);
                    return null;
                case LinkedJson.Keyword:
                    catalogue.Add(entry.Json.Deserialize<LinkedKeyword>(LinkedJson.Options)!);
                    return null;
                case LinkedJson.Organisation:
                    catalogue.Add(entry.Json.Deserialize<LinkedOrganisation>(LinkedJson.Options)!);
                    return null;
                default:
                    var told = entry.Json.Deserialize<LinkedEvent>(LinkedJson.Options)!;
                    if (!string.IsNullOrWhiteSpace(told.Id) && (told.Publisher ?? told.DataSource) is not null)
                    {
                        return told;
                    }

                    report.Add(new ImportProblem(entry.Path, entry.Id, "no-id", "It has no id, or nobody who publishes it."));
                    return null;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            report.Add(new ImportProblem(entry.Path, entry.Id, "unreadable", $"{(fault as JsonException)?.Path ?? "A text"} is not what it should be."));
            return null;
        }
    }

    /// <summary>What is deleted, put together with another, or not public; null: none of these.</summary>
    private IncomingRemoval? Gone(LinkedEvent told, ImportReport report)
    {
        var why = told.Deleted == true ? "deleted" : !string.IsNullOrWhiteSpace(told.ReplacedBy) ? "replaced" : told.PublicationStatus == "draft" ? "draft" : null;
        if (why is null)
        {
            return null;
        }

        report.Leave(why);
        return new IncomingRemoval(Source.IdOf(name, told.Id!));
    }

    private IncomingOrganisation Publisher(string id, LocalizedText called, LinkedOrganisation? known)
    {
        var words = known?.Name is { Length: > 0 } told ? LocalizedText.Of(told) : called.IsEmpty ? LocalizedText.Of(id) : called;
        return new IncomingOrganisation(
            new Organisation
            {
                Id = Source.IdOf(name, $"organization:{id}"),
                Name = words,
                Kind = NamedKind.Of(words) ?? OrganisationKind.Other,
                Source = new Source(name, $"organization:{id}", Licence, clock.GetUtcNow()),
            },
            OnlyNamed: known is null);
    }
}
