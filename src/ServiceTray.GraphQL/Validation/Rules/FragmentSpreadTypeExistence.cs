using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A fragment is on a type there is (section 5.5.1.2).</summary>
internal sealed class FragmentSpreadTypeExistence : ValidationRule
{
    public override void FragmentType(NamedTypeNode node)
    {
        if (!Context.Schema.Types.ContainsKey(node.Name))
        {
            Context.Report(node, $"There is no type \"{node.Name}\".");
        }
    }
}
