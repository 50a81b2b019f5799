using Microsoft.AspNetCore.Http;
using ServiceTray.GraphQL.Execution;

namespace ServiceTray.GraphQL.Http;

/// <summary>Takes in a request's body, up to a limit.</summary>
internal static class RequestBody
{
    /// <exception cref="HttpRefusal">It is larger than the limit.</exception>
    public static async ValueTask<ResponseBuffer> ReadAsync(HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        var buffer = new ResponseBuffer();
        try
        {
            while (true)
            {
                var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
                if (buffer.Length + read.Buffer.Length > maxBytes)
                {
                    // A read left open would fail the server's own reading of the rest, and the answer with it.
                    context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                    throw TooLarge(maxBytes);
                }

                foreach (var segment in read.Buffer)
                {
                    buffer.WriteRaw(segment.Span);
                }

                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return buffer;
                }
            }
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // The server's own bound was met first.
            buffer.Dispose();
            throw TooLarge(maxBytes);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private static HttpRefusal TooLarge(int maxBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {maxBytes} bytes.", ErrorCodes.LimitExceeded);
}
