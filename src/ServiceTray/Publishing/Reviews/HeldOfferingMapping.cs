using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceTray.Data;

namespace ServiceTray.Publishing.Reviews;

/// <summary>How what waits from connected addresses is stored.</summary>
internal sealed class HeldOfferingMapping : IEntityTypeConfiguration<HeldOffering>
{
    public void Configure(EntityTypeBuilder<HeldOffering> builder)
    {
        builder.ToTable("held_offering");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Record).IsJson();
    }
}
