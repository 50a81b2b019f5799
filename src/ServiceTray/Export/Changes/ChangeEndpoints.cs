using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ServiceTray.Offerings;
using ServiceTray.Web.Rest;

namespace ServiceTray.Export.Changes;

/// <summary>The change feed over REST: a page at a time, or all of it as lines.</summary>
internal static class ChangeEndpoints
{
    private const string Tag = "Feeds";
    private const int UsualItems = 100;

    private static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        QueryParameter.One<string>("after", "Go on after this cursor, which an earlier answer gave; without it from the very first change."),
        QueryParameter.One<bool>("records", "true: each offering that is there comes as it is now."),
    ];

    public static RouteGroupBuilder MapChangeEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/changes", PageAsync).OpenToAll().WithName("listChanges").WithTags(Tag)
            .Knows([.. Parameters, QueryParameter.One<int>("first", "How many changes to look at, 1 to 1000; 100 when not told.")])
            .WithSummary("What has changed since a cursor")
            .WithDescription("Keeps a copy up to date: take `next` along to the next call. What is gone is told as REMOVED, what was joined into another as REPLACED with `replacedBy`. A cursor stays good as long as the database does; after that it is CURSOR_EXPIRED, and the copy is made anew.");
        api.MapGet("/changes.ndjson", LinesAsync).OpenToAll().WithName("changesAsNdjson").WithTags(Tag).Knows(Parameters).Produces<string>(StatusCodes.Status200OK, "application/x-ndjson")
            .WithSummary("All that has changed since a cursor, as lines")
            .WithDescription("Each change as in the list, one a line, with the cursor to go on from should the line be the last that came.");
        return api;
    }

    private static async Task<Results<Ok<ChangesAnswer>, Malformed, EmptyHttpResult>> PageAsync(HttpContext http, ChangeFeed feed, AnswerTag tag, CancellationToken cancellationToken)
    {
        var query = new QueryReader(http.Request.Query);
        var (after, records, first) = (query.Text("after"), query.Flag("records") ?? false, query.Number("first") ?? UsualItems);
        if (first is < 1 or > ChangeFeed.MostAtOnce)
        {
            query.Refuse("first", $"first is 1 to {ChangeFeed.MostAtOnce}.");
        }

        if (query.Issue is { } issue)
        {
            return issue;
        }

        return tag.IsKnown(http, isPrivate: false, isAskedEachTime: true) ? TypedResults.Empty : TypedResults.Ok(await feed.ReadAsync(after, first, records, cancellationToken));
    }

    private static async Task<Results<EmptyHttpResult, Malformed>> LinesAsync(HttpContext http, ChangeFeed feed, AnswerTag tag, IOptions<JsonOptions> json)
    {
        var query = new QueryReader(http.Request.Query);
        var (after, records) = (query.Text("after"), query.Flag("records") ?? false);
        if (query.Issue is { } issue)
        {
            return issue;
        }

        if (tag.IsKnown(http, isPrivate: false, isAskedEachTime: true))
        {
            return TypedResults.Empty;
        }

        var start = await feed.ReadAsync(after, ChangeFeed.MostAtOnce, records, http.RequestAborted);
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        await foreach (var item in feed.ReadAllAsync(start, records, http.RequestAborted))
        {
            await JsonSerializer.SerializeAsync(http.Response.BodyWriter, item, json.Value.SerializerOptions, http.RequestAborted);
            await http.Response.BodyWriter.WriteAsync("\n"u8.ToArray(), http.RequestAborted);
        }

        return TypedResults.Empty;
    }
}
