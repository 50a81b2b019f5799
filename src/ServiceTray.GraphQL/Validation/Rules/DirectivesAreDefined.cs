using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A directive used is one of the schema (section 5.7.1).</summary>
internal sealed class DirectivesAreDefined : ValidationRule
{
    public override void Directives(IReadOnlyList<DirectiveNode> nodes, string location)
    {
        foreach (var node in nodes)
        {
            if (!Context.Schema.Directives.ContainsKey(node.Name))
            {
                Context.Report(node, $"There is no directive @{node.Name}.");
            }
        }
    }
}
