using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ServiceTray.Import;
using ServiceTray.Import.Seed;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Persons;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Data;

/// <summary>The database of the tray; saving adds a change row for whatever residents can see.</summary>
internal sealed class TrayContext(DbContextOptions<TrayContext> options, TimeProvider clock) : DbContext(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<Offering> Offerings => Set<Offering>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<SeedFile> SeedFiles => Set<SeedFile>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving waits for a disk: use SaveChangesAsync.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Changes.AddRange(VisibleChanges());
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrayContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        UnusedConventions.RemoveFrom(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new ColumnNames());
        configurationBuilder.Properties<Guid>().HaveConversion<GuidToStringConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private List<Change> VisibleChanges()
    {
        var at = clock.GetUtcNow();
        return
        [
            .. from entry in ChangeTracker.Entries()
               where entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
               let seen = entry.Entity switch
               {
                   Organisation organisation => (ChangeKind.Organisation, organisation.Id),
                   Place place => (ChangeKind.Place, place.Id),
                   Offering offering => (ChangeKind.Offering, offering.Id),
                   PersonContact person when entry.State == EntityState.Deleted => (ChangeKind.PersonContact, person.Id),
                   _ => ((ChangeKind Kind, Guid Id)?)null,
               }
               where seen is not null
               select new Change { Kind = seen.Value.Kind, EntityId = seen.Value.Id, At = at },
        ];
    }
}
