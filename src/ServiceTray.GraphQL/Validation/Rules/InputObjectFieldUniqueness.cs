using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>No field of an input object is given twice (section 5.6.3).</summary>
internal sealed class InputObjectFieldUniqueness : ValidationRule
{
    public override void Value(ValueNode node, SchemaType? type)
    {
        if (node is not ObjectValueNode { Fields.Count: > 1 } o)
        {
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in o.Fields)
        {
            if (!names.Add(field.Name))
            {
                Context.Report(field, $"The field \"{field.Name}\" is given more than once.");
            }
        }
    }
}
