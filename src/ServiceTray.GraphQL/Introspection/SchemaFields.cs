using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Introspection;

/// <summary>Fields of <c>__Schema</c>.</summary>
internal static class SchemaFields
{
    public static IEnumerable<SchemaType> Types(TypeSystem schema) => schema.Types.Values;

    public static SchemaType? QueryType(TypeSystem schema) => schema.Query;

    public static SchemaType? MutationType(TypeSystem schema) => schema.Mutation;

    public static SchemaType? SubscriptionType(TypeSystem schema) => schema.Subscription;

    public static IEnumerable<DirectiveDefinition> Directives(TypeSystem schema) => schema.Directives.Values;
}
