using System.Text.Json.Nodes;
using ServiceTray.Import;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

/// <summary>Whatever is missing in a record, the run goes on; whatever its order, it ends alike.</summary>
public sealed class PtvDamage
{
    [Fact]
    public async Task Any_field_may_be_null()
    {
        await using var folder = await ImportFolder.OpenAsync();
        foreach (var make in new Func<JsonObject>[] { () => Told.AService(), () => Told.ALocation(), () => Told.APhone(), () => Told.AWebForm(), () => Told.AnOrganisation() })
        {
            for (var i = 0; i < Spots(make()).Count; i++)
            {
                var record = make();
                Spots(record)[i]();
                JsonObject[] whole = [Told.AService("0a000000-0000-4000-8000-000000000009"), Told.ALocation(), Told.APhone(), Told.AWebForm(), Told.AnOrganisation()];
                var others = whole.Where(other => $"{other["id"]}" != $"{record["id"]}");
                await File.WriteAllLinesAsync(Path.Combine(folder.Files, "all.ndjson"), [.. others.Select(other => other.Line()), record.Line()]);

                var incoming = await folder.ReadAsync();

                Assert.True(incoming.OfType<IncomingOffering>().Any(offering => offering.Offering.Themes.Count > 0), $"The whole record is still taken when {record} is told.");
            }
        }
    }

    [Fact]
    public async Task Order_of_files_and_records_does_not_matter()
    {
        var services = Enumerable.Range(0, 12).Select(i => Told.AService($"s{i}", service => service["serviceNames"]![1]!["value"] = $"Ryhmä {i}").Line()).ToArray();
        string[] channels = [Told.ALocation().Line(), Told.APhone().Line(), Told.AWebForm().Line(), Told.ALocation("l2").Line()];
        string[] twice = [.. services, Told.AService("s3", service => service["serviceNames"]![1]!["value"] = "Toinen kolmas").Line()];
        var random = new Random(7);
        string? first = null;
        for (var round = 0; round < 4; round++)
        {
            await using var folder = await ImportFolder.OpenAsync();
            random.Shuffle(twice);
            random.Shuffle(channels);
            await folder.ImportAsync(twice, channels, [Told.AnOrganisation().Line()]);
            var state = await folder.StateAsync();
            first ??= state;
            Assert.Equal(first, state);
        }
    }

    /// <summary>For each member and element of a record, however deep, a way to make it null.</summary>
    private static List<Action> Spots(JsonNode node) => node switch
    {
        JsonObject members => [.. members.ToList().SelectMany(member => Below(() => members[member.Key] = null, member.Value))],
        JsonArray elements => [.. elements.ToList().SelectMany((element, i) => Below(() => elements[i] = null, element))],
        _ => [],
    };

    private static IEnumerable<Action> Below(Action clear, JsonNode? node) => node is null ? [] : [clear, .. Spots(node)];
}
