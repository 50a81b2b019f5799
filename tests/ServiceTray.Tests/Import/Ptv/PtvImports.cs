using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Import;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

public sealed class PtvImports
{
    private const string Other = "0a000000-0000-4000-8000-000000000002";

    private static readonly string[] Channels = [Told.ALocation().Line(), Told.APhone().Line()];
    private static readonly string[] Organisations = [Told.AnOrganisation().Line()];

    [Fact]
    public async Task The_same_input_twice_changes_nothing()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var first = await folder.ImportAsync([Told.AService().Line()], Channels, Organisations);
        var state = await folder.StateAsync();

        var second = await folder.ImportAsync();

        Assert.Equal((1, 0), (first.Added, first.Unchanged));
        Assert.Equal((0, 0, 1), (second.Added, second.Changed, second.Unchanged));
        Assert.Equal(state, await folder.StateAsync());
    }

    [Fact]
    public async Task What_differs_is_changed_and_nothing_else()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.ImportAsync([Told.AService().Line(), Told.AService(Other).Line()], Channels, Organisations);

        var report = await folder.ImportAsync(
            [Told.AService().Line(), Told.AService(Other, service => service["serviceNames"]![1]!["value"] = "Uusi nimi").Line()], Channels, Organisations);

        await using var context = await folder.ContextAsync();
        Assert.Equal((1, 1), (report.Changed, report.Unchanged));
        Assert.Equal("Uusi nimi", (await context.Offerings.SingleAsync(offering => offering.Id == Source.IdOf("ptv", Other))).Name.Pick(Language.Fi).Value);
        Assert.Equal(5, await context.Changes.CountAsync());
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_writes_nothing()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.ImportAsync([Told.AService().Line()], Channels, Organisations);
        var state = await folder.StateAsync();
        await File.WriteAllLinesAsync(Path.Combine(folder.Files, "services.ndjson"),
            [Told.AService(change: service => service["publishingStatus"] = "Deleted").Line(), Told.AService(Other, service => service["serviceNames"] = null).Line(), Told.AService(Other + "x").Line()]);

        var dry = await folder.ImportAsync(dryRun: true);

        Assert.Equal(state, await folder.StateAsync());
        var wet = await folder.ImportAsync();
        Assert.Equal(ImportReportText.Lines(wet, dryRun: false), ImportReportText.Lines(dry, dryRun: false));
        Assert.Equal((1, 1, "no-name"), (wet.Added, wet.Removed, Assert.Single(wet.Problems).Reason));
    }

    [Theory]
    [InlineData("Deleted", 1, "gone")]
    [InlineData("Archived", 1, "gone")]
    [InlineData("Draft", 0, "not-published")]
    [InlineData("Modified", 0, "not-published")]
    public async Task What_is_taken_back_goes_and_a_draft_does_not_come(string status, int removed, string reason)
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.ImportAsync([Told.AService().Line()], Channels, Organisations);

        var report = await folder.ImportAsync(
            [Told.AService(change: service => service["publishingStatus"] = status).Line(), Told.AService(Other, service => service["publishingStatus"] = status).Line()], Channels);

        await using var context = await folder.ContextAsync();
        Assert.Equal((removed, 2), (report.Removed, report.Left[reason]));
        Assert.Equal(1 - removed, await context.Offerings.CountAsync());
    }

    [Fact]
    public async Task A_service_in_no_theme_is_counted_and_not_shown()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.ImportAsync([Told.AService().Line()], Channels, Organisations);

        var report = await folder.ImportAsync([Told.AService(change: service => service["serviceClasses"]![0]!["uri"] = Told.NewClasses + "P2.1").Line()], Channels);

        Assert.Equal((1, 0, 1, 1), (report.Taken, report.Themed, report.Unthemed, report.Removed));
    }

    [Fact]
    public async Task An_organisation_only_named_leaves_a_known_one_as_it_is()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.ImportAsync([Told.AService().Line()], Channels);
        await AssertNameAsync(folder, "Mallikunta", OrganisationKind.Other);
        await folder.ImportAsync([Told.AService().Line()], Channels, Organisations);
        await AssertNameAsync(folder, "Mallikunnan kaupunki", OrganisationKind.Municipality);

        File.Delete(Path.Combine(folder.Files, "organizations.ndjson"));
        await folder.ImportAsync();

        await AssertNameAsync(folder, "Mallikunnan kaupunki", OrganisationKind.Municipality);
    }

    [Fact]
    public async Task Of_a_record_told_twice_the_later_holds()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var old = Told.AService(change: service =>
        {
            service["modified"] = "2020-01-01T00:00:00";
            service["serviceNames"]![1]!["value"] = "Vanha nimi";
        }).Line();

        var report = await folder.ImportAsync([Told.AService().Line(), old], Channels);

        await using var context = await folder.ContextAsync();
        Assert.Equal("Kävelyryhmä", (await context.Offerings.SingleAsync()).Name.Pick(Language.Fi).Value);
        Assert.Equal(1, report.Left["told-twice"]);
    }

    [Fact]
    public async Task More_than_one_transaction_holds_is_imported_whole()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var many = Enumerable.Range(0, 620).Select(i => Told.AService($"s{i}", service => service["serviceChannels"] = new JsonArray()).Line());

        var report = await folder.ImportAsync(many, organisations: Organisations);

        Assert.Equal(620, report.Added);
        Assert.Equal(620, (await folder.ImportAsync()).Unchanged);
    }

    private static async Task AssertNameAsync(ImportFolder folder, string name, OrganisationKind kind)
    {
        await using var context = await folder.ContextAsync();
        var organisation = await context.Organisations.SingleAsync();
        Assert.Equal((name, kind), (organisation.Name.Pick(Language.Fi).Value, organisation.Kind));
    }
}
