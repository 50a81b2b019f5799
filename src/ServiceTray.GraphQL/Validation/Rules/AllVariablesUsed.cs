namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A variable defined is used (section 5.8.4).</summary>
internal sealed class AllVariablesUsed : ValidationRule
{
    public override void Finish()
    {
        foreach (var operation in Context.Operations.Where(o => o.Variables.Count > 0))
        {
            var used = Context.AllUsages(operation).Select(u => u.Node.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var variable in operation.Variables.Where(v => !used.Contains(v.Name)))
            {
                Context.Report(variable, $"The variable \"${variable.Name}\" is never used.");
            }
        }
    }
}
