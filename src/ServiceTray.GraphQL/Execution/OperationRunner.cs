using ServiceTray.GraphQL.Binding;
using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Execution;

/// <summary>Runs a query or mutation and writes the whole answer (specification, sections 6.2 and 7.1).</summary>
internal sealed class OperationRunner(RuntimeTypes types, bool isParallel)
{
    /// <summary>Fills the buffer with the answer: data, and errors when there are any.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone or the time is over; what is in the buffer is no answer.</exception>
    public async Task RunAsync(OperationRun run, ResponseBuffer buffer, object? root = null)
    {
        var plan = run.Plan.Root;
        var frame = new Frame(root, plan);
        var gatherer = new Gatherer(run, types, isParallel);
        var writer = new AnswerWriter(run, types, buffer);
        buffer.WriteRaw("{\"data\":"u8);
        if (run.Plan.Operation.Kind == OperationKind.Mutation)
        {
            await WriteSeriallyAsync(run, buffer, gatherer, writer, frame).ConfigureAwait(false);
        }
        else
        {
            if (plan.NeedsFrame)
            {
                await gatherer.GatherAsync(frame, plan.SlotFields).ConfigureAwait(false);
            }

            if (!writer.WriteObject(plan, root, frame))
            {
                buffer.WriteRaw("null"u8);
            }
        }

        if (run.Errors.Count > 0)
        {
            buffer.WriteRaw(",\"errors\":"u8);
            ErrorWriter.Write(buffer, run.Errors);
        }

        buffer.WriteByte((byte)'}');
    }

    /// <summary>One root field after the other, each to its last leaf before the next begins.</summary>
    private static async Task WriteSeriallyAsync(OperationRun run, ResponseBuffer buffer, Gatherer gatherer, AnswerWriter writer, Frame frame)
    {
        var start = buffer.Length;
        var isFirst = true;
        buffer.WriteByte((byte)'{');
        foreach (var field in frame.Plan.Fields)
        {
            if (field.Slot >= 0)
            {
                await gatherer.GatherAsync(frame, [field]).ConfigureAwait(false);
            }

            if (!writer.WriteField(frame.Plan, field, frame.Source, frame, ref isFirst))
            {
                buffer.Length = start;
                buffer.WriteRaw("null"u8);
                return;
            }
        }

        buffer.WriteByte((byte)'}');
    }
}
