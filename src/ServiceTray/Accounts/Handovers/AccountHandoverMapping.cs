using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Accounts.Handovers;

/// <summary>How handovers are stored.</summary>
internal sealed class AccountHandoverMapping : IEntityTypeConfiguration<AccountHandover>
{
    public void Configure(EntityTypeBuilder<AccountHandover> builder)
    {
        builder.ToTable("account_handover");
        builder.Property(h => h.Id).ValueGeneratedNever();
    }
}
