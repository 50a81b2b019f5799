using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceTray.Import.Seed;

namespace ServiceTray.Import;

/// <summary>How runs and loaded seed files are stored.</summary>
internal sealed class ImportMapping : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<SeedFile>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("import_run");
        builder.Property(r => r.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(r => r.Source).HasColumnName("source");
        builder.Property(r => r.StartedAt).HasColumnName("started_at");
        builder.Property(r => r.EndedAt).HasColumnName("ended_at");
        builder.Property(r => r.Report).HasColumnName("report");
    }

    public void Configure(EntityTypeBuilder<SeedFile> builder)
    {
        builder.ToTable("seed_file");
        builder.HasKey(f => f.Hash);
        builder.Property(f => f.Hash).HasColumnName("hash");
        builder.Property(f => f.Name).HasColumnName("name");
        builder.Property(f => f.LoadedAt).HasColumnName("loaded_at");
    }
}
