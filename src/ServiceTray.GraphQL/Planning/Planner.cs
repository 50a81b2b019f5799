using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Planning;

/// <summary>
/// Makes a plan of a valid document (specification, section 6.3): fields are merged, fragments flattened for each object type.
/// Both the number of fields and the steps are bounded, so a small document that unfolds into a huge one is refused.
/// </summary>
internal sealed class Planner
{
    private const int MaxFields = 10_000;
    private const int MaxSteps = 100_000;
    private readonly TypeSystem schema;
    private readonly Dictionary<string, FragmentNode> fragments = new(StringComparer.Ordinal);
    private readonly int maxDepth;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private int fields;
    private int steps;
    private bool usesIntrospection;

    private Planner(TypeSystem schema, DocumentNode document, int maxDepth)
    {
        this.schema = schema;
        this.maxDepth = maxDepth;
        foreach (var fragment in document.Definitions.OfType<FragmentNode>())
        {
            fragments.TryAdd(fragment.Name, fragment);
        }
    }

    /// <summary>The plan of one operation of a document that has passed validation.</summary>
    /// <exception cref="GraphQLException">The operation unfolds too far (LIMIT_EXCEEDED).</exception>
    public static OperationPlan Plan(TypeSystem schema, DocumentNode document, OperationNode operation, int maxDepth)
    {
        var planner = new Planner(schema, document, maxDepth);
        var root = planner.PlanObject(schema.Root(operation.Kind)!, [(operation.Selections, null)], null, 1);
        return new OperationPlan
        {
            Operation = operation,
            Source = document.Source,
            Root = root,
            Variables = [.. operation.Variables.Select(v => new VariablePlan(v, v.Name, schema.Resolve(v.Type)!, v.Default))],
            FieldCount = planner.fields,
            Names = new AskedNames(planner.names),
            UsesIntrospection = planner.usesIntrospection,
        };
    }

    private static GraphQLException Limit(string message) => new(new GraphQLError(message, ErrorCodes.LimitExceeded));

    private ObjectPlan PlanObject(ObjectType type, IReadOnlyList<(SelectionSetNode Set, Guard? Guard)> sets, FieldPlan? parent, int depth)
    {
        if (depth > maxDepth)
        {
            throw Limit($"The operation is nested deeper than {maxDepth} fields.");
        }

        var asked = new AskedFields();
        HashSet<string>? spread = null;
        foreach (var (set, guard) in sets)
        {
            Collect(type, set, guard, ref spread, asked);
        }

        var plans = new FieldPlan[asked.Groups.Count];
        for (var i = 0; i < plans.Length; i++)
        {
            plans[i] = PlanField(type, asked.Groups[i], parent, depth);
        }

        return new ObjectPlan(type, plans);
    }

    private FieldPlan PlanField(ObjectType type, IReadOnlyList<FieldAsked> nodes, FieldPlan? parent, int depth)
    {
        if (++fields > MaxFields)
        {
            throw Limit($"The operation unfolds into more than {MaxFields} fields.");
        }

        var definition = schema.Field(type, nodes[0].Node.Name)!;
        names.Add(definition.Name);
        usesIntrospection |= definition.Name is "__schema" or "__type";
        var plan = new FieldPlan(fields - 1, definition, parent, nodes);
        if (definition.Type.Named.IsComposite)
        {
            var (sets, children) = (new List<(SelectionSetNode, Guard?)>(nodes.Count), new List<ObjectPlan>(1));
            foreach (var asked in nodes)
            {
                sets.Add((asked.Node.Selections!, asked.Guard));
            }

            foreach (var possible in schema.PossibleTypes(definition.Type.Named))
            {
                children.Add(PlanObject(possible, sets, plan, depth + 1));
            }

            plan.Close([.. children]);
        }

        plan.Constants = ConstantArguments.TryMake(plan);
        return plan;
    }

    private void Collect(
        ObjectType type,
        SelectionSetNode set,
        Guard? outer,
        ref HashSet<string>? spread,
        AskedFields asked)
    {
        foreach (var selection in set.Items)
        {
            if (++steps > MaxSteps)
            {
                throw Limit("The operation's fragments unfold too far.");
            }

            var guard = Guard.With(outer, selection.Directives, out var never);
            if (never)
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    asked.Add(new FieldAsked(field, guard, steps));
                    break;
                case InlineFragmentNode inline when inline.On is null || Applies(type, inline.On.Name):
                    Collect(type, inline.Selections, guard, ref spread, asked);
                    break;
                case SpreadNode named when guard is null ? (spread ??= new(StringComparer.Ordinal)).Add(named.Name) : spread?.Contains(named.Name) != true:
                    var fragment = fragments[named.Name];
                    if (Applies(type, fragment.On.Name))
                    {
                        Collect(type, fragment.Selections, guard, ref spread, asked);
                    }

                    break;
            }
        }
    }

    private bool Applies(ObjectType type, string condition) => schema.PossibleTypes(schema.Types[condition]).Contains(type);
}
