using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Publishing.Reviews;

/// <summary>How counties' choices are stored.</summary>
internal sealed class CountyChoiceMapping : IEntityTypeConfiguration<CountyChoice>
{
    public void Configure(EntityTypeBuilder<CountyChoice> builder)
    {
        builder.ToTable("county_choice");
        builder.HasKey(c => c.County);
    }
}
