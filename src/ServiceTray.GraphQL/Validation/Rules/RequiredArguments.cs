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

        foreach (var (wanted, definition) in definitions)
        {
            if (definition.IsRequired && !IsGiven(nodes, wanted))
            {
                Context.Report(owner, $"\"{name}\" needs the argument \"{definition.Name}\" of type {definition.Type}.");
            }
        }
    }

    private static bool IsGiven(IReadOnlyList<ArgumentNode> nodes, string name) => nodes.Any(n => n.Name == name);
}
