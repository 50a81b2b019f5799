using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Feedback;

/// <summary>How feedback is stored.</summary>
internal sealed class FeedbackMapping : IEntityTypeConfiguration<FeedbackNote>
{
    public void Configure(EntityTypeBuilder<FeedbackNote> builder)
    {
        builder.ToTable("feedback");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Revision).IsConcurrencyToken();
    }
}
