using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A fragment is spread where its type can occur (section 5.5.2.3).</summary>
internal sealed class FragmentSpreadIsPossible : ValidationRule
{
    public override void InlineFragment(InlineFragmentNode node, NamedType? parent) => Check(node, parent, node.On?.Name);

    public override void Spread(SpreadNode node, NamedType? parent) => Check(node, parent, Context.Fragments.GetValueOrDefault(node.Name)?.On.Name);

    private void Check(SyntaxNode node, NamedType? parent, string? on)
    {
        if (parent is not null && on is not null && Context.Schema.Types.GetValueOrDefault(on) is { IsComposite: true } type
            && !Context.Schema.PossibleTypes(parent).Overlaps(Context.Schema.PossibleTypes(type)))
        {
            Context.Report(node, $"No {type} can occur where a {parent} stands.");
        }
    }
}
