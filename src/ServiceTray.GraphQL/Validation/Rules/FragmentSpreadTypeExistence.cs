using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A fragment is on a type there is (section 5.5.1.2); so is a variable.</summary>
internal sealed class FragmentSpreadTypeExistence : ValidationRule
{
    public override void Definition(DefinitionNode node)
    {
        if (node is FragmentNode fragment)
        {
            Check(fragment.On);
        }
    }

    public override void InlineFragment(InlineFragmentNode node, NamedType? parent)
    {
        if (node.On is not null)
        {
            Check(node.On);
        }
    }

    private void Check(NamedTypeNode node)
    {
        if (!Context.Schema.Types.ContainsKey(node.Name))
        {
            Context.Report(node, $"There is no type \"{node.Name}\".");
        }
    }
}
