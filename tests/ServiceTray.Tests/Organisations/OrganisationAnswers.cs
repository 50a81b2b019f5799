using System.Net;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Organisations;

/// <summary>An organisation over REST and GraphQL.</summary>
[Collection(SmallTray.Name)]
public sealed class OrganisationAnswers(SmallTray small)
{
    private static readonly Guid Id = Source.IdOf("seed", "organisation:liikuttajat");

    [Fact]
    public async Task Tells_who_it_is_in_the_language_asked()
    {
        var answer = await small.App.GetAsync($"/api/v1/organisations/{Id}?lang=sv");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Rörarna rf", answer.Body.GetProperty("name").GetProperty("value").GetString());
        Assert.Equal("ASSOCIATION", answer.Body.GetProperty("kind").GetString());
        Assert.Equal("PHONE", answer.Body.GetProperty("contacts")[0].GetProperty("kind").GetString());
        Assert.Equal("017 000 0001", answer.Body.GetProperty("contacts")[0].GetProperty("value").GetString());
        Assert.Equal("seed", answer.Body.GetProperty("source").GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_it_offers_is_the_same_on_both_edges()
    {
        var rest = await small.App.GetAsync($"/api/v1/offerings?organisation={Id}&order=NAME");
        var data = await small.App.QueryAsync("query($id: ID!) { organisation(id: $id) { offerings { nodes { id } } } }", new { id = Id });
        var graphql = data.GetProperty("organisation").GetProperty("offerings").GetProperty("nodes");
        Assert.Equal(3, rest.Total);
        Assert.Equal(rest.Ids, graphql.EnumerateArray().Select(node => node.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task An_id_of_an_offering_is_no_organisation() =>
        Assert.Equal(HttpStatusCode.NotFound, (await small.App.GetAsync($"/api/v1/organisations/{Source.IdOf("seed", "uimahalli")}")).Status);
}
