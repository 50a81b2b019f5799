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
        builder.Property(r => r.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(r => r.Source).HasColumnName("source");
        builder.Property(r => r.Origin).HasColumnName("origin");
        builder.Property(r => r.State).HasColumnName("state");
        builder.Property(r => r.StartedAt).HasColumnName("started_at");
        builder.Property(r => r.EndedAt).HasColumnName("ended_at");
        builder.Property(r => r.Applied).HasColumnName("applied");
        builder.Property(r => r.Added).HasColumnName("added");
        builder.Property(r => r.Changed).HasColumnName("changed");
        builder.Property(r => r.Unchanged).HasColumnName("unchanged");
        builder.Property(r => r.Removed).HasColumnName("removed");
        builder.Property(r => r.Failure).HasColumnName("failure");
        builder.Property(r => r.Report).HasColumnName("report");
    }

    public void Configure(EntityTypeBuilder<StagedRecord> builder)
    {
        builder.ToTable("staged_record");
        builder.HasKey(r => new { r.RunId, r.Position });
        builder.Property(r => r.RunId).HasColumnName("run_id");
        builder.Property(r => r.Position).HasColumnName("position").ValueGeneratedNever();
        builder.Property(r => r.Kind).HasColumnName("kind");
        builder.Property(r => r.EntityId).HasColumnName("entity_id");
        builder.Property(r => r.Record).HasColumnName("record");
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
