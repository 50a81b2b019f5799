using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A fragment that is spread is defined (section 5.5.2.1).</summary>
internal sealed class FragmentSpreadTargetDefined : ValidationRule
{
    public override void Spread(SpreadNode node, NamedType? parent)
    {
        if (!Context.Fragments.ContainsKey(node.Name))
        {
            Context.Report(node, $"There is no fragment \"{node.Name}\".");
        }
    }
}
