using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace ServiceTray.Data;

/// <summary>A column is called as its property, in small letters and underscores, unless a mapping calls it otherwise.</summary>
internal sealed class ColumnNames : IPropertyAddedConvention
{
    public void ProcessPropertyAdded(IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
    {
        // What no object has is a key that stands in another's column.
        if (!propertyBuilder.Metadata.IsShadowProperty())
        {
            propertyBuilder.HasColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(propertyBuilder.Metadata.Name));
        }
    }
}
