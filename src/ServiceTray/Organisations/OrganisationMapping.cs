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
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Name).IsJson();
        builder.Property(o => o.Description).IsJson();
        builder.Property(o => o.Contacts).IsJson();
        builder.Property(o => o.Links).IsJson();
        builder.ComplexProperty(o => o.Source, SourceMapping.Columns);
    }
}
