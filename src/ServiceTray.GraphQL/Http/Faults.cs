using Microsoft.Extensions.Logging;

namespace ServiceTray.GraphQL.Http;

/// <summary>Turns exceptions of resolvers into errors: known ones as the host maps them, others with an id whose trace is in the log.</summary>
internal sealed class Faults(IReadOnlyList<Func<Exception, GraphQLError?>> maps, ILogger logger, TimeProvider time)
{
    /// <summary>A caller who leaves before her request is whole, or before its answer, is no failure of ours.</summary>
    public void NoteLeaving(Exception exception) => logger.LogDebug("A caller left: {Kind}", exception.GetType());

    public GraphQLError Explain(Exception exception)
    {
        if (exception is GraphQLException told)
        {
            return told.Error;
        }

        foreach (var map in maps)
        {
            if (map(exception) is { } error)
            {
                return error;
            }
        }

        var id = Guid.CreateVersion7(time.GetUtcNow());

        // The message is left out: it may quote what a caller typed.
        logger.LogError("A GraphQL field failed as {Id}: {Kind} {Trace}", id, exception.GetBaseException().GetType(), exception.GetBaseException().StackTrace);
        return new GraphQLError(
            $"Something went wrong here. It is in the log as {id}.",
            ErrorCodes.Internal,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id.ToString() });
    }
}
