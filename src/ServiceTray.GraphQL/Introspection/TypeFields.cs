using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Introspection;

/// <summary>Fields of <c>__Type</c>; null where the kind of type does not have it.</summary>
internal static class TypeFields
{
    public static TypeKind Kind(SchemaType type) => type.Kind;

    public static string? Name(SchemaType type) => (type as NamedType)?.Name;

    public static string? Description(SchemaType type) => (type as NamedType)?.Description;

    public static string? SpecifiedByURL(SchemaType type) => (type as ScalarType)?.SpecifiedBy;

    public static IEnumerable<FieldDefinition>? Fields(SchemaType type, bool includeDeprecated) =>
        (type as FieldsType)?.Fields.Values.Where(f => includeDeprecated || f.Deprecation is null);

    public static IEnumerable<SchemaType>? Interfaces(SchemaType type) => (type as FieldsType)?.Interfaces;

    public static IEnumerable<SchemaType>? PossibleTypes(OperationRun run, SchemaType type) =>
        type is InterfaceType or UnionType ? run.Schema.PossibleTypes(type.Named) : null;

    public static IEnumerable<EnumValue>? EnumValues(SchemaType type, bool includeDeprecated) =>
        (type as EnumType)?.Values.Values.Where(v => includeDeprecated || v.Deprecation is null);

    public static IEnumerable<InputDefinition>? InputFields(SchemaType type, bool includeDeprecated) =>
        (type as InputObjectType)?.Fields.Values.Where(f => includeDeprecated || f.Deprecation is null);

    public static SchemaType? OfType(SchemaType type) => type switch
    {
        ListType list => list.Of,
        NonNullType nonNull => nonNull.Of,
        _ => null,
    };

    public static bool? IsOneOf(SchemaType type) => (type as InputObjectType)?.IsOneOf;
}
