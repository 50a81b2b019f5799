using System.Net.Http.Json;
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
        foreach (var (type, field, call) in await RootCalls.ReadAsync(tray))
        {
            var row = tray.Services.GetRequiredService<OperationTable>().OfField(type, field)!;
            if (type == "Subscription" && MayByRow(row, who))
            {
                // What stays open is walked where it is told something: WatchingADesk.
                continue;
            }

            var answer = type == "Subscription" ? await FirstTellingAsync(person, call) : await person.AskAsync($"{type.ToLowerInvariant()} {{ {call} }}");
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

    private static async Task<JsonElement> FirstTellingAsync(Person person, string call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = $"subscription {{ {call} }}" }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var answer = await person.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonElement.Parse(line["data: ".Length..]);
            }
        }

        throw new InvalidOperationException($"{call} told nothing.");
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
}
