using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Import;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Import;

/// <summary>Sources forget events that are over; the tray keeps them to be read by their links.</summary>
public sealed class PastEvents
{
    // Event n is on the n-th day from today: 0 to 9 were, 10 to 19 are to come.
    private const int Today = 10;

    [Fact]
    public async Task Stay_when_their_source_no_longer_tells_them_and_do_not_count_as_dropped()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.RunAsync(new Dated(Enumerable.Range(0, 20)));

        // Nine of what was and one of what is to come are told no more: of eleven that count one goes.
        var report = await folder.RunAsync(new Dated([9, .. Enumerable.Range(Today, 9)]));

        Assert.Null(report.Asks);
        Assert.Equal(1, report.Removed);
        Assert.Equal([19], (await folder.StonesAsync()).Select(stone => int.Parse(stone.SourceId)));
        await using var context = await folder.ContextAsync();
        Assert.Equal(19, await context.Offerings.CountAsync());

        // Of the ten to come and the one that is still told five are too much, however many are over.
        Assert.Equal(new RemovalShare(10, 5), (await folder.RunAsync(new Dated([9, .. Enumerable.Range(Today, 4)]))).Asks);
    }

    [Fact]
    public async Task Go_when_their_source_says_so_or_when_all_of_it_is_to_go()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.RunAsync(new Dated([0, 1, 2, 15]));

        var report = await folder.RunAsync(new Dated([15], gone: 1));
        Assert.Equal(["1"], (await folder.StonesAsync()).Select(stone => stone.SourceId));
        Assert.Equal(1, report.Removed);

        var all = await folder.Importer.RunAsync(new Dated([]), new ImportChoices(MayRemove: true, PastToo: true), null, default);
        Assert.Equal(3, all.Removed);
    }

    private sealed class Dated(IEnumerable<int> numbers, int? gone = null) : ISource
    {
        private static readonly Guid Body = Source.IdOf("dated", "body");

        public string Name => "dated";

        public string Origin => "a list";

        public bool IsWhole => true;

        public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new IncomingOrganisation(new Organisation { Id = Body, Name = LocalizedText.Of("Seura"), Kind = OrganisationKind.Association, Source = new Source("dated", "body") });
            foreach (var number in numbers)
            {
                var start = TrayApp.Now.AddDays(number - Today).AddHours(1);
                yield return new IncomingOffering(
                    new Event { Id = Source.IdOf("dated", $"{number}"), Name = LocalizedText.Of($"Tanssit {number}"), Themes = [ThemeCode.Movement], OrganisationId = Body, Source = new Source("dated", $"{number}"), Occurrences = [new Occurrence(start, start.AddHours(2))] },
                    []);
            }

            if (gone is { } away)
            {
                yield return new IncomingRemoval(Source.IdOf("dated", $"{away}"));
            }

            await Task.Yield();
        }
    }
}
