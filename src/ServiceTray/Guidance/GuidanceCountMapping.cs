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
    }
}
