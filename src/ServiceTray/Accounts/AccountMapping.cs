using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Accounts;

/// <summary>How accounts, their grants and their sessions are stored.</summary>
internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<GivenGrant>, IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("account");
        builder.Property(a => a.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(a => a.SignInName).HasColumnName("sign_in_name");
        builder.Property(a => a.DisplayName).HasColumnName("display_name");
        builder.Property(a => a.PasswordHash).HasColumnName("password_hash");
        builder.Property(a => a.FailedTries).HasColumnName("failed_tries");
        builder.Property(a => a.LockedUntil).HasColumnName("locked_until");
        builder.Property(a => a.Issuer).HasColumnName("issuer");
        builder.Property(a => a.Subject).HasColumnName("subject");
        builder.Property(a => a.CreatedAt).HasColumnName("created_at");
        builder.Property(a => a.ClosedAt).HasColumnName("closed_at");
    }

    public void Configure(EntityTypeBuilder<GivenGrant> builder)
    {
        builder.ToTable("account_grant");
        builder.Ignore(g => g.Grant);
        builder.Property(g => g.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(g => g.AccountId).HasColumnName("account_id");
        builder.Property(g => g.Role).HasColumnName("role");
        builder.Property(g => g.Organisation).HasColumnName("organisation_id");
        builder.Property(g => g.County).HasColumnName("county");
        builder.Property(g => g.GivenAt).HasColumnName("given_at");
        builder.Property(g => g.GivenBy).HasColumnName("given_by");
        builder.Property(g => g.IsClaimed).HasColumnName("is_claimed");
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("session");
        builder.Property(s => s.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(s => s.AccountId).HasColumnName("account_id");
        builder.Property(s => s.StartedAt).HasColumnName("started_at");
        builder.Property(s => s.EndsAt).HasColumnName("ends_at");
    }
}
