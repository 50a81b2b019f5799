using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Surveys;

/// <summary>How kept answers are stored.</summary>
internal sealed class KeptResultMapping : IEntityTypeConfiguration<KeptResult>
{
    public void Configure(EntityTypeBuilder<KeptResult> builder)
    {
        builder.ToTable("survey_result");
        builder.Property(kept => kept.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(kept => kept.CodeHash).HasColumnName("code_hash");
        builder.Property(kept => kept.Contents).HasColumnName("contents");
        builder.Property(kept => kept.ExpiresAt).HasColumnName("expires_at");
    }
}
