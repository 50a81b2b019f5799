using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ServiceTray.Tests.Import.Ptv.V12;

/// <summary>A small register that answers the paths of version 12, a hundred records a page, to whoever has the key.</summary>
internal sealed class RegisterV12
{
    public const string Key = "salainen-avain";

    public List<JsonObject> Services { get; } = [];

    public List<JsonObject> Channels { get; } = [ToldV12.ALocation(), ToldV12.APhone()];

    public List<JsonObject> Connections { get; } = [];

    /// <summary>Ids of what has changed or was archived since whenever is asked.</summary>
    public HashSet<string> Changed { get; } = [];

    public List<string> Archived { get; } = [];

    public Task AnswerAsync(LoopbackApi api, HttpContext context)
    {
        if (context.Request.Headers["x-api-key"] != Key)
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        }

        var query = context.Request.Query;
        var path = $"{context.Request.Path}"["/api/v12/".Length..];
        var isSince = query.ContainsKey("publishedAtOrAfter");
        JsonNode? answer = path switch
        {
            "service/search" => Page(Services.Where(service => IsAsked(service, "contentId")), query),
            "service/archived" => Page(Archived.Select(id => new JsonObject { ["contentId"] = id }), query),
            "service-channel/search" => Page(Channels.Where(channel => IsAsked(channel, "contentId")), query),
            "connection/search" => Page(Connections.Where(connection => IsAsked(connection, "serviceContentId") && Names("serviceContentIds", connection, "serviceContentId") && Names("channelContentIds", connection, "channelContentId")), query),
            "service-collection/search" => Page([ToldV12.ACollection(Told.Service)], query),
            "ontology-terms" => Page(query["uris"].Contains(ToldV12.Walking) ? [ToldV12.ATerm()] : [], query),
            "region-codes" => Page([ToldV12.AnArea("11", "297", "749")], query),
            "wellbeing-services-county-codes" => Page([ToldV12.AnArea("11", "297", "749")], query),
            _ => One(path.Split('/')),
        };
        context.Response.StatusCode = answer is null ? 404 : 200;
        return LoopbackApi.JsonAsync(context, answer?.ToJsonString() ?? """{"title":"Not found","reason":"NotPublished"}""");

        bool IsAsked(JsonObject record, string id) => !isSince || Changed.Contains($"{record[id]}");

        bool Names(string parameter, JsonObject record, string id) => !query.ContainsKey(parameter) || query[parameter].Contains($"{record[id]}");
    }

    private JsonNode? One(string[] path) => path switch
    {
        ["service", var id] => Services.Find(service => $"{service["contentId"]}" == id)?.DeepClone(),
        ["service-channel", var id] => Channels.Find(channel => $"{channel["contentId"]}" == id)?.DeepClone(),
        ["organization", Told.Organisation] => ToldV12.AnOrganisation(),
        ["general-description", ToldV12.General] => ToldV12.AGeneralDescription(),
        ["service-collection", _] => ToldV12.ACollection(Told.Service),
        _ => null,
    };

    private static JsonObject Page(IEnumerable<JsonObject> all, IQueryCollection query)
    {
        var (items, number, size) = (all.ToList(), int.Parse($"{query["page"]}"), int.Parse($"{query["pageSize"]}"));
        return new JsonObject
        {
            ["page"] = number,
            ["pageSize"] = size,
            ["totalItems"] = items.Count,
            ["totalPages"] = (items.Count + size - 1) / size,
            ["items"] = new JsonArray([.. items.Skip((number - 1) * size).Take(size).Select(item => item.DeepClone())]),
        };
    }
}
