using System.Globalization;
using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>What a field is taken to cost, by <c>@cost</c> and <c>@listSize</c> of its definition (the cost directives' specification).</summary>
internal sealed class FieldCost
{
    private const double UsualWeight = 1;
    private static readonly string[] UsualSlicing = ["first", "last"];
    private readonly IReadOnlyDictionary<string, double> argumentWeights;
    private readonly NamedType type;
    private double? itemWeight;

    public FieldCost(FieldDefinitionNode node, NamedType type)
    {
        this.type = type;
        Weight = WeightOf(node.Directives) ?? UsualWeight;
        argumentWeights = node.Arguments
            .Select(a => (a.Name, Weight: WeightOf(a.Directives))).Where(a => a.Weight is not null)
            .ToDictionary(a => a.Name, a => a.Weight!.Value, StringComparer.Ordinal);
        if (node.Directives.FirstOrDefault(d => d.Name == "listSize") is { } size)
        {
            AssumedSize = (size.Argument("assumedSize") as IntValueNode) is { } assumed && int.TryParse(assumed.Text, CultureInfo.InvariantCulture, out var number) ? number : null;
            SlicingArguments = Texts(size.Argument("slicingArguments")) ?? UsualSlicing;
            SizedFields = Texts(size.Argument("sizedFields"));
            RequiresOneSlicingArgument = SlicingArguments != UsualSlicing && (size.Argument("requireOneSlicingArgument") as BooleanValueNode)?.Value != false;
        }
    }

    /// <summary>What it costs to ask the field.</summary>
    public double Weight { get; }

    /// <summary>What each thing it answers costs by its type, beside what is asked of it; asked for once all types stand.</summary>
    public double ItemWeight => itemWeight ??= WeightOf(type.Directives) ?? 0;

    /// <summary>How long its list is taken to be when no slicing argument tells; null: as the server assumes of all.</summary>
    public int? AssumedSize { get; }

    /// <summary>The arguments that tell how long the list is at most.</summary>
    public string[] SlicingArguments { get; } = UsualSlicing;

    /// <summary>The fields below, as a connection's <c>edges</c>, that are of the size told here; null: all.</summary>
    public IReadOnlyList<string>? SizedFields { get; }

    /// <summary>Whether exactly one slicing argument must be given.</summary>
    public bool RequiresOneSlicingArgument { get; }

    /// <summary>What the arguments that are given cost.</summary>
    public double OfArguments(IReadOnlyList<ArgumentNode> given)
    {
        var cost = 0.0;
        for (var i = 0; argumentWeights.Count > 0 && i < given.Count; i++)
        {
            cost += argumentWeights.GetValueOrDefault(given[i].Name);
        }

        return cost;
    }

    private static double? WeightOf(IReadOnlyList<DirectiveNode> directives) =>
        directives.FirstOrDefault(d => d.Name == "cost")?.Argument("weight") is StringValueNode written
        && double.TryParse(written.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight) ? weight : null;

    private static string[]? Texts(ValueNode? value) => value switch
    {
        ListValueNode list => [.. list.Items.OfType<StringValueNode>().Select(t => t.Text)],
        StringValueNode one => [one.Text],
        _ => null,
    };
}
