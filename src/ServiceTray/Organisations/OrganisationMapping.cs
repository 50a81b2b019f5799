using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceTray.Data;

namespace ServiceTray.Organisations;

/// <summary>How an organisation is stored.</summary>
internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisation");
        builder.Property(o => o.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(o => o.Name).HasColumnName("name").IsJson();
        builder.Property(o => o.Kind).HasColumnName("kind");
        builder.Property(o => o.BusinessId).HasColumnName("business_id");
        builder.Property(o => o.Description).HasColumnName("description").IsJson();
        builder.Property(o => o.Contacts).HasColumnName("contacts").IsJson();
        builder.Property(o => o.Links).HasColumnName("links").IsJson();
        builder.Property(o => o.UpdatedAt).HasColumnName("updated_at");
        builder.ComplexProperty(o => o.Source, SourceMapping.Columns);
    }
}
