using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Publishing.Confirmations;

/// <summary>A link that was mailed to ask whether an offering is still on: gone when it was used, or when its time is over.</summary>
internal sealed class ConfirmationLink
{
    /// <summary>Of its code, which is kept nowhere.</summary>
    public required string Hash { get; init; }

    public required Guid Offering { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>How links are stored.</summary>
internal sealed class ConfirmationLinkMapping : IEntityTypeConfiguration<ConfirmationLink>
{
    public void Configure(EntityTypeBuilder<ConfirmationLink> builder)
    {
        builder.ToTable("confirmation_link");
        builder.HasKey(link => link.Hash);
    }
}
