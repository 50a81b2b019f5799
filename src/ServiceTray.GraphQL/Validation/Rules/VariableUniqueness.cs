using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>No variable is defined twice (section 5.8.1).</summary>
internal sealed class VariableUniqueness : ValidationRule
{
    public override void Definition(DefinitionNode node)
    {
        if (node is not OperationNode { Variables.Count: > 1 } operation)
        {
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in operation.Variables)
        {
            if (!names.Add(variable.Name))
            {
                Context.Report(variable, $"The variable \"${variable.Name}\" is defined more than once.");
            }
        }
    }
}
