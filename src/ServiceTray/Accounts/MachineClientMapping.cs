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
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Scopes).IsJson();
        builder.Property(c => c.Organisation).HasColumnName("organisation_id");
    }
}
