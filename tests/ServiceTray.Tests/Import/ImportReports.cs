using ServiceTray.Import;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Import;

public sealed class ImportReports
{
    [Fact]
    public void Fit_a_hundred_columns_and_name_what_each_rule_takes()
    {
        var report = new ImportReport { Rules = 3 };
        for (var i = 0; i < 40; i++)
        {
            report.Took(new IncomingOffering(AnActivity($"Varsin pitkä nimi toiminnalle numero {i:00}\nrivillä"), ["MOVEMENT <- P27.1"]));
            report.Add(new ImportProblem($"services.ndjson:{i} {new string('x', 80)}", null, "unreadable", new string('y', 120)));
        }

        var lines = ImportReportText.Lines(report, dryRun: true).ToList();

        Assert.All(lines, line => Assert.True(line.Length <= 100 && !line.Contains('\n', StringComparison.Ordinal), line));
        Assert.Equal("Dry run: no record is changed.", lines[0]);
        Assert.Contains("Taken by the theme rules, version 3:", lines);
        Assert.Contains("    40  MOVEMENT <- P27.1", lines);
        Assert.Equal(12, lines.Sum(line => line.Split("numero").Length - 1));
        Assert.Contains(lines, line => line.EndsWith("and 28 more", StringComparison.Ordinal));
        Assert.Contains("        and 35 more", lines);
    }

    private static Activity AnActivity(string name) => new()
    {
        Id = Source.IdOf("test", name),
        Name = LocalizedText.Of(name),
        Themes = [ThemeCode.Movement],
        OrganisationId = Guid.Empty,
        Source = new Source("test", name),
    };
}
