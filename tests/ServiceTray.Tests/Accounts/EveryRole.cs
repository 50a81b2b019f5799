using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>Every role tried on every path and root field: let in as the table says, refused otherwise.</summary>
[Collection(SmallTray.Name)]
public sealed class EveryRole(SmallTray small)
{
    private readonly TrayApp tray = small.App;

    public static TheoryData<string> Whos => ["NOBODY", "NO_ROLE", .. Enum.GetNames<Role>()];

    [Theory]
    [MemberData(nameof(Whos))]
    public async Task Passes_the_gate_only_where_its_row_lets_it(string who)
    {
        using var person = await PersonAsync(who);
        var faults = new List<string>();
        foreach (var (method, pattern) in Paths())
        {
            var row = tray.Services.GetRequiredService<OperationTable>().OfPath(method, pattern)!;
            using var request = new HttpRequestMessage(new HttpMethod(method == "*" ? "GET" : method), Filled(pattern));
            using var answer = await person.Client.SendAsync(request);
            var passed = !IsRefused(answer, pattern);
            if (passed != MayByRow(row, who))
            {
                faults.Add($"{who} {method} {pattern}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Whos))]
    public async Task Passes_each_root_field_only_where_its_row_lets_it(string who)
    {
        using var person = await PersonAsync(who);
        var faults = new List<string>();
        foreach (var (type, field, call) in await RootFieldsAsync())
        {
            var row = tray.Services.GetRequiredService<OperationTable>().OfField(type, field)!;
            var answer = await person.AskAsync($"{(type == "Mutation" ? "mutation" : "query")} {{ {call} }}");
            var code = answer.TryGetProperty("errors", out var errors) && errors[0].TryGetProperty("extensions", out var more) ? more.GetProperty("code").GetString() : null;
            Assert.False(code is "GRAPHQL_VALIDATION_FAILED" or "GRAPHQL_PARSE_FAILED", $"{call}: {errors}");
            var refusedByGate = code is "UNAUTHENTICATED" || (code is "FORBIDDEN" && errors[0].GetProperty("message").GetString() == new ForbiddenException().Message && !MayByRow(row, who));
            if (refusedByGate == MayByRow(row, who))
            {
                faults.Add($"{who} {type}.{field}: {code}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // Not by the gate's own code: what the row says, read anew.
    private static bool MayByRow(Operation row, string who) =>
        row.Everyone || (who != "NOBODY" && (row.Roles.Count == 0 || row.Roles.Any(role => $"{role}" == who)));

    private static bool IsRefused(HttpResponseMessage answer, string pattern) => (int)answer.StatusCode switch
    {
        302 => pattern != SignInEndpoints.OutPath && answer.Headers.Location!.OriginalString.StartsWith("/kirjaudu", StringComparison.Ordinal) && !answer.Headers.Location!.OriginalString.StartsWith("/kirjaudu/", StringComparison.Ordinal),
        401 or 403 => true,
        _ => false,
    };

    private async Task<Person> PersonAsync(string who)
    {
        var organisation = Source.IdOf("seed", "organisation:liikuttajat");
        return who switch
        {
            "NOBODY" => new Person(tray),
            "NO_ROLE" => await Person.SignedInAsync(tray),
            _ => await Person.SignedInAsync(tray, Enum.Parse<Role>(who) switch
            {
                Role.Publisher or Role.Editor or Role.Professional => new Grant(Enum.Parse<Role>(who), organisation),
                Role.Coordinator or Role.LinkPerson or Role.CountyAdministrator or Role.Helper => new Grant(Enum.Parse<Role>(who), county: "11"),
                var role => new Grant(role),
            }),
        };
    }

    private static string Filled(string pattern) =>
        System.Text.RegularExpressions.Regex.Replace(pattern, @"\{[^}]*\}", $"{Source.IdOf("seed", "uimahalli")}");

    private IEnumerable<(string Method, string Pattern)> Paths() =>
        from endpoint in tray.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]
        select (method, endpoint.RoutePattern.RawText!);

    // Each with arguments that fit its types, and one field of what it gives.
    private async Task<List<(string Type, string Field, string Call)>> RootFieldsAsync()
    {
        const string Kind = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
        var schema = (await tray.QueryAsync($$"""
            { __schema { types { kind name enumValues { name } inputFields { name defaultValue type { {{Kind}} } }
              fields { name args { name defaultValue type { {{Kind}} } } type { {{Kind}} } } possibleTypes { name } } } }
            """)).GetProperty("__schema").GetProperty("types").EnumerateArray().ToDictionary(type => type.GetProperty("name").GetString()!);
        var calls = new List<(string, string, string)>();
        foreach (var root in new[] { "Query", "Mutation" }.Where(schema.ContainsKey))
        {
            foreach (var field in schema[root].GetProperty("fields").EnumerateArray())
            {
                var required = field.GetProperty("args").EnumerateArray().Where(IsRequired).Select(argument => $"{argument.GetProperty("name").GetString()}: {Value(argument.GetProperty("type"), schema)}").ToList();
                var given = Named(field.GetProperty("type"));
                var selection = schema[given].GetProperty("kind").GetString() is "OBJECT" or "INTERFACE" or "UNION" ? " { __typename }" : "";
                calls.Add((root, field.GetProperty("name").GetString()!, $"{field.GetProperty("name").GetString()}{(required.Count > 0 ? $"({string.Join(", ", required)})" : "")}{selection}"));
            }
        }

        return calls;
    }

    private static bool IsRequired(JsonElement input) =>
        input.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL" && input.GetProperty("defaultValue").ValueKind == JsonValueKind.Null;

    private static string Named(JsonElement type) => type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object ? Named(inner) : type.GetProperty("name").GetString()!;

    private static string Value(JsonElement type, Dictionary<string, JsonElement> schema) => type.GetProperty("kind").GetString() switch
    {
        "NON_NULL" => Value(type.GetProperty("ofType"), schema),
        "LIST" => "[]",
        "ENUM" => schema[Named(type)].GetProperty("enumValues")[0].GetProperty("name").GetString()!,
        "INPUT_OBJECT" => $"{{ {string.Join(", ", schema[Named(type)].GetProperty("inputFields").EnumerateArray().Where(IsRequired).Select(field => $"{field.GetProperty("name").GetString()}: {Value(field.GetProperty("type"), schema)}"))} }}",
        _ => type.GetProperty("name").GetString() switch
        {
            "Int" or "Float" => "1",
            "Boolean" => "true",
            "DateTime" => "\"2026-11-22T10:00:00Z\"",
            "Date" => "\"2026-11-22\"",
            _ => $"\"{Source.IdOf("seed", "uimahalli")}\"",
        },
    };
}
