using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Data;

public sealed class RowShelves(SmallTray small) : IClassFixture<SmallTray>
{
    [Fact]
    public async Task Keep_what_was_read_until_it_is_dropped()
    {
        var shelf = new RowShelf<Organisation>(small.App.Services.GetRequiredService<IDbContextFactory<TrayContext>>());
        var id = Source.IdOf("seed", "organisation:kaupunki");
        var first = await NameAsync(shelf, id);
        await RenameAsync(id, "Uusi");
        Assert.Equal(first, await NameAsync(shelf, id));
        shelf.Drop([id]);
        Assert.Equal("Uusi", await NameAsync(shelf, id));
        await RenameAsync(id, "Uudempi");
        shelf.Clear();
        Assert.Equal("Uudempi", await NameAsync(shelf, id));
    }

    [Fact]
    public async Task Give_only_the_rows_there_are()
    {
        var shelf = new RowShelf<Organisation>(small.App.Services.GetRequiredService<IDbContextFactory<TrayContext>>());
        var id = Source.IdOf("seed", "organisation:kaupunki");
        Assert.Equal([id], (await shelf.ReadAsync([id, id, Source.IdOf("seed", "none")], CancellationToken.None)).Keys);
    }

    [Fact]
    public async Task Read_more_rows_than_a_statement_takes_values()
    {
        var shelf = new RowShelf<Organisation>(small.App.Services.GetRequiredService<IDbContextFactory<TrayContext>>());
        var id = Source.IdOf("seed", "organisation:kaupunki");
        Assert.Equal([id], (await shelf.ReadAsync([.. Enumerable.Range(0, 40_000).Select(number => Source.IdOf("none", $"{number}")), id], CancellationToken.None)).Keys);
    }

    private static async Task<string> NameAsync(RowShelf<Organisation> shelf, Guid id) =>
        (await shelf.ReadAsync([id], CancellationToken.None))[id].Name.Pick(Language.Fi).Value;

    private async Task RenameAsync(Guid id, string name)
    {
        await using var context = await small.App.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        (await context.Organisations.SingleAsync(organisation => organisation.Id == id)).Name = LocalizedText.Of(name);
        await context.SaveChangesAsync();
    }
}
