using System.Runtime.CompilerServices;
using ServiceTray.Calendar;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.Ptv;

/// <summary>The national register of public services (Palvelutietovaranto).</summary>
internal sealed class PtvSource(IPtvEntries entries, PtvThemeRules rules, Regions regions, TimeProvider clock, bool isWhole = false) : IChangingSource
{
    public const string SourceName = "ptv";

    private const string Licence = "CC BY 4.0";

    public string Name => SourceName;

    public string Origin => entries.Origin;

    public bool IsWhole => isWhole;

    public DateTimeOffset? Since => entries.Since;

    public ISource? ChangedSince(DateTimeOffset since) =>
        entries.ChangedSince(since) is { } changed ? new PtvSource(changed, rules, regions, clock) : null;

    public static Source SourceOf(string id, DateTimeOffset fetchedAt) => new(SourceName, id, Licence, fetchedAt);

    public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        report.Rules = rules.Version;
        using var records = new PtvRecords(report, HelsinkiTime.Day(clock.GetUtcNow()));
        await foreach (var (entry, from) in entries.ReadAsync(report, cancellationToken))
        {
            records.Add(entry, from);
        }

        foreach (var incoming in new PtvReader(records, rules, regions, clock.GetUtcNow(), report).Read())
        {
            yield return incoming;
        }
    }
}
