using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Feedback;

/// <summary>How feedback is stored.</summary>
internal sealed class FeedbackMapping : IEntityTypeConfiguration<FeedbackNote>
{
    public void Configure(EntityTypeBuilder<FeedbackNote> builder)
    {
        builder.ToTable("feedback");
        builder.Property(note => note.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(note => note.At).HasColumnName("at");
        builder.Property(note => note.Language).HasColumnName("language");
        builder.Property(note => note.Message).HasColumnName("message");
        builder.Property(note => note.Page).HasColumnName("page");
        builder.Property(note => note.ReplyTo).HasColumnName("reply_to");
    }
}
