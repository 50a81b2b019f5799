using System.Collections;
using System.Diagnostics.CodeAnalysis;
using ServiceTray.GraphQL.Binding;
using ServiceTray.GraphQL.Planning;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Execution;

/// <summary>
/// Works out, level by level, every value that has to be waited for, so that loaders see all keys of siblings and list items before
/// they fetch. What needs no waiting is left to the writer.
/// </summary>
internal sealed class Gatherer(OperationRun run, RuntimeTypes types, bool isParallel)
{
    private readonly Queue<(Frame Frame, FieldPlan Field)> ready = [];
    private List<(Frame Frame, FieldPlan Field, Task<object?> Task)> waiting = [];

    /// <summary>Fills the slots of fields of a frame and of all frames below them.</summary>
    public Task GatherAsync(Frame frame, FieldPlan[] fields)
    {
        Enqueue(frame, fields);
        return DrainAsync();
    }

    /// <summary>Puts a subscription's event into its slot and fills all frames below it.</summary>
    public Task GatherAsync(Frame frame, FieldPlan field, object? value)
    {
        Put(frame, field, value);
        return DrainAsync();
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            while (ready.TryDequeue(out var next))
            {
                if (IsPutAtOnce(next.Frame, next.Field, out var task))
                {
                    continue;
                }

                if (!isParallel && run.Loaders.IsEmpty)
                {
                    // Nothing is gained by waiting, and two resolvers at once could not share a database context.
                    await WaitAsync(task).ConfigureAwait(false);
                    Finish(next.Frame, next.Field, task);
                }
                else
                {
                    waiting.Add((next.Frame, next.Field, task));
                }
            }

            if (waiting.Count == 0)
            {
                return;
            }

            await (run.Loaders.IsEmpty ? WaitAsync(Task.WhenAny(waiting.Select(w => w.Task))) : DispatchAsync()).ConfigureAwait(false);
            FinishCompleted();
        }
    }

    private Task DispatchAsync() => run.Loaders.DispatchAsync(run.Cancellation).WaitAsync(run.Cancellation);

    private async Task WaitAsync(Task task)
    {
        await task.WaitAsync(run.Cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        run.Cancellation.ThrowIfCancellationRequested();
    }

    private void Enqueue(Frame frame, FieldPlan[] fields)
    {
        foreach (var field in fields)
        {
            if (run.Includes(field))
            {
                ready.Enqueue((frame, field));
            }
        }
    }

    /// <summary>Asks a resolver; true when its value is in the slot already, else the task tells it.</summary>
    private bool IsPutAtOnce(Frame frame, FieldPlan field, [NotNullWhen(false)] out Task<object?>? task)
    {
        task = null;
        try
        {
            var resolver = field.Resolver!;
            if (resolver.Now is { } now)
            {
                Put(frame, field, now(frame.Source, run.Arguments(field), run));
                return true;
            }

            var later = resolver.Later!(frame.Source, run.Arguments(field), run);
            if (!later.IsCompletedSuccessfully)
            {
                task = later.AsTask();
                return false;
            }

            Put(frame, field, later.GetAwaiter().GetResult());
        }
        catch (Exception exception) when (!run.Deadline.HasCome)
        {
            frame.Slots[field.Slot] = new Failure(exception);
        }

        return true;
    }

    private void FinishCompleted()
    {
        var still = new List<(Frame Frame, FieldPlan Field, Task<object?> Task)>();
        foreach (var entry in waiting)
        {
            if (entry.Task.IsCompleted)
            {
                Finish(entry.Frame, entry.Field, entry.Task);
            }
            else
            {
                still.Add(entry);
            }
        }

        waiting = still;
    }

    private void Finish(Frame frame, FieldPlan field, Task<object?> task)
    {
        try
        {
            Put(frame, field, task.GetAwaiter().GetResult());
        }
        catch (Exception exception) when (!run.Deadline.HasCome)
        {
            frame.Slots[field.Slot] = new Failure(exception);
        }
    }

    private void Put(Frame frame, FieldPlan field, object? value) =>
        frame.Slots[field.Slot] = field.HasDeepSlots ? Deepen(field, field.Definition.Type, value) : value;

    private object? Deepen(FieldPlan field, SchemaType type, object? value)
    {
        if (value is null)
        {
            return null;
        }

        if (type.Nullable is ListType list)
        {
            return value is IEnumerable items ? DeepenAll(field, list.Of, items) : value;
        }

        if (field.For(value, types, run.Schema) is not { NeedsFrame: true } plan)
        {
            return value;
        }

        try
        {
            var frame = new Frame(value, plan);
            Enqueue(frame, plan.SlotFields);
            return frame;
        }
        catch (GraphQLException exception)
        {
            return new Failure(exception);
        }
    }

    private List<object?> DeepenAll(FieldPlan field, SchemaType of, IEnumerable items)
    {
        const int StepsBetweenLooks = 128;
        var deep = new List<object?>((items as ICollection)?.Count ?? 0);
        foreach (var item in items)
        {
            deep.Add(Deepen(field, of, item));
            if (deep.Count % StepsBetweenLooks == 0)
            {
                run.Deadline.Check();
            }
        }

        return deep;
    }
}
