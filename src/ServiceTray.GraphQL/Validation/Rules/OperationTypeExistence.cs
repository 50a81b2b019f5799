using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>The schema has the root that an operation asks of (section 5.2.1.1).</summary>
internal sealed class OperationTypeExistence : ValidationRule
{
    public override void Definition(DefinitionNode node)
    {
        if (node is OperationNode operation && Context.Schema.Root(operation.Kind) is null)
        {
            Context.Report(node, $"The schema has no {operation.Kind} operations.");
        }
    }
}
