using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceTray.Data;

namespace ServiceTray.Statistics;

/// <summary>How reports are stored.</summary>
internal sealed class StatisticsMapping : IEntityTypeConfiguration<StatisticsReport>
{
    public void Configure(EntityTypeBuilder<StatisticsReport> builder)
    {
        builder.ToTable("statistics_report");
        builder.HasKey(report => new { report.County, report.Quarter });
        builder.Property(report => report.County).HasColumnName("county");
        builder.Property(report => report.Quarter).HasColumnName("quarter");
        builder.Property(report => report.MadeAt).HasColumnName("made_at");
        builder.Property(report => report.Tables).HasColumnName("tables").IsJson();
        builder.Property(report => report.Measures).HasColumnName("measures").IsJson();
    }
}
