namespace ServiceTray.Organisations;

/// <summary>Organisations, as asked over GraphQL.</summary>
internal static class OrganisationQueries
{
    public static async ValueTask<Organisation?> OrganisationAsync(string id, OrganisationLoader organisations) =>
        Guid.TryParse(id, out var key) ? await organisations.LoadAsync(key) : null;
}
