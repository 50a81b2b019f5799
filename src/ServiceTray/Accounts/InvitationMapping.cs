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
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Organisation).HasColumnName("organisation_id");
    }
}
