using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>A program's token opens what its scope is for, to a role that may; with all other scopes it opens nothing of it.</summary>
[Collection(SmallTray.Name)]
public sealed class EveryToken(SmallTray small)
{
    // A scope that is added is a decision: what may a program do for somebody?
    private static readonly string[] Known = ["audit", "feedback", "offerings:write", "referrals", "statistics"];

    private static readonly Caller Maker = Caller.Person(Guid.NewGuid(), "Ylläpito", [new Grant(Role.Administrator)]);

    private readonly TrayApp tray = small.App;
    private readonly Dictionary<(Role, string), HttpClient> programs = [];

    private OperationTable Table => tray.Services.GetRequiredService<OperationTable>();

    [Fact]
    public void Scopes_are_those_that_were_thought_of() => Assert.Equal(Known, Table.Scopes);

    [Fact]
    public async Task Opens_each_root_field_by_its_scope_alone()
    {
        var faults = new List<string>();
        foreach (var (type, field, call) in (await RootCalls.ReadAsync(tray)).Where(call => call.Type != "Subscription"))
        {
            var row = Table.OfField(type, field)!;
            if (row.Everyone)
            {
                continue;
            }

            foreach (var scope in Known)
            {
                var passed = !await IsRefusedAsync(row.Roles[0], scope, $"{type.ToLowerInvariant()} {{ {call} }}");
                if (passed != (row.Scope == scope))
                {
                    faults.Add($"{type}.{field} {(passed ? "opens" : "does not open")} to {row.Roles[0]} with a token for {scope}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Opens_no_root_field_to_a_role_that_may_not_whatever_it_is_for()
    {
        var faults = new List<string>();
        foreach (var (type, field, call) in (await RootCalls.ReadAsync(tray)).Where(call => call.Type != "Subscription"))
        {
            var row = Table.OfField(type, field)!;
            if (row.Everyone || row.Roles.Count == 0 || row.Scope is null)
            {
                continue;
            }

            foreach (var role in Enum.GetValues<Role>().Except(row.Roles))
            {
                if (!await IsRefusedAsync(role, row.Scope, $"{type.ToLowerInvariant()} {{ {call} }}"))
                {
                    faults.Add($"{type}.{field} opens to {role} with a token for {row.Scope}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Opens_each_path_and_watch_by_its_scope_alone()
    {
        // The gate is asked itself: its own way over HTTP is tried by EveryRole.
        foreach (var row in Table.Rows.Where(row => !row.Everyone))
        {
            foreach (var scope in Known)
            {
                var caller = Caller.Machine(Guid.NewGuid(), "Ohjelma", [GrantOf(row.Roles.Count == 0 ? Role.Administrator : row.Roles[0])], [scope]);
                Assert.True(scope == row.Scope == (Record.Exception(() => row.Check(caller)) is null), $"{row.Name} and a token for {scope}");
            }
        }
    }

    private async Task<bool> IsRefusedAsync(Role role, string scope, string query)
    {
        if (!programs.TryGetValue((role, scope), out var program))
        {
            var token = await tray.Services.GetRequiredService<MachineClientDesk>().MakeAsync(Maker, $"{role} {scope}", GrantOf(role), [scope], CancellationToken.None);
            program = programs[(role, scope)] = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = tray.Client.BaseAddress };
            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await program.PostAsJsonAsync("/graphql", new { query });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("errors", out var errors) && errors[0].GetProperty("message").GetString() == new ForbiddenException().Message
            && errors[0].GetProperty("path").GetArrayLength() == 1;
    }

    // Where the role can stand, and away from what the tests' calls name, so that the gate alone refuses.
    private static Grant GrantOf(Role role) => role switch
    {
        Role.Publisher or Role.Editor or Role.Professional => new Grant(role, Source.IdOf("seed", "organisation:liikuttajat")),
        Role.Coordinator or Role.LinkPerson or Role.CountyAdministrator or Role.Helper => new Grant(role, county: "11"),
        _ => new Grant(role),
    };
}
