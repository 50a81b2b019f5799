using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation;

/// <summary>What the rules share: schema, document, what the walk has gathered, and the errors.</summary>
internal sealed class ValidationContext(TypeSystem schema, DocumentNode document, int maxErrors)
{
    private readonly Dictionary<DefinitionNode, List<VariableUsage>> usages = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DefinitionNode, List<SpreadNode>> spreads = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OperationNode, IReadOnlyList<FragmentNode>> reached = new(ReferenceEqualityComparer.Instance);

    public TypeSystem Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    public Dictionary<string, FragmentNode> Fragments { get; } = document.Definitions.OfType<FragmentNode>()
        .GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public List<GraphQLError> Errors { get; } = [];

    public bool IsFull => Errors.Count >= maxErrors;

    public IEnumerable<OperationNode> Operations => Document.Definitions.OfType<OperationNode>();

    public void Report(SyntaxNode node, string message) => Report(node, message, ErrorCodes.ValidationFailed);

    public void Report(SyntaxNode node, string message, string code)
    {
        if (!IsFull)
        {
            Errors.Add(new GraphQLError(message, code) { Locations = [Document.Source.Locate(node.Offset)] });
        }
    }

    public List<VariableUsage> Usages(DefinitionNode definition) => Of(usages, definition);

    public List<SpreadNode> Spreads(DefinitionNode definition) => Of(spreads, definition);

    /// <summary>The fragments that an operation takes in, directly or through others; each once.</summary>
    public IReadOnlyList<FragmentNode> Reached(OperationNode operation)
    {
        if (reached.TryGetValue(operation, out var known))
        {
            return known;
        }

        var found = new List<FragmentNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<DefinitionNode>([operation]);
        while (open.TryPop(out var next))
        {
            foreach (var spread in Spreads(next))
            {
                if (seen.Add(spread.Name) && Fragments.TryGetValue(spread.Name, out var fragment))
                {
                    found.Add(fragment);
                    open.Push(fragment);
                }
            }
        }

        return reached[operation] = found;
    }

    /// <summary>Where an operation uses variables, its fragments included.</summary>
    public IEnumerable<VariableUsage> AllUsages(OperationNode operation) =>
        Usages(operation).Concat(Reached(operation).SelectMany(Usages));

    private static List<T> Of<T>(Dictionary<DefinitionNode, List<T>> map, DefinitionNode definition)
    {
        if (!map.TryGetValue(definition, out var list))
        {
            map[definition] = list = [];
        }

        return list;
    }
}

/// <summary>A place where a variable stands.</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">What the place wants; null when unknown.</param>
/// <param name="HasDefault">Whether the place has a default of its own.</param>
/// <param name="IsOneOf">Whether the place is a field of a <c>@oneOf</c> input object.</param>
internal sealed record VariableUsage(VariableValueNode Node, SchemaType? Type, bool HasDefault, bool IsOneOf);
