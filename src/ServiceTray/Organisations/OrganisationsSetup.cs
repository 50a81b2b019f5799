using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;

namespace ServiceTray.Organisations;

/// <summary>Brings organisations into the service.</summary>
internal static class OrganisationsSetup
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services) => services.AddSingleton<OrganisationReader>();

    public static GraphQLBuilder AddOrganisations(this GraphQLBuilder graphql) => graphql
        .Bind<Organisation>().Bind<OrganisationKind>().Bind<Contact>().Bind<ContactKind>().Bind<Link>().Bind<Source>()
        .AddResolvers(typeof(OrganisationQueries), On.Query)
        .AddResolvers(typeof(OrganisationFields), On.Type("Organisation"))
        .AddResolvers(typeof(ContactFields), On.Type("Contact"))
        .AddResolvers(typeof(LinkFields), On.Type("Link"))
        .AddLoader<OrganisationLoader>();
}
