using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Validation;

/// <summary>Tells the selection sets in which nothing can conflict: fields only, none twice, and all the way down so. Most documents hold no others.</summary>
internal sealed class PlainSelections
{
    private const int FewFields = 12;

    // By where they begin.
    private readonly HashSet<int> others = [];

    public PlainSelections(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case OperationNode operation:
                    Look(operation.Selections);
                    break;
                case FragmentNode fragment:
                    Look(fragment.Selections);
                    break;
            }
        }
    }

    public bool Contains(SelectionSetNode set) => !others.Contains(set.Offset);

    private bool Look(SelectionSetNode set)
    {
        var isPlain = AreDistinctFields(set.Items);
        foreach (var selection in set.Items)
        {
            isPlain &= selection switch
            {
                FieldNode { Selections: { } inner } => Look(inner),
                InlineFragmentNode inline => Look(inline.Selections),
                _ => true,
            };
        }

        if (!isPlain)
        {
            others.Add(set.Offset);
        }

        return isPlain;
    }

    private static bool AreDistinctFields(IReadOnlyList<SelectionNode> items)
    {
        var names = items.Count > FewFields ? new HashSet<string>(StringComparer.Ordinal) : null;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not FieldNode field || names?.Add(field.ResponseName) == false)
            {
                return false;
            }

            for (var before = 0; names is null && before < i; before++)
            {
                if (((FieldNode)items[before]).ResponseName == field.ResponseName)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
