using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A variable stands only where its type fits (section 5.8.5).</summary>
internal sealed class AllVariableUsagesAreAllowed : ValidationRule
{
    public override void Finish()
    {
        foreach (var operation in Context.Operations.Where(o => o.Variables.Count > 0))
        {
            var variables = operation.Variables.GroupBy(v => v.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            foreach (var usage in Context.AllUsages(operation))
            {
                if (usage.Type is { } wanted && variables.TryGetValue(usage.Node.Name, out var variable) && Context.Schema.Resolve(variable.Type) is { } type)
                {
                    Check(usage, variable, type, wanted);
                }
            }
        }
    }

    private void Check(VariableUsage usage, VariableNode variable, SchemaType type, SchemaType wanted)
    {
        var hasDefault = variable.Default is not (null or NullValueNode) || usage.HasDefault;
        var place = !type.IsNonNull && hasDefault ? wanted.Nullable : wanted;
        if (!Fits(type, place))
        {
            Context.Report(usage.Node, $"The variable \"${variable.Name}\" of type {type} cannot stand where {wanted} is wanted.");
        }
        else if (usage.IsOneOf && !type.IsNonNull)
        {
            Context.Report(usage.Node, $"The variable \"${variable.Name}\" must be non-null to stand in a @oneOf input object.");
        }
    }

    private static bool Fits(SchemaType type, SchemaType place) => (type, place) switch
    {
        (NonNullType given, NonNullType wanted) => Fits(given.Of, wanted.Of),
        (_, NonNullType) => false,
        (NonNullType given, _) => Fits(given.Of, place),
        (ListType given, ListType wanted) => Fits(given.Of, wanted.Of),
        _ => type == place,
    };
}
