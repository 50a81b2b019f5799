using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Introspection;

/// <summary>Binds the introspection types to the type system itself (specification, section 4), as any schema is bound.</summary>
internal static class IntrospectionFields
{
    public static IReadOnlyList<(Type Type, On On)> All { get; } =
    [
        (typeof(MetaFields), On.Type("__meta")),
        (typeof(SchemaFields), On.Type("__Schema")),
        (typeof(TypeFields), On.Type("__Type")),
        (typeof(FieldFields), On.Type("__Field")),
        (typeof(InputValueFields), On.Type("__InputValue")),
        (typeof(EnumValueFields), On.Type("__EnumValue")),
        (typeof(DirectiveFields), On.Type("__Directive")),
    ];

    public static IReadOnlyList<(Type Type, string Name)> Bindings { get; } =
    [
        (typeof(TypeSystem), "__Schema"),
        (typeof(SchemaType), "__Type"),
        (typeof(FieldDefinition), "__Field"),
        (typeof(InputDefinition), "__InputValue"),
        (typeof(EnumValue), "__EnumValue"),
        (typeof(DirectiveDefinition), "__Directive"),
    ];
}

/// <summary><c>__schema</c> and <c>__type</c> on the query root.</summary>
internal static class MetaFields
{
    public static TypeSystem Schema(OperationRun run) => run.Schema;

    public static SchemaType? Type(OperationRun run, string name) => run.Schema.Types.GetValueOrDefault(name);
}
