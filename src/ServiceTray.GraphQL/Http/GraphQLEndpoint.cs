using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Planning;

namespace ServiceTray.GraphQL.Http;

/// <summary>Answers GraphQL over HTTP: method, content types and status codes as that specification tells.</summary>
internal sealed class GraphQLEndpoint(GraphQLServer server, CrossSite crossSite)
{
    private static readonly Func<object?, IServiceProvider> ServicesOf = host => ((HttpContext)host!).RequestServices;
    private readonly string vary = "Accept" + (server.Options.CompressFrom is null ? "" : ", Accept-Encoding") + (crossSite.VariesByOrigin ? ", Origin" : "");
    private readonly EventStream events = new(server);

    public async Task HandleAsync(HttpContext context)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var offersPage = isGet && server.Options.ShowGraphiQL && !context.Request.Query.ContainsKey("query") && !context.Request.Query.ContainsKey("documentId") && !context.Request.Query.ContainsKey("extensions");
        var type = MediaTypes.Negotiate(context.Request.Headers.Accept, offersPage);
        context.Response.Headers.Vary = vary;
        if (crossSite.Answer(context))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (type == MediaTypes.Html)
        {
            await GraphiQLPage.WriteAsync(context, server.Options.GraphiQL).ConfigureAwait(false);
            return;
        }

        // An answer may be of one person alone, and what was asked stands in the address of a GET.
        context.Response.Headers.CacheControl = server.Options.CacheControl;
        using var buffer = new ResponseBuffer();
        try
        {
            await AnswerAsync(context, buffer, type, isGet).ConfigureAwait(false);
        }
        catch (HttpRefusal refusal)
        {
            buffer.Length = 0;
            ErrorWriter.WriteAnswer(buffer, [refusal.Error]);
            await SendAsync(context, buffer, type is MediaTypes.GraphQL ? type : MediaTypes.Json, refusal.Status).ConfigureAwait(false);
        }
        catch (Exception left) when (context.RequestAborted.IsCancellationRequested || left is ConnectionResetException)
        {
            // The caller has gone; nobody is left to be told.
            server.Faults.NoteLeaving(left);
        }
        catch (BadHttpRequestException cut) when (!context.Response.HasStarted)
        {
            // What came is no body; she may still be there.
            server.Faults.NoteLeaving(cut);
            buffer.Length = 0;
            ErrorWriter.WriteAnswer(buffer, [new GraphQLError("The body could not be read to its end.", ErrorCodes.BadRequest)]);
            await SendAsync(context, buffer, type is MediaTypes.GraphQL ? type : MediaTypes.Json, cut.StatusCode).ConfigureAwait(false);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            buffer.Length = 0;
            ErrorWriter.WriteAnswer(buffer, [server.Faults.Explain(exception)]);
            await SendAsync(context, buffer, type is MediaTypes.GraphQL ? type : MediaTypes.Json, StatusCodes.Status500InternalServerError).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext context, ResponseBuffer buffer, string? type, bool isGet)
    {
        if (type is null)
        {
            throw new HttpRefusal(StatusCodes.Status406NotAcceptable, $"Answers come as {MediaTypes.GraphQL} or {MediaTypes.Json}.");
        }

        crossSite.Check(context);
        using var request = isGet ? RequestUrl.Read(context.Request.Query) : await ReadBodyAsync(context).ConfigureAwait(false);
        var document = server.Documents.Find(request) ?? throw new HttpRefusal(StatusCodes.Status400BadRequest, "\"query\" is missing.");
        var errors = new List<GraphQLError>();
        var plan = server.Plan(document, request.OperationName, errors);
        if (plan is not null && isGet && plan.Operation.Kind == OperationKind.Mutation)
        {
            context.Response.Headers.Allow = "POST";
            throw new HttpRefusal(StatusCodes.Status405MethodNotAllowed, $"A {plan.Operation.Kind} is not run by GET; use POST.");
        }

        var run = plan is null ? null : Prepare(context, plan, request, errors);
        if (run is null)
        {
            ErrorWriter.WriteAnswer(buffer, errors);
            await SendAsync(context, buffer, type == MediaTypes.EventStream ? MediaTypes.GraphQL : type, type == MediaTypes.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest).ConfigureAwait(false);
            return;
        }

        server.Documents.Register(request);
        if (type == MediaTypes.EventStream)
        {
            await events.SendAsync(context, run).ConfigureAwait(false);
            return;
        }

        if (plan!.Operation.Kind == OperationKind.Subscription)
        {
            throw new HttpRefusal(StatusCodes.Status406NotAcceptable, $"A subscription is answered as {MediaTypes.EventStream}.");
        }

        await server.RunAsync(context, run, buffer).ConfigureAwait(false);
        if (isGet && run.Errors.Count == 0 && EntityTags.IsKnown(context, buffer.Written.Span))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await SendAsync(context, buffer, type, StatusCodes.Status200OK).ConfigureAwait(false);
    }

    private async ValueTask<GraphQLRequest> ReadBodyAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, POST";
            throw new HttpRefusal(StatusCodes.Status405MethodNotAllowed, "Use GET or POST.");
        }

        return MediaTypes.IsJson(context.Request.ContentType)
            ? RequestJson.Read(await RequestBody.ReadAsync(context, server.Options.MaxBodyBytes).ConfigureAwait(false))
            : throw new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, $"The body must be {MediaTypes.Json} in UTF-8.");
    }

    /// <summary>A run ready to go; null when errors were added.</summary>
    private OperationRun? Prepare(HttpContext context, OperationPlan plan, GraphQLRequest request, List<GraphQLError> errors)
    {
        if (plan.UsesIntrospection && server.Options.AllowIntrospection?.Invoke(context) == false)
        {
            errors.Add(new GraphQLError("The schema is not open to you.", ErrorCodes.ValidationFailed));
            return null;
        }

        var variables = VariableCoercion.Coerce(plan, request.Variables?.RootElement ?? default, errors);
        if (errors.Count > 0)
        {
            return null;
        }

        if (server.IsTooCostly(plan, variables))
        {
            errors.Add(new GraphQLError($"The operation could cost more than {server.Options.MaxCost}: ask for fewer fields or shorter lists.", ErrorCodes.LimitExceeded));
            return null;
        }

        return new OperationRun(server.Schema, plan, variables)
        {
            Services = ServicesOf,
            Host = context,
            Explain = server.Explain,
            MaxErrors = server.Options.MaxErrors,
        };
    }

    private async Task SendAsync(HttpContext context, ResponseBuffer buffer, string type, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaTypes.WithCharset(type);
        if (buffer.Length >= server.Options.CompressFrom && Compression.Choose(context.Request.Headers) is { } coding)
        {
            await SendCompressedAsync(context, buffer, coding).ConfigureAwait(false);
            return;
        }

        context.Response.ContentLength = buffer.Length;
        await context.Response.BodyWriter.WriteAsync(buffer.Written, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task SendCompressedAsync(HttpContext context, ResponseBuffer buffer, string coding)
    {
        var (rented, length) = Compression.Compress(buffer.Written, coding);
        try
        {
            context.Response.Headers.ContentEncoding = coding;
            context.Response.ContentLength = length;
            await context.Response.BodyWriter.WriteAsync(rented.AsMemory(0, length), context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
