using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Http;

/// <summary>Answers as server-sent events: the distinct connections mode of the graphql-sse protocol.</summary>
internal sealed class EventStream(GraphQLServer server)
{
    /// <summary>Sends each answer as <c>next</c>, and <c>complete</c> at the end; a comment line shows in quiet times that the stream lives.</summary>
    public async Task SendAsync(HttpContext context, OperationRun run)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var buffer = new ResponseBuffer();
        if (run.Plan.Operation.Kind != OperationKind.Subscription)
        {
            await server.RunAsync(context, run, buffer).ConfigureAwait(false);
            await NextAsync(context, buffer).ConfigureAwait(false);
        }
        else
        {
            await SubscribeAsync(context, run, buffer).ConfigureAwait(false);
        }

        await WriteAsync(context, "event: complete\ndata:\n\n"u8.ToArray()).ConfigureAwait(false);
    }

    private async Task SubscribeAsync(HttpContext context, OperationRun run, ResponseBuffer buffer)
    {
        using var deadline = new Deadline(server.Time, Timeout.InfiniteTimeSpan, context.RequestAborted);
        run.Deadline = deadline;
        var field = run.Plan.Root.Fields[0];
        IAsyncEnumerator<object?>? events = null;
        try
        {
            events = field.Resolver!.Stream!(null, run.Arguments(field), run).GetAsyncEnumerator(context.RequestAborted);
            while (await MoveNextAsync(context, events).ConfigureAwait(false))
            {
                await using var scope = context.RequestServices.CreateAsyncScope();
                buffer.Length = 0;
                await server.RunEventAsync(context, run.ForEvent(scope.ServiceProvider), buffer, events.Current).ConfigureAwait(false);
                await NextAsync(context, buffer).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            buffer.Length = 0;
            run.Report(server.Faults.Explain(exception), field, [field.ResponseName]);
            ErrorWriter.WriteAnswer(buffer, run.Errors, hasBegun: true);
            await NextAsync(context, buffer).ConfigureAwait(false);
        }
        finally
        {
            if (events is not null)
            {
                await events.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> MoveNextAsync(HttpContext context, IAsyncEnumerator<object?> events)
    {
        var next = events.MoveNextAsync().AsTask();
        try
        {
            while (!next.IsCompleted)
            {
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
                var pause = Task.Delay(server.Options.Heartbeat, server.Time, context.RequestAborted);
                if (await Task.WhenAny(next, pause).ConfigureAwait(false) != next)
                {
                    context.RequestAborted.ThrowIfCancellationRequested();
                    await WriteAsync(context, ":\n\n"u8.ToArray()).ConfigureAwait(false);
                }
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // An enumerator may not be disposed while it moves; it has been told to stop.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        return await next.ConfigureAwait(false);
    }

    // JSON written here has no line ends outside of strings, and in strings they are escaped: one data line is enough.
    private static async Task NextAsync(HttpContext context, ResponseBuffer buffer)
    {
        await context.Response.BodyWriter.WriteAsync("event: next\ndata: "u8.ToArray(), context.RequestAborted).ConfigureAwait(false);
        await context.Response.BodyWriter.WriteAsync(buffer.Written, context.RequestAborted).ConfigureAwait(false);
        await WriteAsync(context, "\n\n"u8.ToArray()).ConfigureAwait(false);
    }

    private static async Task WriteAsync(HttpContext context, byte[] text) =>
        await context.Response.BodyWriter.WriteAsync(text, context.RequestAborted).ConfigureAwait(false);
}
