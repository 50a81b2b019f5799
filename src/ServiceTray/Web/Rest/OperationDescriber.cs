using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceTray.Web.Rest;

/// <summary>Describes the parameters that an endpoint reads from its query, and when each answer comes.</summary>
internal sealed class OperationDescriber : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Parameters ??= [];
        foreach (var parameter in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<QueryParameter>().OrderBy(parameter => parameter == QueryParameter.Language))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = context.SchemaGenerator.GenerateSchema(
                    parameter.Repeated ? parameter.Type.MakeArrayType() : parameter.Type, context.SchemaRepository),
            });
        }

        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<TokenNeed>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenNeed.Scheme, context.Document)] = [] }];
        }

        var told = operation.Responses ?? [];
        operation.Responses = [];
        foreach (var (status, response) in told.OrderBy(response => response.Key, StringComparer.Ordinal))
        {
            response.Description = Meaning(status);
            operation.Responses.Add(status, response);
        }
    }

    private static string Meaning(string status) => status switch
    {
        "200" => "Here it is.",
        "301" => "It was joined into another; Location says into which.",
        "400" => "A parameter cannot be accepted, or something in the request cannot be read; `argument` says what.",
        "401" => "A token or a session is needed, and this is none.",
        "403" => "Whoever asks may not.",
        "404" => "Nothing has this id or code.",
        "410" => "What had this id was taken back by its source.",
        "413" => "The body is longer than one request may send.",
        "415" => "The body is sent as application/json.",
        "429" => "Too much was tried or made from there; `detail` says how long to wait.",
        "422" => "The request was read and is refused; `code` says why.",
        _ => "The tray failed; `id` finds it in the log.",
    };
}
