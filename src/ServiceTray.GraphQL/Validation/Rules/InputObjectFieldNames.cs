using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A field of an input object is one of its type (section 5.6.2).</summary>
internal sealed class InputObjectFieldNames : ValidationRule
{
    public override void Value(ValueNode node, SchemaType? type)
    {
        if (node is not ObjectValueNode o || type?.Named is not InputObjectType input)
        {
            return;
        }

        foreach (var field in o.Fields)
        {
            if (!input.Fields.ContainsKey(field.Name))
            {
                Context.Report(field, $"{input} has no field \"{field.Name}\".");
            }
        }
    }
}
