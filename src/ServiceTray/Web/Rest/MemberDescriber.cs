using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceTray.Web.Rest;

/// <summary>Says of each member whether it may be null and must be there, as the JSON reader and writer themselves have it.</summary>
internal sealed class MemberDescriber(IOptions<JsonOptions> json) : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } properties } open)
        {
            return;
        }

        var members = json.Value.SerializerOptions.GetTypeInfo(context.Type).Properties.Where(member => properties.ContainsKey(member.Name)).ToList();
        open.Required = members.Where(IsRequired).Select(member => member.Name).ToHashSet();
        foreach (var member in members)
        {
            if (properties[member.Name] is OpenApiSchema told)
            {
                told.Type = TypeOf(told, member);
            }
        }
    }

    // What has no setter is always written; a constructor's value without a default must be sent.
    private static bool IsRequired(JsonPropertyInfo member) =>
        member.IsRequired || (member.AssociatedParameter is { } parameter ? !parameter.HasDefaultValue : member.Set is null);

    private static JsonSchemaType? TypeOf(OpenApiSchema told, JsonPropertyInfo member)
    {
        JsonSchemaType? own = told.Type is { } type && type != JsonSchemaType.Null ? type & ~JsonSchemaType.Null : null;
        if (!member.IsGetNullable)
        {
            return own;
        }

        // Beside a reference, null is told only together with a type (OpenAPI 3.0.3).
        var isWord = (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType).IsEnum;
        return (own ?? (isWord ? JsonSchemaType.String : JsonSchemaType.Object)) | JsonSchemaType.Null;
    }
}
