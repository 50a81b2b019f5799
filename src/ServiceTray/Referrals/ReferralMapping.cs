using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceTray.Data;

namespace ServiceTray.Referrals;

/// <summary>How a referral is stored: its way in plain, everything about the person encrypted in one column.</summary>
internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referral");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ProgrammeKey).HasColumnName("programme");
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.Property(r => r.Steps).IsJson();
        builder.Ignore(r => r.Content);
    }
}

/// <summary>How the keys are stored.</summary>
internal sealed class ReferralKeyMapping : IEntityTypeConfiguration<ReferralKey>
{
    public void Configure(EntityTypeBuilder<ReferralKey> builder)
    {
        builder.ToTable("referral_key");
        builder.HasKey(key => key.Referral);
        builder.Property(key => key.Referral).ValueGeneratedNever();
    }
}

/// <summary>How sendings are stored.</summary>
internal sealed class ReferralSendingMapping : IEntityTypeConfiguration<ReferralSending>
{
    public void Configure(EntityTypeBuilder<ReferralSending> builder)
    {
        builder.ToTable("referral_sending");
        builder.HasKey(sending => new { sending.Sender, sending.KeyHash });
    }
}

/// <summary>How the log is stored.</summary>
internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("referral_audit");
        builder.HasKey(entry => entry.Seq);
        builder.Property(entry => entry.Seq).ValueGeneratedNever();
    }
}

/// <summary>How notices are stored.</summary>
internal sealed class ReferralNoticeMapping : IEntityTypeConfiguration<ReferralNotice>
{
    public void Configure(EntityTypeBuilder<ReferralNotice> builder)
    {
        builder.ToTable("referral_notice");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
    }
}

/// <summary>How link persons are stored.</summary>
internal sealed class LinkPersonMapping : IEntityTypeConfiguration<LinkPerson>
{
    public void Configure(EntityTypeBuilder<LinkPerson> builder)
    {
        builder.ToTable("link_person");
        builder.HasKey(person => new { person.Account, person.Organisation });
    }
}

/// <summary>How desks are stored.</summary>
internal sealed class DeskStandingMapping : IEntityTypeConfiguration<DeskStanding>
{
    public void Configure(EntityTypeBuilder<DeskStanding> builder)
    {
        builder.ToTable("referral_desk");
        builder.HasKey(desk => desk.Organisation);
        builder.Property(desk => desk.Organisation).ValueGeneratedNever();
    }
}
