using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceTray.Data;

namespace ServiceTray.Places;

/// <summary>How a place is stored.</summary>
internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("place");
        builder.Property(p => p.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(p => p.Name).HasColumnName("name").IsJson();
        builder.Property(p => p.StreetAddress).HasColumnName("street_address").IsJson();
        builder.Property(p => p.PostalCode).HasColumnName("postal_code");
        builder.Property(p => p.Municipality).HasColumnName("municipality");
        builder.Property(p => p.Coordinates).HasColumnName("coordinates").IsJson();
        builder.Ignore(p => p.ShownCoordinates);
        builder.Property(p => p.Approximate).HasColumnName("approximate");
        builder.Property(p => p.Arrival).HasColumnName("arrival").IsJson();
    }
}
