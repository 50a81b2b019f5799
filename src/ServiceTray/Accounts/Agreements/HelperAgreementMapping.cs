using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceTray.Accounts.Agreements;

/// <summary>How agreements with helpers are stored.</summary>
internal sealed class HelperAgreementMapping : IEntityTypeConfiguration<HelperAgreement>
{
    public void Configure(EntityTypeBuilder<HelperAgreement> builder)
    {
        builder.ToTable("helper_agreement");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Organisation).HasColumnName("organisation_id");
    }
}
