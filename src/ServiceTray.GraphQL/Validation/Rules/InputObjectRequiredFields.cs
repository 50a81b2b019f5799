using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>Required fields of an input object are given (section 5.6.4), and exactly one of a @oneOf (section 5.6.1).</summary>
internal sealed class InputObjectRequiredFields : ValidationRule
{
    public override void Value(ValueNode node, SchemaType? type)
    {
        if (node is not ObjectValueNode o || type?.Named is not InputObjectType input)
        {
            return;
        }

        foreach (var (name, field) in input.Fields)
        {
            if (field.IsRequired && !IsGiven(o, name))
            {
                Context.Report(node, $"{input} needs the field \"{field.Name}\" of type {field.Type}.");
            }
        }

        if (input.IsOneOf && (o.Fields.Count != 1 || o.Fields[0].Value is NullValueNode))
        {
            Context.Report(node, $"Exactly one field of {input} must be given, and not be null.");
        }
    }

    private static bool IsGiven(ObjectValueNode node, string name) => node.Fields.Any(f => f.Name == name);
}
