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
        builder.Property(r => r.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(r => r.ProgrammeKey).HasColumnName("programme");
        builder.Property(r => r.SenderUnit).HasColumnName("sender_unit");
        builder.Property(r => r.SenderAccount).HasColumnName("sender_account");
        builder.Property(r => r.WrittenBy).HasColumnName("written_by");
        builder.Property(r => r.Receiver).HasColumnName("receiver");
        builder.Property(r => r.LinkPerson).HasColumnName("link_person");
        builder.Property(r => r.Parent).HasColumnName("parent");
        builder.Property(r => r.Child).HasColumnName("child");
        builder.Property(r => r.State).HasColumnName("state");
        builder.Property(r => r.Revision).HasColumnName("revision").IsConcurrencyToken();
        builder.Property(r => r.CreatedAt).HasColumnName("created_at");
        builder.Property(r => r.StateAt).HasColumnName("state_at");
        builder.Property(r => r.DueAt).HasColumnName("due_at");
        builder.Property(r => r.Pseudonym).HasColumnName("pseudonym");
        builder.Property(r => r.CodeHash).HasColumnName("code_hash");
        builder.Property(r => r.Steps).HasColumnName("steps").IsJson();
        builder.Property(r => r.Sealed).HasColumnName("sealed");
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
        builder.Property(key => key.Referral).HasColumnName("referral").ValueGeneratedNever();
        builder.Property(key => key.Wrapped).HasColumnName("wrapped");
    }
}

/// <summary>How sendings are stored.</summary>
internal sealed class ReferralSendingMapping : IEntityTypeConfiguration<ReferralSending>
{
    public void Configure(EntityTypeBuilder<ReferralSending> builder)
    {
        builder.ToTable("referral_sending");
        builder.HasKey(sending => new { sending.Sender, sending.KeyHash });
        builder.Property(sending => sending.Sender).HasColumnName("sender");
        builder.Property(sending => sending.KeyHash).HasColumnName("key_hash");
        builder.Property(sending => sending.ContentMark).HasColumnName("content_mark");
        builder.Property(sending => sending.Referral).HasColumnName("referral");
    }
}

/// <summary>How the log is stored.</summary>
internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("referral_audit");
        builder.HasKey(entry => entry.Seq);
        builder.Property(entry => entry.Seq).HasColumnName("seq").ValueGeneratedNever();
        builder.Property(entry => entry.At).HasColumnName("at");
        builder.Property(entry => entry.Subject).HasColumnName("subject");
        builder.Property(entry => entry.Account).HasColumnName("account");
        builder.Property(entry => entry.Unit).HasColumnName("unit");
        builder.Property(entry => entry.Role).HasColumnName("role");
        builder.Property(entry => entry.Act).HasColumnName("act");
        builder.Property(entry => entry.Before).HasColumnName("before");
        builder.Property(entry => entry.Hash).HasColumnName("hash");
    }
}

/// <summary>How notices are stored.</summary>
internal sealed class ReferralNoticeMapping : IEntityTypeConfiguration<ReferralNotice>
{
    public void Configure(EntityTypeBuilder<ReferralNotice> builder)
    {
        builder.ToTable("referral_notice");
        builder.Property(notice => notice.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(notice => notice.Referral).HasColumnName("referral");
        builder.Property(notice => notice.Kind).HasColumnName("kind");
        builder.Property(notice => notice.Audience).HasColumnName("audience");
        builder.Property(notice => notice.At).HasColumnName("at");
        builder.Property(notice => notice.Attempts).HasColumnName("attempts");
        builder.Property(notice => notice.NextAt).HasColumnName("next_at");
        builder.Property(notice => notice.ToPrintSince).HasColumnName("to_print_since");
        builder.Property(notice => notice.DeliveredAt).HasColumnName("delivered_at");
        builder.Property(notice => notice.DeadAt).HasColumnName("dead_at");
    }
}

/// <summary>How link persons are stored.</summary>
internal sealed class LinkPersonMapping : IEntityTypeConfiguration<LinkPerson>
{
    public void Configure(EntityTypeBuilder<LinkPerson> builder)
    {
        builder.ToTable("link_person");
        builder.HasKey(person => new { person.Account, person.Organisation });
        builder.Property(person => person.Account).HasColumnName("account");
        builder.Property(person => person.Organisation).HasColumnName("organisation");
        builder.Property(person => person.Name).HasColumnName("name");
        builder.Property(person => person.TrainedOn).HasColumnName("trained_on");
        builder.Property(person => person.ConfidentialityOn).HasColumnName("confidentiality_on");
        builder.Property(person => person.RecordCheckOn).HasColumnName("record_check_on");
    }
}

/// <summary>How desks are stored.</summary>
internal sealed class DeskStandingMapping : IEntityTypeConfiguration<DeskStanding>
{
    public void Configure(EntityTypeBuilder<DeskStanding> builder)
    {
        builder.ToTable("referral_desk");
        builder.HasKey(desk => desk.Organisation);
        builder.Property(desk => desk.Organisation).HasColumnName("organisation").ValueGeneratedNever();
        builder.Property(desk => desk.TakesOn).HasColumnName("takes_on");
        builder.Property(desk => desk.ToldAt).HasColumnName("told_at");
    }
}
