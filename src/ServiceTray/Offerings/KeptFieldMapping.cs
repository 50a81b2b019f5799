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
    }
}
