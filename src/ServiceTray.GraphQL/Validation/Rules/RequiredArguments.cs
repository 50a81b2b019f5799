using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>Each required argument is given (section 5.4.3).</summary>
internal sealed class RequiredArguments : ValidationRule
{
    public override void Arguments(SyntaxNode owner, string name, IReadOnlyList<ArgumentNode> nodes, OrderedDictionary<string, InputDefinition>? definitions)
    {
        if (definitions is null)
        {
            return;
        }

        foreach (var definition in definitions.Values)
        {
            if (definition.IsRequired && !nodes.Any(n => n.Name == definition.Name))
            {
                Context.Report(owner, $"\"{name}\" needs the argument \"{definition.Name}\" of type {definition.Type}.");
            }
        }
    }
}
