using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A fragment is on an object, interface or union (section 5.5.1.3).</summary>
internal sealed class FragmentsOnCompositeTypes : ValidationRule
{
    public override void FragmentType(NamedTypeNode node)
    {
        if (Context.Schema.Types.GetValueOrDefault(node.Name) is { IsComposite: false })
        {
            Context.Report(node, $"A fragment cannot be on \"{node.Name}\", which has no fields.");
        }
    }
}
