using ServiceTray.GraphQL.Binding;
using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Planning;

namespace ServiceTray.GraphQL.Execution;

/// <summary>Runs a query or mutation and writes the whole answer (specification, sections 6.2 and 7.1).</summary>
internal sealed class OperationRunner(RuntimeTypes types, bool isParallel)
{
    /// <summary>Fills the buffer with the answer: data, and errors when there are any.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone or the time is over; what is in the buffer is no answer.</exception>
    public Task RunAsync(OperationRun run, ResponseBuffer buffer) => RunAsync(run, buffer, null, null);

    /// <summary>Fills the buffer with the answer to one event of a subscription (specification, section 6.2.3.2).</summary>
    public Task RunEventAsync(OperationRun run, ResponseBuffer buffer, object? value) => RunAsync(run, buffer, run.Plan.Root.Fields[0], value);

    private async Task RunAsync(OperationRun run, ResponseBuffer buffer, FieldPlan? subscribed, object? value)
    {
        var writer = new AnswerWriter(run, types, buffer);
        buffer.WriteRaw("{\"data\":"u8);
        var start = buffer.Length;
        try
        {
            var isWritten = run.Plan.Operation.Kind == OperationKind.Mutation
                ? await WriteSeriallyAsync(run, buffer, writer).ConfigureAwait(false)
                : writer.WriteObject(run.Plan.Root, null, await GatherAsync(run, subscribed, value).ConfigureAwait(false));
            if (!isWritten)
            {
                buffer.Length = start;
                buffer.WriteRaw("null"u8);
            }
        }
        catch (GraphQLException exception)
        {
            buffer.Length = start;
            buffer.WriteRaw("null"u8);
            run.Errors.Add(exception.Error);
        }

        if (run.Errors.Count > 0)
        {
            buffer.WriteRaw(",\"errors\":"u8);
            ErrorWriter.Write(buffer, run.Errors);
        }

        buffer.WriteByte((byte)'}');
    }

    /// <summary>All values that have to be waited for; null when there are none.</summary>
    private ValueTask<Frame?> GatherAsync(OperationRun run, FieldPlan? subscribed, object? value)
    {
        return run.Plan.Root.NeedsFrame ? Gather() : new(default(Frame));

        async ValueTask<Frame?> Gather()
        {
            var (frame, gatherer) = (new Frame(null, run.Plan.Root), new Gatherer(run, types, isParallel));
            await (subscribed is null ? gatherer.GatherAsync(frame, frame.Plan.SlotFields) : gatherer.GatherAsync(frame, subscribed, value)).ConfigureAwait(false);
            return frame;
        }
    }

    /// <summary>One root field after the other, each to its last leaf before the next begins.</summary>
    private async Task<bool> WriteSeriallyAsync(OperationRun run, ResponseBuffer buffer, AnswerWriter writer)
    {
        var (frame, gatherer) = (new Frame(null, run.Plan.Root), new Gatherer(run, types, isParallel));
        var isFirst = true;
        buffer.WriteByte((byte)'{');
        foreach (var field in frame.Plan.InOrder(run.Variables))
        {
            if (field.Slot >= 0)
            {
                await gatherer.GatherAsync(frame, [field]).ConfigureAwait(false);
            }

            if (!writer.WriteField(frame.Plan, field, frame.Source, frame, ref isFirst))
            {
                return false;
            }
        }

        buffer.WriteByte((byte)'}');
        return true;
    }
}
