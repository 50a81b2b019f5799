using System.Runtime.CompilerServices;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.OpenReferral;

/// <summary>Services of an Open Referral directory: HSDS or ORUK, as tables, JSON or a feed.</summary>
internal sealed class OpenReferralSource(
    string name, IHsdsServices services, bool isWhole, string language, string? licence, TermRules rules, Regions regions, TimeProvider clock) : ISource
{
    public const string SourceName = "hsds";

    public string Name => name;

    public string Origin => services.Origin;

    public bool IsWhole => isWhole;

    public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        report.Rules = rules.Version;
        var reader = new HsdsServiceReader(name, language, licence, rules, regions, clock.GetUtcNow());
        var told = new HashSet<Guid>();
        await foreach (var (path, service) in services.ReadAsync(report, cancellationToken))
        {
            if (service.Status is "inactive" or "defunct")
            {
                report.Leave(service.Status);
                yield return new IncomingRemoval(Source.IdOf(name, service.Id!));
                continue;
            }

            if (reader.Read(service, (reason, message) => report.Add(new ImportProblem(path, service.Id, reason, message))) is not { } read)
            {
                yield return new IncomingUnread(Source.IdOf(name, service.Id!));
                continue;
            }

            if (!told.Add(read.Offering.Offering.Id))
            {
                report.Leave("told-twice");
                continue;
            }

            if (told.Add(read.Offering.Offering.OrganisationId))
            {
                yield return reader.Read(service.Organization!);
            }

            foreach (var place in read.Places.Where(place => told.Add(place.Id)))
            {
                yield return new IncomingPlace(place);
            }

            yield return read.Offering;
        }
    }
}
