using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceTray.Web.Rest;

/// <summary>Brings the API's description of itself into the service: /openapi.json and the page that shows it.</summary>
internal static class ApiDescriptionSetup
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddTransient<ISerializerDataContractResolver>(provider =>
            new JsonSerializerDataContractResolver(provider.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions))
        .AddSingleton<ApiDescription>()
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc(ApiDescription.Name, Info());
            options.AddSecurityDefinition(TokenNeed.Scheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A program's token, made on the page of one's own programs; it is for what its scopes say.",
            });
            options.CustomSchemaIds(SchemaName);
            options.UseAllOfToExtendReferenceSchemas();
            options.IncludeXmlComments(typeof(ApiDescriptionSetup).Assembly);
            options.SchemaFilter<MemberDescriber>();
            options.OperationFilter<OperationDescriber>();
            options.DocumentFilter<DocumentDescriber>();
        });

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapGet("/openapi.json", async (ApiDescription description, HttpContext http) =>
            TypedResults.Text(await description.ReadAsync(http.RequestAborted), "application/json")).ExcludeFromDescription();
        app.UseSwaggerUI(page =>
        {
            page.DocumentTitle = "ServiceTray REST";
            page.RoutePrefix = "swagger";
            page.SwaggerEndpoint("../openapi.json", "ServiceTray REST 1");
        });
    }

    private static OpenApiInfo Info() => new()
    {
        Title = "ServiceTray",
        Version = "1",
        Description = """
            Activities and events that do people good, with who offers them and where, as they stand on the wellbeing service tray.

            Texts come in the language asked (`lang`, else Accept-Language, else fi) or, where it is missing, in another, and say in which.
            What goes wrong is told as problem+json: 400 what cannot be read and a parameter that cannot be accepted (`argument` is its name), 404 what is not there, 422 a body that was read and is refused.
            The parameters of a search may tell a need: `POST /api/v1/offerings/search` keeps them out of addresses.
            """,
        License = new OpenApiLicense { Name = "MIT", Url = new Uri("https://opensource.org/license/mit") },
        Contact = new OpenApiContact { Name = "Those who run this tray", Url = new Uri("/", UriKind.Relative) },
    };

    // An answer is called by its noun: Offering, not OfferingAnswer. What is generic is called by what it holds.
    private static string SchemaName(Type type) =>
        string.Concat(type.GetGenericArguments().Select(SchemaName)) + WithoutAnswer(type.Name.Split('`')[0]);

    private static string WithoutAnswer(string name) => name.EndsWith("Answer", StringComparison.Ordinal) ? name[..^"Answer".Length] : name;
}
