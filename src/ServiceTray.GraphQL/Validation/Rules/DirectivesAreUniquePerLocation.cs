using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A directive stands once at a place unless it is repeatable (section 5.7.3).</summary>
internal sealed class DirectivesAreUniquePerLocation : ValidationRule
{
    public override void Directives(IReadOnlyList<DirectiveNode> nodes, string location)
    {
        if (nodes.Count < 2)
        {
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (!names.Add(node.Name) && Context.Schema.Directives.TryGetValue(node.Name, out var directive) && !directive.IsRepeatable)
            {
                Context.Report(node, $"@{node.Name} may stand only once here.");
            }
        }
    }
}
