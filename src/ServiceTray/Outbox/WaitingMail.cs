using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Outbox;

/// <summary>A mail that waits, as it is stored: sealed whole, and gone once it was taken, or a while after it was given up.</summary>
internal sealed class WaitingMail
{
    public required Guid Id { get; init; }

    /// <summary>A <see cref="Mail"/>, sealed.</summary>
    public required string Contents { get; init; }

    public int Attempts { get; set; }

    public required DateTimeOffset NextAt { get; set; }

    /// <summary>When it was given up; null: it was not.</summary>
    public DateTimeOffset? DeadAt { get; set; }
}

/// <summary>How it is stored.</summary>
internal sealed class WaitingMailMapping : IEntityTypeConfiguration<WaitingMail>
{
    public void Configure(EntityTypeBuilder<WaitingMail> builder)
    {
        builder.ToTable("mail");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
    }
}
