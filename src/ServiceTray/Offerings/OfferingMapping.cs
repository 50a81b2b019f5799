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
        builder.Property(o => o.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(o => o.Name).HasColumnName("name").IsJson();
        builder.Property(o => o.Summary).HasColumnName("summary").IsJson();
        builder.Property(o => o.Description).HasColumnName("description").IsJson();
        builder.Property(o => o.Keywords).HasColumnName("keywords").IsJson();
        builder.Property(o => o.Themes).HasColumnName("themes").IsJson();
        builder.Property(o => o.OrganisationId).HasColumnName("organisation_id");
        builder.Property(o => o.PlaceIds).HasColumnName("place_ids").IsJson();
        builder.Property(o => o.Availability).HasColumnName("availability").IsJson();
        builder.Property(o => o.Modes).HasColumnName("modes").IsJson();
        builder.Property(o => o.Audiences).HasColumnName("audiences").IsJson();
        builder.Property(o => o.Ages).HasColumnName("ages").IsJson();
        builder.Property(o => o.Languages).HasColumnName("languages").IsJson();
        builder.Property(o => o.Price).HasColumnName("price").IsJson();
        builder.Property(o => o.Access).HasColumnName("access").IsJson();
        builder.Property(o => o.Capacity).HasColumnName("capacity").IsJson();
        builder.Property(o => o.Accessibility).HasColumnName("accessibility").IsJson();
        builder.Property(o => o.LowThreshold).HasColumnName("low_threshold");
        builder.Property(o => o.AcceptsReferrals).HasColumnName("accepts_referrals");
        builder.Property(o => o.Contacts).HasColumnName("contacts").IsJson();
        builder.Property(o => o.Links).HasColumnName("links").IsJson();
        builder.Property(o => o.Recurrence).HasColumnName("recurrence").IsJson();
        builder.Property(o => o.UpdatedAt).HasColumnName("updated_at");
        builder.Property(o => o.ConfirmedAt).HasColumnName("confirmed_at");
        builder.ComplexProperty(o => o.Source, SourceMapping.Columns);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.Property(a => a.OpeningHours).HasColumnName("opening_hours").IsJson();
        builder.Property(a => a.GuidancePoint).HasColumnName("guidance_point").IsJson();
    }

    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.Ignore(e => e.EndsAt);
        builder.Property(e => e.Status).HasColumnName("status");
        builder.Property(e => e.Occurrences).HasColumnName("occurrences").IsJson();
        builder.Property(e => e.Registration).HasColumnName("registration").IsJson();
    }
}
