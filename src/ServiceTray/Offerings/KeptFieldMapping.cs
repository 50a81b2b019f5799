using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Offerings;

/// <summary>How fields that were written over are stored.</summary>
internal sealed class KeptFieldMapping : IEntityTypeConfiguration<KeptField>
{
    public void Configure(EntityTypeBuilder<KeptField> builder)
    {
        builder.ToTable("kept_field");
        builder.HasKey(k => new { k.OfferingId, k.Field });
        builder.Property(k => k.OfferingId).HasColumnName("offering_id");
        builder.Property(k => k.Field).HasColumnName("field");
        builder.Property(k => k.At).HasColumnName("at");
    }
}
