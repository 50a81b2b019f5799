using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Trays;

/// <summary>How trays are stored.</summary>
internal sealed class TrayMapping : IEntityTypeConfiguration<KeptTray>
{
    public void Configure(EntityTypeBuilder<KeptTray> builder)
    {
        builder.ToTable("tray");
        builder.Property(tray => tray.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(tray => tray.CodeHash).HasColumnName("code_hash");
        builder.Property(tray => tray.EditKeyHash).HasColumnName("edit_key_hash");
        builder.Property(tray => tray.Contents).HasColumnName("contents");
        builder.Property(tray => tray.ChangedAt).HasColumnName("changed_at");
        builder.Property(tray => tray.ExpiresAt).HasColumnName("expires_at");
    }
}
