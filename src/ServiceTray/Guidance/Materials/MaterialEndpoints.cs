using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Languages;
using ServiceTray.Themes;
using ServiceTray.Web;
using ServiceTray.Web.Rest;

namespace ServiceTray.Guidance.Materials;

/// <summary>Materials for conversations, as pages and over REST; for everybody, since nothing in them is secret.</summary>
internal static class MaterialEndpoints
{
    public const string Path = "/puheeksiotto";

    private static readonly QueryParameter ThemeParameter = QueryParameter.One<ThemeCode>("theme", "Only those that help to talk about this theme.");

    public static void MapMaterials(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (MaterialShelf shelf) => PageAnswer.Of<MaterialsPage, MaterialsShown>(new(shelf.All))).ExcludeFromDescription();
        app.MapGet($"{Path}/{{key}}", (string key, MaterialShelf shelf) => shelf.Find(key) is { } material
            ? PageAnswer.Of<MaterialPage, MaterialShown>(new(material))
            : ErrorEndpoints.Of(StatusCodes.Status404NotFound)).ExcludeFromDescription();
    }

    public static RouteGroupBuilder MapMaterialEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/materials", List).Knows([ThemeParameter]).WithName("listMaterials").WithTags("Guidance")
            .WithSummary("Materials for conversations").WithDescription("Short guides that a professional opens when wellbeing comes up: what to ask, what to listen for, what to do next.");
        api.MapGet("/materials/{key}", Get).WithName("getMaterial").WithTags("Guidance")
            .WithSummary("One material").WithDescription("By its key.");
        return api;
    }

    private static Results<Ok<IReadOnlyList<MaterialAnswer>>, Malformed> List(HttpContext http, MaterialShelf shelf, RequestLanguage request)
    {
        var asked = http.Request.Query[ThemeParameter.Name].ToString();
        var theme = asked.Length == 0 ? null : PublicWords.Read<ThemeCode>(asked);
        return asked.Length > 0 && theme is null
            ? new Malformed(ThemeParameter.Name, "There is no such theme.")
            : TypedResults.Ok<IReadOnlyList<MaterialAnswer>>([.. shelf.About(theme).Select(material => MaterialAnswer.Of(material, request.Language))]);
    }

    private static Results<Ok<MaterialAnswer>, Unknown> Get([Description("A key that the list gave.")] string key, MaterialShelf shelf, RequestLanguage request) =>
        shelf.Find(key) is { } material ? TypedResults.Ok(MaterialAnswer.Of(material, request.Language)) : new Unknown();
}

/// <summary>The list as it is shown.</summary>
internal sealed record MaterialsShown(IReadOnlyList<Material> Materials);

/// <summary>One as it is shown.</summary>
internal sealed record MaterialShown(Material Material);

/// <summary>A material as REST tells it.</summary>
/// <param name="Key">Names it in addresses.</param>
/// <param name="Themes">What it helps to talk about; none: about wellbeing at all.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What it is for.</param>
/// <param name="Ask">What to ask.</param>
/// <param name="Listen">What to listen for.</param>
/// <param name="Next">What to do next.</param>
/// <param name="CheckedOn">When somebody last looked whether it still holds.</param>
internal sealed record MaterialAnswer(
    string Key, IReadOnlyList<ThemeCode> Themes, Text Title, Text Lead, IReadOnlyList<Text> Ask, IReadOnlyList<Text> Listen, IReadOnlyList<Text> Next, DateOnly CheckedOn)
{
    public static MaterialAnswer Of(Material material, Language language) => new(
        material.Key,
        material.Themes,
        material.Title.Pick(language),
        material.Lead.Pick(language),
        [.. material.Ask.Select(words => words.Pick(language))],
        [.. material.Listen.Select(words => words.Pick(language))],
        [.. material.Next.Select(words => words.Pick(language))],
        material.CheckedOn);
}
