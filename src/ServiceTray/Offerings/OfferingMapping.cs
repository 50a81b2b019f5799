using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceTray.Data;
using ServiceTray.Organisations;

namespace ServiceTray.Offerings;

/// <summary>How an offering is stored: one row, its lists as JSON, since it is always read whole and searched in the index.</summary>
internal sealed class OfferingMapping : IEntityTypeConfiguration<Offering>, IEntityTypeConfiguration<Activity>, IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Offering> builder)
    {
        builder.ToTable("offering");
        builder.HasDiscriminator<string>("kind").HasValue<Activity>("Activity").HasValue<Event>("Event");
        builder.Ignore(o => o.Kind);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Name).IsJson();
        builder.Property(o => o.Summary).IsJson();
        builder.Property(o => o.Description).IsJson();
        builder.Property(o => o.Keywords).IsJson();
        builder.Property(o => o.Themes).IsJson();
        builder.Property(o => o.PlaceIds).IsJson();
        builder.Property(o => o.Availability).IsJson();
        builder.Property(o => o.Modes).IsJson();
        builder.Property(o => o.Audiences).IsJson();
        builder.Property(o => o.Ages).IsJson();
        builder.Property(o => o.Languages).IsJson();
        builder.Property(o => o.Price).IsJson();
        builder.Property(o => o.Access).IsJson();
        builder.Property(o => o.Capacity).IsJson();
        builder.Property(o => o.Accessibility).IsJson();
        builder.Property(o => o.Contacts).IsJson();
        builder.Property(o => o.Links).IsJson();
        builder.Property(o => o.Recurrence).IsJson();
        builder.Property(o => o.Picture).IsJson();
        builder.ComplexProperty(o => o.Source, SourceMapping.Columns);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.Property(a => a.OpeningHours).IsJson();
        builder.Property(a => a.GuidancePoint).IsJson();
    }

    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.Ignore(e => e.EndsAt);
        builder.Property(e => e.Occurrences).IsJson();
        builder.Property(e => e.Registration).IsJson();
    }
}
