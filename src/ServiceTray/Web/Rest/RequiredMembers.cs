using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceTray.Web.Rest;

/// <summary>A value of a record's constructor that has no default must be sent: the description says so, as the reader does.</summary>
internal sealed class RequiredMembers : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } properties } open || context.Type.GetConstructors() is not [var constructor])
        {
            return;
        }

        foreach (var parameter in constructor.GetParameters().Where(parameter => !parameter.HasDefaultValue))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (properties.ContainsKey(name))
            {
                (open.Required ??= new HashSet<string>()).Add(name);
            }
        }
    }
}
