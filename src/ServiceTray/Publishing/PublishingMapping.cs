using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceTray.Data;

namespace ServiceTray.Publishing;

/// <summary>How drafts, their history and sign-ups are stored.</summary>
internal sealed class PublishingMapping : IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<Edition>, IEntityTypeConfiguration<SignUp>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("draft");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Content).IsJson();
        builder.Property(d => d.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("edition");
        builder.HasKey(e => e.Seq);
        builder.Property(e => e.Seq).ValueGeneratedOnAdd();
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.By).HasColumnName("by_account");
        builder.Property(e => e.Content).IsJson();
    }

    public void Configure(EntityTypeBuilder<SignUp> builder)
    {
        builder.ToTable("sign_up");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
