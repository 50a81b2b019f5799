using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>No argument is given twice (section 5.4.2).</summary>
internal sealed class ArgumentUniqueness : ValidationRule
{
    public override void Arguments(SyntaxNode owner, string name, IReadOnlyList<ArgumentNode> nodes, OrderedDictionary<string, InputDefinition>? definitions)
    {
        if (nodes.Count < 2)
        {
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (!names.Add(node.Name))
            {
                Context.Report(node, $"The argument \"{node.Name}\" is given more than once.");
            }
        }
    }
}
