using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Offerings;

/// <summary>How tombstones are stored.</summary>
internal sealed class TombstoneMapping : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> builder)
    {
        builder.ToTable("tombstone");
        builder.Property(t => t.Id).ValueGeneratedNever();
    }
}
