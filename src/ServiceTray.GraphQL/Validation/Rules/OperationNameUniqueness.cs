using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>No two operations have the same name (section 5.2.2.1).</summary>
internal sealed class OperationNameUniqueness : ValidationRule
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public override void Definition(DefinitionNode node)
    {
        if (node is OperationNode { Name: { } name } && !names.Add(name))
        {
            Context.Report(node, $"There is more than one operation \"{name}\".");
        }
    }
}
