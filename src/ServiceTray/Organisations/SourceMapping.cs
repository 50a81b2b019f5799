using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Organisations;

/// <summary>The columns that tell where a row comes from.</summary>
internal static class SourceMapping
{
    public static void Columns(ComplexPropertyBuilder<Source> source)
    {
        source.Property(s => s.Name).HasColumnName("source");
        source.Property(s => s.Id).HasColumnName("source_id");
        source.Property(s => s.Url).HasColumnName("source_url");
    }
}
