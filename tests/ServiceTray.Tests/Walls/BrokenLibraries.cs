using Xunit;

namespace ServiceTray.Tests.Walls;

/// <summary>Made-up sources that name a library where the house does not let them.</summary>
public sealed class BrokenLibraries
{
    private const string EntityFramework = "names EF Core, which edges leave to acting classes and loaders";
    private const string Database = "names a database's own library, which stays in Data";
    private const string Http = "names HttpClient, which stays in Import/*/*Client, in the outbox's clients and where a sign-in asks the provider";

    [Theory]
    [InlineData("ServiceTray/Offerings/OfferingQueries.cs", "using Microsoft.EntityFrameworkCore;", EntityFramework)]
    [InlineData("ServiceTray/Offerings/OfferingFields.cs", "class A(TrayContext context);", EntityFramework)]
    [InlineData("ServiceTray/Offerings/OfferingEndpoints.cs", "using Microsoft.EntityFrameworkCore;", EntityFramework)]
    [InlineData("ServiceTray/Offerings/OfferingPage.razor", "@using Microsoft.EntityFrameworkCore", EntityFramework)]
    [InlineData("ServiceTray/Offerings/OfferingSearch.cs", "using Microsoft.Data.Sqlite;", Database)]
    [InlineData("ServiceTray/Web/Start.cs", "options.UseNpgsql(connection);", Database)]
    [InlineData("ServiceTray/Import/Importer.cs", "class Importer(HttpClient http);", Http)]
    [InlineData("ServiceTray/Import/Ptv/PtvReader.cs", "class PtvReader(IHttpClientFactory clients);", Http)]
    [InlineData("ServiceTray/Referrals/MailClient.cs", "class MailClient(HttpClient http);", Http)]
    [InlineData("ServiceTray/Referrals/Outbox/NoticeDeliverer.cs", "using MailKit;", "names the mail library, which one sender knows")]
    [InlineData("ServiceTray/Offerings/OfferingSearch.cs", "using ServiceTray.GraphQL;", "names the GraphQL engine, which setups and resolvers know")]
    [InlineData("ServiceTray/Offerings/OfferingEndpoints.cs", "using ServiceTray.GraphQL;", "names the GraphQL engine, which setups and resolvers know")]
    [InlineData("ServiceTray/Offerings/OfferingQueries.cs", "using ServiceTray.GraphQL.Execution;", "names the insides of the GraphQL engine, which only setups know")]
    [InlineData("ServiceTray/Surveys/Suggester.cs", "using ServiceTray.Search.Querying;", "names the search engine, which only Offerings knows")]
    [InlineData("ServiceTray/Web/Health.cs", "NativeLibrary.TryLoad(name, out _);", "libvoikko is loaded in Analysis/Finnish alone")]
    [InlineData("ServiceTray.Search/Analysis/Swedish/Words.cs", "[LibraryImport(\"libvoikko.so.1\")]", "libvoikko is loaded in Analysis/Finnish alone")]
    public void Are_told(string path, string text, string expected)
    {
        var breach = Assert.Single(LibraryWall.Breaches([new($"src/{path}", text)]));
        Assert.Equal($"src/{path}: {expected}", breach);
    }

    [Theory]
    [InlineData("ServiceTray/Offerings/OfferingSearch.cs", "using Microsoft.EntityFrameworkCore; using ServiceTray.Search;")]
    [InlineData("ServiceTray/Offerings/OfferingLoaders.cs", "using Microsoft.EntityFrameworkCore; using ServiceTray.GraphQL; class A : BatchLoader<Guid, Offering>;")]
    [InlineData("ServiceTray/Offerings/OfferingMapping.cs", "using Microsoft.EntityFrameworkCore;")]
    [InlineData("ServiceTray/Data/DataSetup.cs", "options.UseSqlite(connection); class A : SqliteConnection;")]
    [InlineData("ServiceTray/Import/Ptv/PtvClient.cs", "class PtvClient(HttpClient http);")]
    [InlineData("ServiceTray/Import/ImportSetup.cs", "services.AddHttpClient<PtvClient>(); // an HttpClient")]
    [InlineData("ServiceTray/Web/GraphQLSetup.cs", "using ServiceTray.GraphQL.Http;")]
    [InlineData("ServiceTray/Web/Health.cs", "var words = \"libvoikko is not here\";")]
    [InlineData("ServiceTray.Search/Analysis/Finnish/Voikko.cs", "[LibraryImport(\"libvoikko.so.1\")]")]
    public void Are_not_seen_where_the_house_allows(string path, string text) => Assert.Empty(LibraryWall.Breaches([new($"src/{path}", text)]));

    [Fact]
    public void Tell_of_a_second_file_that_loads_libvoikko()
    {
        const string Folder = "src/ServiceTray.Search/Analysis/Finnish/";
        var breach = Assert.Single(LibraryWall.Breaches(
            [new($"{Folder}A.cs", "NativeLibrary.TryLoad(\"libvoikko.so.1\", out _);"), new($"{Folder}B.cs", "NativeLibrary.Load(path);")]));
        Assert.Equal($"{Folder}B.cs: libvoikko is loaded in one file, and {Folder}A.cs is it", breach);
    }
}
