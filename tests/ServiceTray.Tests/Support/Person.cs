using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;

namespace ServiceTray.Tests.Support;

/// <summary>Somebody with a browser of her own, who signs in as people do: by the form.</summary>
internal sealed class Person : IDisposable
{
    public const string Password = "korppi lentää yli suon";

    public Person(TrayApp tray)
    {
        Cookies = new CookieContainer();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = tray.Client.BaseAddress };
    }

    public HttpClient Client { get; }

    public CookieContainer Cookies { get; }

    /// <summary>Her account; empty before she has one.</summary>
    public Guid Account { get; private set; }

    private string Name { get; init; } = "";

    /// <summary>Signs in anew, after a time that no session lasts.</summary>
    public async Task SignInAgainAsync()
    {
        using var answer = await SignInAsync(Name, Password);
    }

    /// <summary>Makes a local account with these roles and signs it in by the page.</summary>
    public static async Task<Person> SignedInAsync(TrayApp tray, params Grant[] grants)
    {
        var name = $"{Guid.NewGuid():N}@esimerkki.example";
        var account = await tray.Services.GetRequiredService<AccountKeeper>().MakeAsync(
            new NewAccount(name, "Testi Henkilö", Password), grants, givenBy: null, CancellationToken.None);
        var person = new Person(tray) { Account = account.Id, Name = name };
        using var answer = await person.SignInAsync(name, Password);
        return answer.StatusCode == HttpStatusCode.Redirect ? person : throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
    }

    /// <summary>Sends the sign-in form with the token that its page gave.</summary>
    public Task<HttpResponseMessage> SignInAsync(string name, string password, string page = SignInEndpoints.Path) =>
        SendAsync(page, SignInEndpoints.Path, ("name", name), ("password", password));

    /// <summary>Reads a page, and sends its form of this address with these fields and all its hidden ones.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var document = await new HtmlParser().ParseDocumentAsync(await Client.GetStringAsync(page));
        var form = document.QuerySelectorAll("form").First(form => form.GetAttribute("action")?.Split('?', '#')[0] == action);
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(field => (Name: field.GetAttribute("name")!, Value: field.GetAttribute("value") ?? ""));
        using var content = new FormUrlEncodedContent(
            hidden.Where(field => !fields.Any(given => given.Name == field.Name)).Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Client.PostAsync(form.GetAttribute("action"), content);
    }

    /// <summary>Asks over GraphQL with her cookie, and gives the whole answer.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public void Dispose() => Client.Dispose();
}
