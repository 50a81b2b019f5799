using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>A subscription has one root field, and no @skip or @include on it (section 5.2.4.1).</summary>
internal sealed class SingleRootField : ValidationRule
{
    public override void Finish()
    {
        foreach (var operation in Context.Operations.Where(o => o.Kind == OperationKind.Subscription))
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            var isConditional = false;
            var isMeta = false;
            foreach (var selection in Roots(operation))
            {
                isConditional |= selection.Directives.Any(d => d.Name is "skip" or "include");
                if (selection is FieldNode field)
                {
                    names.Add(field.ResponseName);
                    isMeta |= field.Name.StartsWith("__", StringComparison.Ordinal);
                }
            }

            if (names.Count != 1 || isMeta || isConditional)
            {
                Context.Report(operation, "A subscription must have exactly one root field, not of introspection, and without @skip or @include.");
            }
        }
    }

    private IEnumerable<SelectionNode> Roots(OperationNode operation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionSetNode>([operation.Selections]);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Items)
            {
                yield return selection;
                if (selection is InlineFragmentNode inline)
                {
                    open.Push(inline.Selections);
                }
                else if (selection is SpreadNode spread && seen.Add(spread.Name) && Context.Fragments.TryGetValue(spread.Name, out var fragment))
                {
                    open.Push(fragment.Selections);
                }
            }
        }
    }
}
