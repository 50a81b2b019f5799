using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A request holds operations and fragments only (section 5.1.1).</summary>
internal sealed class ExecutableDefinitions : ValidationRule
{
    public override void Definition(DefinitionNode node)
    {
        if (node is TypeSystemNode)
        {
            Context.Report(node, "A request may hold only operations and fragments.");
        }
    }
}
