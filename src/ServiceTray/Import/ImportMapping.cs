using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceTray.Import.Seed;

namespace ServiceTray.Import;

/// <summary>How runs, what they have read, and loaded seed files are stored.</summary>
internal sealed class ImportMapping : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<StagedRecord>, IEntityTypeConfiguration<SeedFile>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("import_run");
        builder.Property(r => r.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<StagedRecord> builder)
    {
        builder.ToTable("staged_record");
        builder.HasKey(r => new { r.RunId, r.Position });
        builder.Property(r => r.Position).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SeedFile> builder)
    {
        builder.ToTable("seed_file");
        builder.HasKey(f => f.Hash);
    }
}
