using System.Runtime.CompilerServices;
using ServiceTray.Import;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Themes;

namespace ServiceTray.Tests.Import;

/// <summary>A source of numbered activities of one organisation, which may break off.</summary>
internal sealed class ListedSource(IEnumerable<int> numbers, bool isWhole = true, bool breaksOff = false, string name = "listed", string title = "Toiminta") : ISource
{
    private static readonly Guid Body = Source.IdOf("listed", "body");

    public string Name => name;

    public string Origin => "a list";

    public bool IsWhole => isWhole;

    public static Guid IdOf(int number) => Source.IdOf("listed", $"{number}");

    public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new IncomingOrganisation(new Organisation { Id = Body, Name = LocalizedText.Of("Yhdistys"), Kind = OrganisationKind.Association, Source = new Source("listed", "body") });
        foreach (var number in numbers)
        {
            report.Saw("activities");
            yield return new IncomingOffering(
                new Activity { Id = IdOf(number), Name = LocalizedText.Of($"{title} {number}"), Themes = [ThemeCode.Movement], OrganisationId = Body, Source = new Source("listed", $"{number}", "CC0") },
                []);
        }

        await Task.Yield();
        if (breaksOff)
        {
            throw new ImportException(ImportFailure.CutShort, "The source ends in the middle.");
        }
    }
}
