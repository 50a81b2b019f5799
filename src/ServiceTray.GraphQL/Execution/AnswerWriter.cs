using System.Collections;
using ServiceTray.GraphQL.Binding;
using ServiceTray.GraphQL.Planning;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Execution;

/// <summary>
/// Writes values as JSON (specification, section 6.4.3). A null where none may be takes the text back to the nearest place that may
/// be null.
/// </summary>
internal sealed class AnswerWriter(OperationRun run, RuntimeTypes types, ResponseBuffer buffer)
{
    private const int StepsBetweenLooks = 128;
    private readonly AnswerPath path = new();
    private int steps;

    /// <summary>Writes an object; false, with nothing written, when one of its fields failed that may not be null.</summary>
    public bool WriteObject(ObjectPlan plan, object? source, Frame? frame)
    {
        LookAtClock();
        var start = buffer.Length;
        buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var field in plan.InOrder(run.Variables))
        {
            if (!WriteField(plan, field, source, frame, ref isFirst))
            {
                buffer.Length = start;
                return false;
            }
        }

        buffer.WriteByte((byte)'}');
        return true;
    }

    /// <summary>Writes a name and its value; false when it failed and may not be null.</summary>
    public bool WriteField(ObjectPlan plan, FieldPlan field, object? source, Frame? frame, ref bool isFirst)
    {
        if (!run.Includes(field))
        {
            return true;
        }

        buffer.WriteRaw(isFirst ? field.Key : field.NextKey);
        isFirst = false;
        if (field.IsTypeName)
        {
            buffer.WriteRaw(plan.Type.NameJson);
            return true;
        }

        if (field.Leaf is { } leaf)
        {
            return TryWriteLeaf(field, leaf, source, out var written) || Settle(written, field.Definition.Type);
        }

        path.Push(field.ResponseName);
        var outcome = Complete(field, source, frame);
        path.Pop();
        return Settle(outcome, field.Definition.Type);
    }

    // Most of an answer is leaves that succeed, so they take the shortest way: the path is only told when something is wrong.
    private bool TryWriteLeaf(FieldPlan field, WriteLeaf leaf, object? source, out Outcome outcome)
    {
        var start = buffer.Length;
        Exception? reason = null;
        try
        {
            outcome = leaf(source, run.Arguments(field), run, buffer);
        }
        catch (Exception exception) when (!run.Deadline.HasCome)
        {
            (buffer.Length, outcome, reason) = (start, Outcome.Failed, exception);
        }

        if (outcome == Outcome.Written)
        {
            return true;
        }

        path.Push(field.ResponseName);
        outcome = reason is null ? CompleteLeaf(field, outcome) : Fail(field, reason);
        path.Pop();
        return false;
    }

    private void LookAtClock()
    {
        if (++steps % StepsBetweenLooks == 0)
        {
            run.Deadline.Check();
        }
    }

    private bool Settle(Outcome outcome, SchemaType type)
    {
        if (outcome == Outcome.Written)
        {
            return true;
        }

        if (type.IsNonNull)
        {
            return false;
        }

        buffer.WriteRaw("null"u8);
        return true;
    }

    private Outcome Complete(FieldPlan field, object? source, Frame? frame)
    {
        var (start, depth) = (buffer.Length, path.Depth);
        try
        {
            if (field.Slot >= 0)
            {
                return Complete(field, field.Definition.Type, frame!.Slots[field.Slot]);
            }

            var value = field.Resolver!.Now!(source, run.Arguments(field), run);
            if (value is not (null or Frame or Failure) && field.Object is { } plan)
            {
                // The common object takes the short way; whatever it throws is told of here as well.
                return WriteObject(plan, value, null) ? Outcome.Written : Outcome.Failed;
            }

            return Complete(field, field.Definition.Type, value);
        }
        catch (Exception exception) when (!run.Deadline.HasCome)
        {
            (buffer.Length, path.Depth) = (start, depth);
            return Fail(field, exception);
        }
    }

    private Outcome CompleteLeaf(FieldPlan field, Outcome outcome) => outcome switch
    {
        Outcome.Failed => Fail(field, $"{field.Definition} gave a value that {field.Definition.Type} cannot write."),
        Outcome.Null when field.Definition.Type.IsNonNull => FailNull(field),
        _ => outcome,
    };

    private Outcome Complete(FieldPlan field, SchemaType type, object? value)
    {
        if (type is NonNullType nonNull)
        {
            var outcome = Complete(field, nonNull.Of, value);
            return outcome == Outcome.Null ? FailNull(field) : outcome;
        }

        if (value is null)
        {
            return Outcome.Null;
        }

        if (value is Failure failure)
        {
            return Fail(field, failure.Reason);
        }

        switch (type)
        {
            case ListType list:
                return value is IEnumerable items and not string
                    ? WriteList(field, list.Of, items)
                    : Fail(field, $"{field.Definition} gave no list.");
            case ScalarType scalar:
                return scalar.Scalar.TryWrite(buffer, value) ? Outcome.Written : Fail(field, $"{field.Definition} gave a value that {type} cannot write.");
            case EnumType e:
                if (!e.ByRuntime.TryGetValue(value, out var known))
                {
                    return Fail(field, $"{field.Definition} gave a value that {type} does not have.");
                }

                buffer.WriteRaw(known.Json);
                return Outcome.Written;
            default:
                return CompleteObject(field, type, value);
        }
    }

    private Outcome CompleteObject(FieldPlan field, SchemaType type, object value)
    {
        var frame = value as Frame;
        if ((frame?.Plan ?? field.For(value, types, run.Schema)) is not { } plan)
        {
            return Fail(field, $"{field.Definition} gave an object that is none of the types of {type}.");
        }

        var (start, depth) = (buffer.Length, path.Depth);
        try
        {
            return WriteObject(plan, frame is null ? value : frame.Source, frame) ? Outcome.Written : Outcome.Failed;
        }
        catch (GraphQLException exception)
        {
            // A variable of @skip or @include was null, so the object's fields cannot even be told.
            (buffer.Length, path.Depth) = (start, depth);
            return Fail(field, exception);
        }
    }

    private Outcome WriteList(FieldPlan field, SchemaType of, IEnumerable items)
    {
        var start = buffer.Length;
        buffer.WriteByte((byte)'[');
        if (!WriteItems(field, of, items))
        {
            buffer.Length = start;
            return Outcome.Failed;
        }

        buffer.WriteByte((byte)']');
        return Outcome.Written;
    }

    private bool WriteItems(FieldPlan field, SchemaType of, IEnumerable items)
    {
        var index = 0;
        if (items is IList list)
        {
            // Saves an enumerator for each list, and an object for each common leaf; a leaf that cannot be written is told of on the long way.
            for (; ; index++)
            {
                index = field.Leaves?.Invoke(list, index, Math.Min(list.Count, index + StepsBetweenLooks), buffer) ?? index;
                if (index >= list.Count)
                {
                    return true;
                }

                if (!WriteItem(field, of, list[index], index))
                {
                    return false;
                }
            }
        }

        foreach (var item in items)
        {
            if (!WriteItem(field, of, item, index++))
            {
                return false;
            }
        }

        return true;
    }

    private bool WriteItem(FieldPlan field, SchemaType of, object? item, int index)
    {
        LookAtClock();
        if (index > 0)
        {
            buffer.WriteByte((byte)',');
        }

        path.Push(index);
        var isRight = Settle(Complete(field, of, item), of);
        path.Pop();
        return isRight;
    }

    private Outcome FailNull(FieldPlan field) => Fail(field, $"{field.Definition} may not be null, but there is no value.");

    private Outcome Fail(FieldPlan field, string message) => Fail(field, new InvalidOperationException(message));

    private Outcome Fail(FieldPlan field, Exception reason)
    {
        run.Report(run.Explain(reason), field, path.ToList());
        return Outcome.Failed;
    }
}
