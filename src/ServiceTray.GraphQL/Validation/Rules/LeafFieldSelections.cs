using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A leaf has no selections, and anything else has (section 5.3.3).</summary>
internal sealed class LeafFieldSelections : ValidationRule
{
    public override void Field(FieldNode node, NamedType? parent, FieldDefinition? definition)
    {
        if (definition is null)
        {
            return;
        }

        if (definition.Type.Named.IsLeaf && node.Selections is not null)
        {
            Context.Report(node.Selections, $"\"{node.Name}\" of type {definition.Type} has no fields to select.");
        }
        else if (definition.Type.Named.IsComposite && node.Selections is null)
        {
            Context.Report(node, $"\"{node.Name}\" of type {definition.Type} needs a selection of fields, as \"{node.Name} {{ … }}\".");
        }
    }
}
