using System.Diagnostics.CodeAnalysis;
using ServiceTray.Data;
using ServiceTray.GraphQL;

namespace ServiceTray.Organisations;

/// <summary>Fetches organisations of a level together.</summary>
internal sealed class OrganisationLoader(RowShelf<Organisation> organisations) : BatchLoader<Guid, Organisation>
{
    protected override bool TryTake(Guid key, [MaybeNullWhen(false)] out Organisation value) => organisations.TryTake(key, out value);

    protected override Task<IReadOnlyDictionary<Guid, Organisation>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        organisations.ReadAsync(keys, cancellationToken);
}
