using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceTray.Data;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>How pairs are stored, and how far they were looked for.</summary>
internal sealed class LikePairMapping : IEntityTypeConfiguration<LikePair>, IEntityTypeConfiguration<LikeLook>
{
    public void Configure(EntityTypeBuilder<LikePair> builder)
    {
        builder.ToTable("like_pair");
        builder.Property(pair => pair.Id).ValueGeneratedNever();
        builder.Property(pair => pair.Parts).IsJson();
    }

    public void Configure(EntityTypeBuilder<LikeLook> builder)
    {
        builder.ToTable("like_look");
        builder.Property(look => look.Id).ValueGeneratedNever();
    }
}
