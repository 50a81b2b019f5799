using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>The table of who may do what holds every path and field that there is, and no other.</summary>
[Collection(SmallTray.Name)]
public sealed class OperationRows(SmallTray small)
{
    private OperationTable Table => small.App.Services.GetRequiredService<OperationTable>();

    [Fact]
    public void Stand_for_every_path()
    {
        var missing = Paths().Where(path => Table.OfPath(path.Method, path.Pattern) is null).Select(path => $"{path.Method} {path.Pattern}");
        Assert.True(!missing.Any(), $"operations.txt lacks rows:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Stand_for_a_path_by_its_method_or_else_by_any()
    {
        var table = new OperationTable(["GET /a : everyone", "* /a : signed-in", $"GET /{new string('b', 251)} : everyone"]);
        Assert.Equal("GET /a", table.OfPath("GET", "/a")?.Name);
        Assert.Equal("* /a", table.OfPath(new string('X', 300), "/a")?.Name);
        Assert.Null(table.OfPath("GET", "/b"));
        Assert.Null(table.OfPath("GET", new string('b', 300)));
        Assert.NotNull(table.OfPath("GET", "/" + new string('b', 251)));
        Assert.Throws<InvalidDataException>(() => new OperationTable([$"GET /{new string('b', 252)} : everyone"]));
    }

    [Fact]
    public async Task Stand_for_every_field()
    {
        var missing = (await FieldsAsync()).Where(field => Table.OfField(field.Type, field.Field) is null)
            .Select(field => field.Type is "Query" or "Mutation" or "Subscription" ? $"{field.Type}.{field.Field}" : $"{field.Type}.*").Distinct();
        Assert.True(!missing.Any(), $"operations.txt lacks rows:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public async Task Stand_for_nothing_that_is_not_there()
    {
        var known = Paths().Select(path => $"{path.Method} {path.Pattern}")
            .Concat((await FieldsAsync()).SelectMany(field => new[] { $"{field.Type}.{field.Field}", $"{field.Type}.*" })).ToHashSet();

        // Signing in by a provider has its way back only where one is set.
        Assert.Empty(Table.Rows.Select(row => row.Name).Except(known));
    }

    [Fact]
    public void Stand_for_each_root_field_by_its_own_name() =>
        Assert.DoesNotContain(Table.Rows, row => row.Name is "Query.*" or "Mutation.*" or "Subscription.*");

    private IEnumerable<(string Method, string Pattern)> Paths() =>
        from endpoint in small.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]
        select (method, endpoint.RoutePattern.RawText!);

    private async Task<IEnumerable<(string Type, string Field)>> FieldsAsync()
    {
        var schema = await small.App.QueryAsync("{ __schema { types { kind name fields(includeDeprecated: true) { name } } } }");
        return from type in schema.GetProperty("__schema").GetProperty("types").EnumerateArray().ToList()
               where type.GetProperty("kind").GetString() == "OBJECT" && !type.GetProperty("name").GetString()!.StartsWith("__", StringComparison.Ordinal)
               from field in type.GetProperty("fields").EnumerateArray().ToList()
               select (type.GetProperty("name").GetString()!, field.GetProperty("name").GetString()!);
    }
}
