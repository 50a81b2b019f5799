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
        builder.Property(d => d.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(d => d.OrganisationId).HasColumnName("organisation_id");
        builder.Property(d => d.Content).HasColumnName("content").IsJson();
        builder.Property(d => d.Version).HasColumnName("version").IsConcurrencyToken();
        builder.Property(d => d.UpdatedAt).HasColumnName("updated_at");
        builder.Property(d => d.PublishedAt).HasColumnName("published_at");
        builder.Property(d => d.PublishedVersion).HasColumnName("published_version");
    }

    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("edition");
        builder.HasKey(e => e.Seq);
        builder.Property(e => e.Seq).HasColumnName("seq").ValueGeneratedOnAdd();
        builder.Property(e => e.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(e => e.DraftId).HasColumnName("draft_id");
        builder.Property(e => e.At).HasColumnName("at");
        builder.Property(e => e.By).HasColumnName("by_account");
        builder.Property(e => e.ByName).HasColumnName("by_name");
        builder.Property(e => e.Kind).HasColumnName("kind");
        builder.Property(e => e.Told).HasColumnName("told");
        builder.Property(e => e.Content).HasColumnName("content").IsJson();
    }

    public void Configure(EntityTypeBuilder<SignUp> builder)
    {
        builder.ToTable("sign_up");
        builder.Property(s => s.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(s => s.AccountId).HasColumnName("account_id");
        builder.Property(s => s.OrganisationId).HasColumnName("organisation_id");
        builder.Property(s => s.Name).HasColumnName("name");
        builder.Property(s => s.Kind).HasColumnName("kind");
        builder.Property(s => s.BusinessId).HasColumnName("business_id");
        builder.Property(s => s.Contact).HasColumnName("contact");
        builder.Property(s => s.At).HasColumnName("at");
        builder.Property(s => s.State).HasColumnName("state");
        builder.Property(s => s.DecidedAt).HasColumnName("decided_at");
        builder.Property(s => s.DecidedBy).HasColumnName("decided_by");
    }
}
