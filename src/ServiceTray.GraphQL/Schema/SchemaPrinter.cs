using System.Text;
using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>Writes a schema back as SDL; graphql-js builds an equal schema from it.</summary>
internal static class SchemaPrinter
{
    public static string Print(TypeSystem schema)
    {
        var parts = new List<string>();
        if (schema.Description is not null || HasUnusualRoots(schema))
        {
            parts.Add(PrintRoots(schema));
        }

        parts.AddRange(schema.Directives.Values.Where(d => !d.IsBuiltIn).Select(PrintDirective));
        parts.AddRange(schema.Types.Values.Where(t => !t.IsBuiltIn).Select(PrintType));
        return string.Join("\n\n", parts) + "\n";
    }

    private static bool HasUnusualRoots(TypeSystem schema) =>
        schema.Query?.Name != "Query" || schema.Mutation?.Name is not (null or "Mutation") || schema.Subscription?.Name is not (null or "Subscription")
        || (schema.Mutation is null && schema.Types.ContainsKey("Mutation")) || (schema.Subscription is null && schema.Types.ContainsKey("Subscription"));

    private static string PrintRoots(TypeSystem schema) =>
        Describe(schema.Description, "") + "schema {\n"
        + (schema.Query is { } query ? $"  query: {query}\n" : "")
        + (schema.Mutation is { } mutation ? $"  mutation: {mutation}\n" : "")
        + (schema.Subscription is { } subscription ? $"  subscription: {subscription}\n" : "") + "}";

    private static string PrintDirective(DirectiveDefinition directive) =>
        $"{Describe(directive.Description, "")}directive @{directive.Name}{PrintArguments(directive.Arguments.Values, "")}"
        + $"{(directive.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", directive.Locations)}";

    private static string PrintType(NamedType type) => Describe(type.Description, "") + type switch
    {
        ScalarType scalar => $"scalar {type}" + (scalar.SpecifiedBy is { } url ? $" @specifiedBy(url: {ValuePrinter.Quote(url)})" : ""),
        ObjectType o => $"type {type}{PrintInterfaces(o)}{PrintFields(o)}",
        InterfaceType i => $"interface {type}{PrintInterfaces(i)}{PrintFields(i)}",
        UnionType union => $"union {type} = {string.Join(" | ", union.Members)}",
        EnumType e => $"enum {type}{Block(e.Values.Values.Select(v => Describe(v.Description, "  ") + $"  {v.Name}{Deprecate(v.Deprecation)}"))}",
        InputObjectType input => $"input {type}{(input.IsOneOf ? " @oneOf" : "")}"
            + Block(input.Fields.Values.Select(f => Describe(f.Description, "  ") + "  " + PrintInput(f))),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static string PrintInterfaces(FieldsType type) =>
        type.Interfaces.Count == 0 ? "" : " implements " + string.Join(" & ", type.Interfaces);

    private static string PrintFields(FieldsType type) => Block(type.Fields.Values.Select(f =>
        $"{Describe(f.Description, "  ")}  {f.Name}{PrintArguments(f.Arguments.Values, "  ")}: {f.Type}{Deprecate(f.Deprecation)}"));

    private static string PrintArguments(IReadOnlyCollection<InputDefinition> arguments, string indent)
    {
        if (arguments.Count == 0)
        {
            return "";
        }

        return arguments.All(a => a.Description is null)
            ? $"({string.Join(", ", arguments.Select(PrintInput))})"
            : $"(\n{string.Join("\n", arguments.Select(a => $"{Describe(a.Description, indent + "  ")}{indent}  {PrintInput(a)}"))}\n{indent})";
    }

    private static string PrintInput(InputDefinition input) =>
        $"{input.Name}: {input.Type}{(input.Default is { } value ? " = " + ValuePrinter.Print(value) : "")}{Deprecate(input.Deprecation)}";

    private static string Block(IEnumerable<string> lines) => $" {{\n{string.Join("\n", lines)}\n}}";

    private static string Deprecate(string? reason) => reason switch
    {
        null => "",
        "No longer supported" => " @deprecated",
        _ => $" @deprecated(reason: {ValuePrinter.Quote(reason)})",
    };

    private static string Describe(string? description, string indent)
    {
        if (description is null)
        {
            return "";
        }

        // A block string cannot hold every text: leading blanks, control characters and closing marks are safer quoted.
        var isPlain = description.Length > 0 && !description.Contains("\"\"\"", StringComparison.Ordinal) && description == BlockStrings.Dedent(description)
            && !description.Any(c => c < ' ' && c != '\n') && description[^1] is not ('"' or '\\') && description[0] is not (' ' or '\t');
        if (!isPlain)
        {
            return $"{indent}{ValuePrinter.Quote(description)}\n";
        }

        var text = new StringBuilder();
        text.Append(indent).Append("\"\"\"\n");
        foreach (var line in description.Split('\n'))
        {
            text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
        }

        return text.Append(indent).Append("\"\"\"\n").ToString();
    }
}
