using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Referrals.Outbox;

/// <summary>How the addresses of desks' programs are stored.</summary>
internal sealed class OutboxMapping : IEntityTypeConfiguration<ReferralWebhook>
{
    public void Configure(EntityTypeBuilder<ReferralWebhook> builder)
    {
        builder.ToTable("referral_webhook");
        builder.HasKey(hook => hook.Organisation);
        builder.Property(hook => hook.Organisation).ValueGeneratedNever();
    }
}
