using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Accounts;

/// <summary>How accounts, their grants and their sessions are stored.</summary>
internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<GivenGrant>, IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("account");
        builder.Property(a => a.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<GivenGrant> builder)
    {
        builder.ToTable("account_grant");
        builder.Ignore(g => g.Grant);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Organisation).HasColumnName("organisation_id");
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("session");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
