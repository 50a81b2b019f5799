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
        builder.Property(report => report.Tables).IsJson();
        builder.Property(report => report.Measures).IsJson();
    }
}
