using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceTray.Languages;
using Xunit;

namespace ServiceTray.Tests.Languages;

public sealed class RequestLanguages
{
    [Theory]
    [InlineData("", null, Language.Fi)]
    [InlineData("?lang=sv", "en", Language.Sv)]
    [InlineData("?lang=SV-fi", null, Language.Sv)]
    [InlineData("?lang=xx", "en", Language.En)]
    [InlineData("?lang=", "sv", Language.Sv)]
    [InlineData("", "sv", Language.Sv)]
    [InlineData("", "en;q=0.5, sv;q=0.8", Language.Sv)]
    [InlineData("", "de, sv;q=0.1, en;q=0.2", Language.En)]
    [InlineData("", "sv;q=0, en;q=0.1", Language.En)]
    [InlineData("", "sv-FI,sv;q=0.9,en;q=0.8", Language.Sv)]
    [InlineData("", "de-DE", Language.Fi)]
    [InlineData("", "*", Language.Fi)]
    [InlineData("", "en, sv", Language.En)]
    [InlineData("", ";;;q=quite", Language.Fi)]
    internal void Query_wins_then_quality_then_order_then_Finnish(string query, string? accept, Language expected)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        context.Request.Headers.AcceptLanguage = accept;

        Assert.Equal(expected, AskedLanguage.Of(context.Request));
    }

    [Fact]
    public async Task The_answer_tells_its_language_and_that_it_varies()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddLanguages();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseRequestLanguage();
        app.MapGet("/", (RequestLanguage asked) => asked.Language.ToString());
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("Accept-Language", "sv-FI, en;q=0.5");

        using var answer = await client.GetAsync("/");

        Assert.Equal("Sv", await answer.Content.ReadAsStringAsync());
        Assert.Equal("sv", Assert.Single(answer.Content.Headers.ContentLanguage));
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }
}
