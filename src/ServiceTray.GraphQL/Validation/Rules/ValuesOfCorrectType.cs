using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A value written in the document fits its place (section 5.6.1).</summary>
internal sealed class ValuesOfCorrectType : ValidationRule
{
    public override void Value(ValueNode node, SchemaType? type)
    {
        if (type is null || node is VariableValueNode)
        {
            return;
        }

        if (node is NullValueNode)
        {
            if (type.IsNonNull)
            {
                Context.Report(node, $"{type} may not be null.");
            }

            return;
        }

        // A single value may stand for a list of one.
        var isList = type.Nullable is ListType;
        if ((node is ListValueNode && isList) || (node is ObjectValueNode && type.Named is InputObjectType))
        {
            return;
        }

        switch (type.Named)
        {
            case ScalarType scalar when node is ListValueNode || !scalar.Scalar.TryRead(node, out _):
                Context.Report(node, $"{ValuePrinter.Print(node)} does not fit {type}; expected {scalar.Scalar.Wanted}.");
                break;
            case EnumType e when node is not EnumValueNode name || !e.Values.ContainsKey(name.Name):
                Context.Report(node, $"{ValuePrinter.Print(node)} is not a value of {e}.");
                break;
            case InputObjectType input:
                Context.Report(node, $"{ValuePrinter.Print(node)} does not fit {input}; expected an object.");
                break;
        }
    }
}
