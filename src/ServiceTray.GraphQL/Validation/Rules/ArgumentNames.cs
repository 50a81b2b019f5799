using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>An argument given is one of its field or directive (section 5.4.1).</summary>
internal sealed class ArgumentNames : ValidationRule
{
    public override void Arguments(SyntaxNode owner, string name, IReadOnlyList<ArgumentNode> nodes, OrderedDictionary<string, InputDefinition>? definitions)
    {
        foreach (var node in nodes)
        {
            if (definitions?.ContainsKey(node.Name) == false)
            {
                Context.Report(node, $"\"{name}\" has no argument \"{node.Name}\".");
            }
        }
    }
}
