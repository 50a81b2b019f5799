using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Guidance;

/// <summary>How counts of guidance are stored.</summary>
internal sealed class GuidanceCountMapping : IEntityTypeConfiguration<GuidanceCount>
{
    public void Configure(EntityTypeBuilder<GuidanceCount> builder)
    {
        builder.ToTable("guidance_count");
        builder.HasKey(count => new { count.Month, count.Organisation, count.Path, count.Theme });
        builder.Property(count => count.Month).HasColumnName("month");
        builder.Property(count => count.Organisation).HasColumnName("organisation");
        builder.Property(count => count.Path).HasColumnName("path");
        builder.Property(count => count.Theme).HasColumnName("theme");
        builder.Property(count => count.Count).HasColumnName("count");
    }
}
