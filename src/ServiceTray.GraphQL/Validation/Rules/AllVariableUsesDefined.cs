namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A variable used is defined by each operation that uses it (section 5.8.3).</summary>
internal sealed class AllVariableUsesDefined : ValidationRule
{
    public override void Finish()
    {
        foreach (var operation in Context.Operations)
        {
            var defined = operation.Variables.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var usage in Context.AllUsages(operation))
            {
                if (!defined.Contains(usage.Node.Name))
                {
                    Context.Report(usage.Node, $"The variable \"${usage.Node.Name}\" is not defined.");
                }
            }
        }
    }
}
