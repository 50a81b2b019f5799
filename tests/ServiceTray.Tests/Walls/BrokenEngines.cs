using Xunit;

namespace ServiceTray.Tests.Walls;

/// <summary>Made-up sources of the engines that know too much.</summary>
public sealed class BrokenEngines
{
    [Theory]
    [InlineData("ServiceTray.Search/SearchIndex.cs", "using ServiceTray.Offerings;", "ServiceTray.Search may not know ServiceTray.Offerings")]
    [InlineData("ServiceTray.Search/SearchIndex.cs", "class A { ServiceTray.GraphQL.Planning.Plan? plan; }", "ServiceTray.Search may not know ServiceTray.GraphQL.Planning.Plan")]
    [InlineData("ServiceTray.Search/SearchIndex.cs", "using Microsoft.Extensions.Logging;", "ServiceTray.Search may not know Microsoft.Extensions.Logging")]
    [InlineData("ServiceTray.GraphQL/Execution/Runner.cs", "using Microsoft.AspNetCore.Http;", "ServiceTray.GraphQL may not know Microsoft.AspNetCore.Http")]
    [InlineData("ServiceTray.GraphQL/Http/Endpoint.cs", "using NetTopologySuite.Geometries;", "ServiceTray.GraphQL may not know NetTopologySuite.Geometries")]
    [InlineData("ServiceTray.GraphQL/Http/Endpoint.cs", "using Json = Newtonsoft.Json.Linq.JObject;", "ServiceTray.GraphQL may not know Newtonsoft.Json.Linq.JObject")]
    [InlineData("ServiceTray.GraphQL/ServiceTray.GraphQL.csproj", "<PackageReference Include=\"GraphQL-Parser\" />", "ServiceTray.GraphQL may not refer to GraphQL-Parser")]
    [InlineData("ServiceTray.Search/ServiceTray.Search.csproj", "<ProjectReference Include=\"../ServiceTray/ServiceTray.csproj\" />", "ServiceTray.Search may not refer to ../ServiceTray/ServiceTray.csproj")]
    [InlineData("ServiceTray.Search/ServiceTray.Search.csproj", "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />", "ServiceTray.Search may not refer to Microsoft.AspNetCore.App")]
    public void Are_told(string path, string text, string expected)
    {
        var breach = Assert.Single(EngineWall.Breaches([new($"src/{path}", text)]));
        Assert.Equal($"src/{path}: {expected}", breach);
    }

    [Theory]
    [InlineData("ServiceTray.Search/Geography/Area.cs", "using NetTopologySuite.Geometries; using System.Text; using static System.Math; using ServiceTray.Search.Indexing;")]
    [InlineData("ServiceTray.Search/Storage/File.cs", "class A { void B() { using var stream = File.OpenRead(path); } }")]
    [InlineData("ServiceTray.GraphQL/Http/Endpoint.cs", "using Microsoft.AspNetCore.Http; using Microsoft.Extensions.Logging;")]
    [InlineData("ServiceTray.Search/ServiceTray.Search.csproj", "<PackageReference Include=\"NetTopologySuite\" /> <InternalsVisibleTo Include=\"ServiceTray.Search.Tests\" />")]
    public void Are_not_seen_where_the_house_allows(string path, string text) => Assert.Empty(EngineWall.Breaches([new($"src/{path}", text)]));
}
