using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Offerings;

/// <summary>How tombstones are stored.</summary>
internal sealed class TombstoneMapping : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> builder)
    {
        builder.ToTable("tombstone");
        builder.Property(t => t.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(t => t.Source).HasColumnName("source");
        builder.Property(t => t.SourceId).HasColumnName("source_id");
        builder.Property(t => t.RemovedAt).HasColumnName("removed_at");
    }
}
