using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A directive stands where it may (section 5.7.2).</summary>
internal sealed class DirectivesAreInValidLocations : ValidationRule
{
    public override void Directives(IReadOnlyList<DirectiveNode> nodes, string location)
    {
        foreach (var node in nodes)
        {
            if (Context.Schema.Directives.TryGetValue(node.Name, out var directive) && !directive.Locations.Contains(location))
            {
                Context.Report(node, $"@{node.Name} may not stand on a {location}.");
            }
        }
    }
}
