using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Accounts;

/// <summary>How invitations are stored.</summary>
internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitation");
        builder.Ignore(i => i.Grant);
        builder.Property(i => i.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(i => i.CodeHash).HasColumnName("code_hash");
        builder.Property(i => i.Role).HasColumnName("role");
        builder.Property(i => i.Organisation).HasColumnName("organisation_id");
        builder.Property(i => i.County).HasColumnName("county");
        builder.Property(i => i.MadeAt).HasColumnName("made_at");
        builder.Property(i => i.MadeBy).HasColumnName("made_by");
        builder.Property(i => i.EndsAt).HasColumnName("ends_at");
        builder.Property(i => i.UsedAt).HasColumnName("used_at");
        builder.Property(i => i.UsedBy).HasColumnName("used_by");
    }
}
