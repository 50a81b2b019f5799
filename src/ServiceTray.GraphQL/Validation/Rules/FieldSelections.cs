using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A field asked for is one of its type (section 5.3.1).</summary>
internal sealed class FieldSelections : ValidationRule
{
    public override void Field(FieldNode node, NamedType? parent, FieldDefinition? definition)
    {
        if (parent is not null && definition is null)
        {
            Context.Report(node, $"{parent} has no field \"{node.Name}\".");
        }
    }
}
