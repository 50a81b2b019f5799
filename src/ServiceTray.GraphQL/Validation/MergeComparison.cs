using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation;

/// <summary>When two fields of one response name agree (specification, section 5.3.2).</summary>
internal static class MergeComparison
{
    public static bool HaveSameShape(SchemaType a, SchemaType b)
    {
        while (true)
        {
            switch (a, b)
            {
                case (NonNullType x, NonNullType y):
                    (a, b) = (x.Of, y.Of);
                    break;
                case (ListType x, ListType y):
                    (a, b) = (x.Of, y.Of);
                    break;
                case (NamedType x, NamedType y):
                    return x.IsLeaf || y.IsLeaf ? x == y : true;
                default:
                    return false;
            }
        }
    }

    public static bool HaveSameArguments(FieldNode a, FieldNode b) =>
        ReferenceEquals(a, b) || (a.Arguments.Count == b.Arguments.Count && (a.Arguments.Count == 0 || Sorted(a.Arguments) == Sorted(b.Arguments)));

    private static string Sorted(IReadOnlyList<ArgumentNode> arguments) =>
        string.Join(',', arguments.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => $"{a.Name}:{Sorted(a.Value)}"));

    private static string Sorted(ValueNode value) => value switch
    {
        ObjectValueNode o => $"{{{Sorted(o.Fields)}}}",
        ListValueNode list => $"[{string.Join(',', list.Items.Select(Sorted))}]",
        _ => ValuePrinter.Print(value),
    };
}
