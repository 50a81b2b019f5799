using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>No two fragments have the same name (section 5.5.1.1).</summary>
internal sealed class FragmentNameUniqueness : ValidationRule
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public override void Definition(DefinitionNode node)
    {
        if (node is FragmentNode fragment && !names.Add(fragment.Name))
        {
            Context.Report(node, $"There is more than one fragment \"{fragment.Name}\".");
        }
    }
}
