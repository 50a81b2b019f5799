using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A variable is of an input type (section 5.8.2).</summary>
internal sealed class VariablesAreInputTypes : ValidationRule
{
    public override void Variable(VariableNode node)
    {
        if (Context.Schema.Resolve(node.Type) is not { IsInput: true })
        {
            Context.Report(node.Type, $"The variable \"${node.Name}\" cannot be of type {node.Type}, which is no input type.");
        }
    }
}
