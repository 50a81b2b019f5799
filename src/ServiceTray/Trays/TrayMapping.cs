using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Trays;

/// <summary>How trays are stored.</summary>
internal sealed class TrayMapping : IEntityTypeConfiguration<KeptTray>
{
    public void Configure(EntityTypeBuilder<KeptTray> builder)
    {
        builder.ToTable("tray");
        builder.Property(tray => tray.Id).ValueGeneratedNever();
    }
}
