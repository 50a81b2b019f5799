using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServiceTray.Export.Fhir;

/// <summary>What FHIR's addresses answer with: a resource, a bundle of them, or an outcome that says what is wrong.</summary>
internal static class FhirAnswer
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Resources as what was found, with those beside them: all of it, or a page of more.</summary>
    public static JsonObject Found(IReadOnlyList<FhirEntry> entries, int? total = null, string? next = null)
    {
        var bundle = new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "searchset",
            ["total"] = total ?? entries.Count(entry => entry.IsMatch),
        };
        if (next is not null)
        {
            bundle["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = next });
        }

        // An empty list is no list in FHIR.
        if (entries.Count > 0)
        {
            bundle["entry"] = new JsonArray([.. entries.Select(entry => (JsonNode)new JsonObject
            {
                ["fullUrl"] = entry.Url,
                ["resource"] = entry.Resource,
                ["search"] = new JsonObject { ["mode"] = entry.IsMatch ? "match" : "include" },
            })]);
        }

        return bundle;
    }

    public static IResult Of(JsonObject resource, int status = StatusCodes.Status200OK) =>
        Results.Text(resource.ToJsonString(Plain), FhirNames.ContentType, statusCode: status);

    /// <summary>One thing that is wrong, in words.</summary>
    public static IResult Outcome(int status, string type, string words) => Outcome(status, [new FhirIssue(type, words)]);

    /// <summary>All that is wrong.</summary>
    public static IResult Outcome(int status, IReadOnlyList<FhirIssue> issues) => Of(
        new JsonObject
        {
            ["resourceType"] = "OperationOutcome",
            ["issue"] = new JsonArray([.. issues.Select(issue => (JsonNode)issue.Write())]),
        },
        status);
}

/// <summary>A resource of a bundle, by the address that names it there.</summary>
internal sealed record FhirEntry(string Url, JsonObject Resource, bool IsMatch = true);

/// <summary>Something wrong: FHIR's word for its type, a sentence, and where known the tray's own code and the member it is about.</summary>
internal sealed record FhirIssue(string Type, string Words, string? Code = null, string? Expression = null)
{
    public JsonObject Write()
    {
        var issue = new JsonObject { ["severity"] = "error", ["code"] = Type, ["diagnostics"] = Words };
        if (Code is not null)
        {
            issue["details"] = FhirParts.Concept(FhirNames.Refusals, Code);
        }

        if (Expression is not null)
        {
            issue["expression"] = new JsonArray(Expression);
        }

        return issue;
    }
}
