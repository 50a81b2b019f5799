using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Referrals.Retention;

/// <summary>How the report of what was removed is stored.</summary>
internal sealed class RetentionMapping : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("retention_run");
        builder.HasKey(run => run.At);
        builder.Property(run => run.At).ValueGeneratedNever();
    }
}
