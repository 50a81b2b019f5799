using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Data;

public sealed class TrayContextTests : IAsyncLifetime
{
    private readonly TrayDatabase database = new(Directory.CreateTempSubdirectory("tray-context-").FullName);

    public Task InitializeAsync() => new SchemaUpgrade(database, NullLogger<SchemaUpgrade>.Instance).RunAsync(CancellationToken.None);

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(database.Folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Saving_adds_a_change_for_each_thing_that_residents_see()
    {
        var (organisation, place, offering) = await SaveThreeAsync();
        await using var context = Open();
        var changes = await context.Changes.OrderBy(change => change.Seq).ToListAsync();
        Assert.Equal([1, 2, 3], changes.Select(change => change.Seq));
        Assert.Equal(
            [(ChangeKind.Offering, offering), (ChangeKind.Organisation, organisation), (ChangeKind.Place, place)],
            changes.Select(change => (change.Kind, change.EntityId)).OrderBy(change => change.Kind.ToString(), StringComparer.Ordinal));
        Assert.All(changes, change => Assert.Equal(TrayApp.Now, change.At));
    }

    [Fact]
    public async Task An_edit_and_a_removal_are_changes_and_a_value_put_back_is_none()
    {
        var (_, _, id) = await SaveThreeAsync();
        await using (var context = Open())
        {
            var offering = await context.Offerings.SingleAsync();
            offering.Name = LocalizedText.Of("Kävely");
            offering.Modes = [AttendanceMode.InPerson];
            await context.SaveChangesAsync();
            Assert.Equal(3, await context.Changes.MaxAsync(change => change.Seq));

            offering.Name = LocalizedText.Of("Pitkä kävely");
            await context.SaveChangesAsync();
            Assert.Equal(4, await context.Changes.MaxAsync(change => change.Seq));

            context.Offerings.Remove(offering);
            await context.SaveChangesAsync();
        }

        await using var after = Open();
        var last = await after.Changes.OrderByDescending(change => change.Seq).FirstAsync();
        Assert.Equal((5, ChangeKind.Offering, id), (last.Seq, last.Kind, last.EntityId));
        Assert.Empty(await after.Offerings.ToListAsync());
    }

    [Fact]
    public async Task What_is_saved_is_read_the_same()
    {
        var (_, placeId, _) = await SaveThreeAsync();
        await using var context = Open();
        var offering = Assert.IsType<Activity>(await context.Offerings.SingleAsync());
        Assert.Equal(LocalizedText.Of("Kävely"), offering.Name);
        Assert.Equal([ThemeCode.Movement, ThemeCode.NutritionAndSleep], offering.Themes);
        Assert.Equal(new AgeSpan(60, null), offering.Ages);
        Assert.Equal([placeId], offering.PlaceIds);
        Assert.Equal(new TimeOnly(9, 30), Assert.Single(offering.OpeningHours).Opens);
        Assert.Equal(5.5m, offering.Price.Amount);
        Assert.Null(offering.Capacity);
        Assert.Equal(new DateOnly(2026, 12, 31), offering.GuidancePoint!.AgreementTo);
        Assert.Equal(new Coordinates(62.9, 27.7), (await context.Places.SingleAsync()).Coordinates);
        Assert.Equal(TrayApp.Now, offering.Source.FetchedAt);
    }

    [Fact]
    public async Task An_organisation_that_offers_something_cannot_be_taken_away()
    {
        await SaveThreeAsync();
        await using var context = Open();
        var refused = await Assert.ThrowsAsync<SqliteException>(() => context.Organisations.ExecuteDeleteAsync());
        Assert.Contains("FOREIGN KEY", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_commits_while_somebody_reads_and_the_reader_sees_what_was()
    {
        await SaveThreeAsync();
        await using var reading = new SqliteConnection(database.ConnectionString);
        await reading.OpenAsync();
        await using var transaction = reading.BeginTransaction(deferred: true);
        Assert.Equal(3L, await CountAsync());
        await using var writing = Open();
        (await writing.Organisations.SingleAsync()).Name = LocalizedText.Of("Vaeltajat");
        await writing.SaveChangesAsync();
        Assert.Equal(3L, await CountAsync());
        await transaction.RollbackAsync();
        Assert.Equal(4L, await CountAsync());

        async Task<object?> CountAsync()
        {
            await using var command = reading.CreateCommand();
            command.CommandText = "SELECT count(*) FROM change";
            return await command.ExecuteScalarAsync();
        }
    }

    [Fact]
    public async Task Saving_never_blocks_a_thread()
    {
        await using var context = Open();
        Assert.Throws<NotSupportedException>(() => context.SaveChanges());
    }

    private TrayContext Open() =>
        new(new DbContextOptionsBuilder<TrayContext>().UseSqlite(database.ConnectionString).Options, new FixedClock(TrayApp.Now));

    private async Task<(Guid Organisation, Guid Place, Guid Offering)> SaveThreeAsync()
    {
        await using var context = Open();
        var organisation = new Organisation { Id = Guid.CreateVersion7(), Name = LocalizedText.Of("Kulkijat"), Kind = OrganisationKind.Association, Source = new Source("test", "o") };
        var place = new Place { Id = Guid.CreateVersion7(), Coordinates = new Coordinates(62.9, 27.7) };
        var offering = new Activity
        {
            Id = Guid.CreateVersion7(),
            Name = LocalizedText.Of("Kävely"),
            Themes = [ThemeCode.Movement, ThemeCode.NutritionAndSleep],
            OrganisationId = organisation.Id,
            PlaceIds = [place.Id],
            Modes = [AttendanceMode.InPerson],
            Ages = new AgeSpan(60, null),
            Price = new Price(false, 5.5m, LocalizedText.Empty),
            OpeningHours = [new OpeningHours([DayOfWeek.Friday], new TimeOnly(9, 30), new TimeOnly(11, 0), null, null, false, LocalizedText.Empty)],
            GuidancePoint = new GuidancePoint("PS", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), ["fi"]),
            Source = new Source("test", "a", FetchedAt: TrayApp.Now),
        };
        context.AddRange(organisation, place, offering);
        await context.SaveChangesAsync();
        return (organisation.Id, place.Id, offering.Id);
    }
}
