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
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).IsJson();
        builder.Property(p => p.StreetAddress).IsJson();
        builder.Property(p => p.Coordinates).IsJson();
        builder.Ignore(p => p.ShownCoordinates);
        builder.Property(p => p.Arrival).IsJson();
    }
}
