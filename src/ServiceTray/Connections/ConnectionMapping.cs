using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Connections;

/// <summary>How connections are stored.</summary>
internal sealed class ConnectionMapping : IEntityTypeConfiguration<Connection>
{
    public void Configure(EntityTypeBuilder<Connection> builder)
    {
        builder.ToTable("connection");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.SourceName);
    }
}
