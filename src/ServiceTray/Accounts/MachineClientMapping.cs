using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceTray.Data;

namespace ServiceTray.Accounts;

/// <summary>How machine clients are stored.</summary>
internal sealed class MachineClientMapping : IEntityTypeConfiguration<MachineClient>
{
    public void Configure(EntityTypeBuilder<MachineClient> builder)
    {
        builder.ToTable("machine_client");
        builder.Ignore(c => c.Grant);
        builder.Property(c => c.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(c => c.Name).HasColumnName("name");
        builder.Property(c => c.TokenHash).HasColumnName("token_hash");
        builder.Property(c => c.Scopes).HasColumnName("scopes").IsJson();
        builder.Property(c => c.Role).HasColumnName("role");
        builder.Property(c => c.Organisation).HasColumnName("organisation_id");
        builder.Property(c => c.County).HasColumnName("county");
        builder.Property(c => c.MadeAt).HasColumnName("made_at");
        builder.Property(c => c.MadeBy).HasColumnName("made_by");
        builder.Property(c => c.EndsAt).HasColumnName("ends_at");
        builder.Property(c => c.RevokedAt).HasColumnName("revoked_at");
    }
}
