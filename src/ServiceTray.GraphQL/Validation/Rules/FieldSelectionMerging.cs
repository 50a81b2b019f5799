using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Validation.Rules;

/// <summary>
/// Fields of the same response name can be merged (section 5.3.2). Instead of comparing all pairs, fields are grouped by name and
/// parent, each group is compared with its first, and groups already seen are left out; steps are bounded all the same.
/// </summary>
internal sealed class FieldSelectionMerging
{
    private const int MaxSteps = 200_000;
    private readonly ValidationContext context;
    private readonly PlainSelections plain;
    private readonly HashSet<string> shapesSeen = new(StringComparer.Ordinal);
    private readonly HashSet<string> parentsSeen = new(StringComparer.Ordinal);
    private int steps;

    private FieldSelectionMerging(ValidationContext context) => (this.context, plain) = (context, new PlainSelections(context.Document));

    /// <summary>Checks each operation of a document that keeps all other rules.</summary>
    public static void Check(ValidationContext context)
    {
        var rule = new FieldSelectionMerging(context);
        foreach (var operation in context.Operations)
        {
            List<(SelectionSetNode, NamedType)> sets = [(operation.Selections, context.Schema.Root(operation.Kind)!)];
            rule.CheckShapes(sets);
            rule.CheckParents(sets);
        }

        if (rule.steps > MaxSteps)
        {
            context.Report(context.Document, "The operation's fragments unfold too far.", ErrorCodes.LimitExceeded);
        }
    }

    private bool IsDone => steps > MaxSteps || context.IsFull;

    private bool IsPlain(List<(SelectionSetNode Set, NamedType Parent)> sets) => sets is [] || (sets is [var only] && plain.Contains(only.Set));

    /// <summary>Whatever the runtime types turn out to be, a name must always have the same form (SameResponseShape).</summary>
    private void CheckShapes(List<(SelectionSetNode Set, NamedType Parent)> sets)
    {
        if (IsDone || IsPlain(sets) || !shapesSeen.Add(KeyOf(sets)))
        {
            return;
        }

        foreach (var group in Collect(sets).Values)
        {
            var first = group[0];
            foreach (var other in group.Skip(1))
            {
                if (!MergeComparison.HaveSameShape(first.Definition.Type, other.Definition.Type))
                {
                    Conflict(other, $"it would be both {first.Definition.Type} and {other.Definition.Type}");
                    return;
                }
            }

            CheckShapes(Children(group));
        }
    }

    /// <summary>Fields that can meet in one object must be the same field with the same arguments.</summary>
    private void CheckParents(List<(SelectionSetNode Set, NamedType Parent)> sets)
    {
        if (IsDone || IsPlain(sets) || !parentsSeen.Add(KeyOf(sets)))
        {
            return;
        }

        foreach (var group in Collect(sets).Values)
        {
            foreach (var meeting in Meetings(group))
            {
                var first = meeting[0];
                foreach (var other in meeting.Skip(1))
                {
                    if (first.Node.Name != other.Node.Name)
                    {
                        Conflict(other, $"it would be both \"{first.Node.Name}\" and \"{other.Node.Name}\"");
                        return;
                    }

                    if (!MergeComparison.HaveSameArguments(first.Node, other.Node))
                    {
                        Conflict(other, "its arguments differ");
                        return;
                    }
                }

                CheckParents(Children(meeting));
            }
        }
    }

    private void Conflict(MergedField field, string why) =>
        context.Report(field.Node, $"\"{field.Node.ResponseName}\" is asked for in ways that cannot be merged: {why}. Give one an alias.");

    /// <summary>Groups of fields whose parents can be the same object: an abstract parent meets all, an object type only itself.</summary>
    private static IEnumerable<List<MergedField>> Meetings(List<MergedField> group)
    {
        var onAny = group.FindAll(f => f.Parent is not ObjectType);
        var byType = group.Where(f => f.Parent is ObjectType).GroupBy(f => f.Parent).ToList();
        return byType.Count == 0 ? [onAny] : byType.Select(own => (List<MergedField>)[.. onAny, .. own]);
    }

    private static List<(SelectionSetNode Set, NamedType Parent)> Children(List<MergedField> group)
    {
        var sets = new List<(SelectionSetNode, NamedType)>();
        var seen = new HashSet<int>();
        foreach (var field in group)
        {
            if (field.Node.Selections is { } set && seen.Add(set.Offset))
            {
                sets.Add((set, field.Definition.Type.Named));
            }
        }

        return sets;
    }

    // A selection set is known by where it begins.
    private static string KeyOf(List<(SelectionSetNode Set, NamedType Parent)> sets) =>
        string.Join(',', sets.Select(s => s.Set.Offset).Order());

    private Dictionary<string, List<MergedField>> Collect(List<(SelectionSetNode Set, NamedType Parent)> sets)
    {
        var groups = new Dictionary<string, List<MergedField>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (set, parent) in sets)
        {
            Collect(set, parent, groups, seen);
        }

        return groups;
    }

    private void Collect(SelectionSetNode set, NamedType parent, Dictionary<string, List<MergedField>> groups, HashSet<string> seen)
    {
        foreach (var selection in set.Items)
        {
            steps++;
            switch (selection)
            {
                case FieldNode field:
                    if (!groups.TryGetValue(field.ResponseName, out var group))
                    {
                        groups[field.ResponseName] = group = [];
                    }

                    group.Add(new MergedField(field, parent, context.Schema.Field(parent, field.Name)!));
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.Selections, inline.On is null ? parent : context.Schema.Types[inline.On.Name], groups, seen);
                    break;
                case SpreadNode spread when seen.Add(spread.Name):
                    var fragment = context.Fragments[spread.Name];
                    Collect(fragment.Selections, context.Schema.Types[fragment.On.Name], groups, seen);
                    break;
            }
        }
    }
}

/// <summary>A field with the type it is asked of.</summary>
internal sealed record MergedField(FieldNode Node, NamedType Parent, FieldDefinition Definition);
