using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Offerings.Persons;

/// <summary>How a person's contact is stored.</summary>
internal sealed class PersonContactMapping : IEntityTypeConfiguration<PersonContact>
{
    public void Configure(EntityTypeBuilder<PersonContact> builder)
    {
        builder.ToTable("person_contact");
        builder.Property(p => p.Id).ValueGeneratedNever();
    }
}
