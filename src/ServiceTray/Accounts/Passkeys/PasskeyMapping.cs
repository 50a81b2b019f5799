using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Accounts.Passkeys;

/// <summary>How passkeys, and the challenges that were answered, are stored.</summary>
internal sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>, IEntityTypeConfiguration<PasskeyAnswer>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkey");
        builder.Property(p => p.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<PasskeyAnswer> builder)
    {
        builder.ToTable("passkey_answer");
        builder.HasKey(a => a.ChallengeId);
        builder.Property(a => a.ChallengeId).ValueGeneratedNever();
    }
}
