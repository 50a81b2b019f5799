using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Introspection;

/// <summary>Fields of <c>__Field</c>; name, description and type are members.</summary>
internal static class FieldFields
{
    public static IEnumerable<InputDefinition> Args(FieldDefinition field, bool includeDeprecated) =>
        field.Arguments.Values.Where(a => includeDeprecated || a.Deprecation is null);

    public static bool IsDeprecated(FieldDefinition field) => field.Deprecation is not null;

    public static string? DeprecationReason(FieldDefinition field) => field.Deprecation;
}

/// <summary>Fields of <c>__InputValue</c>.</summary>
internal static class InputValueFields
{
    public static string? DefaultValue(InputDefinition input) => input.Default is { } value ? ValuePrinter.Print(value) : null;

    public static bool IsDeprecated(InputDefinition input) => input.Deprecation is not null;

    public static string? DeprecationReason(InputDefinition input) => input.Deprecation;
}

/// <summary>Fields of <c>__EnumValue</c>.</summary>
internal static class EnumValueFields
{
    public static bool IsDeprecated(EnumValue value) => value.Deprecation is not null;

    public static string? DeprecationReason(EnumValue value) => value.Deprecation;
}

/// <summary>Fields of <c>__Directive</c>.</summary>
internal static class DirectiveFields
{
    public static IEnumerable<InputDefinition> Args(DirectiveDefinition directive, bool includeDeprecated) =>
        directive.Arguments.Values.Where(a => includeDeprecated || a.Deprecation is null);
}
