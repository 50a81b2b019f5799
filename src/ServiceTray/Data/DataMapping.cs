using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Data;

/// <summary>How changes are stored.</summary>
internal sealed class DataMapping : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("change");
        builder.HasKey(c => c.Seq);
        builder.Property(c => c.Seq).HasColumnName("seq").ValueGeneratedOnAdd();
        builder.Property(c => c.Kind).HasColumnName("kind");
        builder.Property(c => c.EntityId).HasColumnName("entity_id");
        builder.Property(c => c.At).HasColumnName("at");
    }
}
