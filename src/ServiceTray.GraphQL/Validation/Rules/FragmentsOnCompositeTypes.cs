using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A fragment is on an object, interface or union (section 5.5.1.3).</summary>
internal sealed class FragmentsOnCompositeTypes : ValidationRule
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
        if (Context.Schema.Types.GetValueOrDefault(node.Name) is { IsComposite: false })
        {
            Context.Report(node, $"A fragment cannot be on \"{node.Name}\", which has no fields.");
        }
    }
}
