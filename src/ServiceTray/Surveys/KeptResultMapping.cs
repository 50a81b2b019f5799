using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Surveys;

/// <summary>How kept answers are stored.</summary>
internal sealed class KeptResultMapping : IEntityTypeConfiguration<KeptResult>
{
    public void Configure(EntityTypeBuilder<KeptResult> builder)
    {
        builder.ToTable("survey_result");
        builder.Property(kept => kept.Id).ValueGeneratedNever();
    }
}
