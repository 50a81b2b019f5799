using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>What is told of a person has a row of its own for each field, and no type's row is wider than the ways that lead to it.</summary>
[Collection(SmallTray.Name)]
public sealed class PersonFields(SmallTray small) : IAsyncLifetime
{
    /// <summary>Where what is told of persons begins; whatever only they lead to is of persons too.</summary>
    private static readonly string[] Beginnings = ["Referral", "ClientReferral", "FeedbackNote", "AuditEntry", "Helper", "HelperAgreement", "OfferingEdition"];

    private static readonly string[] Roots = ["Query", "Mutation", "Subscription"];

    private readonly TrayApp tray = small.App;

    // Type → its fields with the type that each gives; of an interface or union also the types that it may be.
    private Dictionary<string, List<(string Field, string Gives)>> types = [];

    private OperationTable Table => tray.Services.GetRequiredService<OperationTable>();

    public async Task InitializeAsync()
    {
        const string Kind = "name ofType { name ofType { name ofType { name } } }";
        var schema = await tray.QueryAsync($$"""{ __schema { types { kind name fields(includeDeprecated: true) { name type { {{Kind}} } } possibleTypes { name } } } }""");
        types = schema.GetProperty("__schema").GetProperty("types").EnumerateArray().Where(type => type.GetProperty("kind").GetString() is "OBJECT" or "INTERFACE" or "UNION")
            .ToDictionary(type => type.GetProperty("name").GetString()!, type => Of(type, "fields").Select(field => (field.GetProperty("name").GetString()!, Named(field.GetProperty("type"))))
                .Concat(Of(type, "possibleTypes").Select(possible => ("", possible.GetProperty("name").GetString()!))).ToList());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Have_each_a_row_of_its_own()
    {
        var open = Reached(from root in Roots from field in types[root] where Table.OfField(root, field.Field)!.Everyone select field.Gives, except: Beginnings);
        var ofPersons = Reached(Beginnings, except: []).Except(open).ToList();
        Assert.Contains("ReferralClient", ofPersons);
        var rows = Table.Rows.Select(row => row.Name).ToHashSet();
        var lacking = from type in ofPersons from field in types[type] where field.Field.Length > 0 && !rows.Contains($"{type}.{field.Field}") select $"{type}.{field.Field}";
        Assert.True(!lacking.Any(), $"operations-graphql.txt must say of each of these who sees it:\n{string.Join('\n', lacking)}");
        Assert.DoesNotContain(rows, row => ofPersons.Exists(type => row == $"{type}.*"));
    }

    [Fact]
    public void Are_open_to_nobody_whom_no_root_field_lets_in()
    {
        var ways = new Dictionary<string, HashSet<string>>();
        foreach (var (root, (field, gives)) in from root in Roots from field in types[root] select (root, field))
        {
            var row = Table.OfField(root, field)!;
            foreach (var type in Reached([gives], except: []))
            {
                (ways.TryGetValue(type, out var known) ? known : ways[type] = []).UnionWith(row.Everyone ? ["everyone"] : row.Roles.Select(role => $"{role}"));
            }
        }

        var wide = from type in types.Keys.Except(Roots)
                   where !type.StartsWith("__", StringComparison.Ordinal) && ways.ContainsKey(type) && !ways[type].Contains("everyone")
                   from field in types[type]
                   where field.Field.Length > 0 && Table.OfField(type, field.Field) is { } row && (row.Everyone || row.Roles.Any(role => !ways[type].Contains($"{role}")))
                   select $"{type}.{field.Field}";
        Assert.True(!wide.Any(), $"These rows let in whom no way leads there:\n{string.Join('\n', wide)}");
    }

    private HashSet<string> Reached(IEnumerable<string> from, IReadOnlyList<string> except)
    {
        var (reached, ahead) = (new HashSet<string>(), new Stack<string>(from));
        while (ahead.TryPop(out var type))
        {
            if (types.TryGetValue(type, out var fields) && !except.Contains(type) && reached.Add(type))
            {
                fields.ForEach(field => ahead.Push(field.Gives));
            }
        }

        return reached;
    }

    private static IEnumerable<JsonElement> Of(JsonElement type, string name) => type.GetProperty(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static string Named(JsonElement type) => type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object ? Named(inner) : type.GetProperty("name").GetString()!;
}
