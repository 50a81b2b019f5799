using System.Text;
using ServiceTray.Import;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

public sealed class PtvFiles
{
    private static readonly string[] Services = [Told.AService().Line(), Told.AService("0a000000-0000-4000-8000-000000000002").Line()];

    [Fact]
    public async Task Lines_an_array_and_a_page_of_the_register_are_read_alike()
    {
        var states = new List<string>();
        foreach (var text in new[] { string.Join('\n', Services), $"[{string.Join(',', Services)}]", $$"""{ "pageNumber": 1, "itemList": [ {{string.Join(",\n", Services)}} ] }""" })
        {
            await using var folder = await ImportFolder.OpenAsync();
            var report = await ImportAsync(folder, text);
            Assert.Equal(2, report.Added);
            states.Add(await folder.StateAsync());
        }

        Assert.Single(states.Distinct());
    }

    [Fact]
    public async Task A_record_is_known_by_what_it_looks_like_whatever_its_file_is_called()
    {
        await using var folder = await ImportFolder.OpenAsync();

        var report = await ImportAsync(folder, string.Join('\n', [Told.ALocation().Line(), Told.AService().Line(), Told.AnOrganisation().Line()]), "everything.jsonl");

        Assert.Equal([("channels", 1), ("organisations", 1), ("services", 1)], report.Read.Select(kind => (kind.Key, kind.Value)));
        Assert.Equal(1, report.Added);
    }

    [Fact]
    public async Task A_broken_line_is_reported_and_the_rest_goes_on()
    {
        await using var folder = await ImportFolder.OpenAsync();

        var report = await ImportAsync(folder, string.Join('\n', [Services[0][..100], "{\"id\": oops}", "42", "{\"id\":\"x\"}", Services[0].Replace("[{", "{", StringComparison.Ordinal), Services[1]]), "data.ndjson");

        Assert.Equal(1, report.Added);
        Assert.Equal(
            [("data.ndjson:1", "not-json"), ("data.ndjson:2", "not-json"), ("data.ndjson:3", "not-a-record"), ("data.ndjson:4", "not-a-record"), ("data.ndjson:5", "not-json")],
            report.Problems.Where(problem => problem.Reason != "channel-missing").Select(problem => (problem.Path, problem.Reason)));
    }

    [Fact]
    public async Task A_field_of_another_shape_is_reported_with_its_path_and_id()
    {
        await using var folder = await ImportFolder.OpenAsync();

        var report = await ImportAsync(folder, Told.AService(change: service => service["serviceNames"]![1]!["value"] = 7).Line());

        var problem = Assert.Single(report.Problems);
        Assert.Equal(("services.ndjson:1 $.serviceNames[1].value", "unreadable", Told.Service), (problem.Path, problem.Reason, problem.Id));
    }

    [Fact]
    public async Task Half_a_character_is_reported()
    {
        await using var folder = await ImportFolder.OpenAsync();

        var report = await ImportAsync(folder, Services[0].Replace("Promenadgrupp", "\\ud83d", StringComparison.Ordinal) + '\n' + Services[1]);

        Assert.Equal(1, report.Added);
        Assert.Contains(report.Problems, problem => problem is { Reason: "unreadable", Id: Told.Service });
    }

    [Theory]
    [InlineData("lines")]
    [InlineData("array")]
    [InlineData("page")]
    public async Task Cut_anywhere_within_a_record_changes_nothing(string form)
    {
        var text = form switch
        {
            "lines" => string.Join('\n', Services),
            "array" => $"[{string.Join(',', Services)}]",
            _ => $$"""{ "itemList": [ {{string.Join(",\n", Services)}} ] }""",
        };
        var bytes = Encoding.UTF8.GetBytes(text);
        var random = new Random(5);
        await using var folder = await ImportFolder.OpenAsync();
        var file = Path.Combine(folder.Files, "services.json");
        var boundary = Encoding.UTF8.GetByteCount(Services[0]);
        foreach (var length in Enumerable.Range(0, 60).Select(_ => random.Next(bytes.Length)).Concat([0, 1, bytes.Length - 1]))
        {
            if (form == "lines" && (length == boundary || length == boundary + 1))
            {
                continue; // Between two lines a file cannot be told from a whole one.
            }

            await File.WriteAllBytesAsync(file, bytes[..length]);
            var exception = await Assert.ThrowsAsync<ImportException>(() => folder.ImportAsync());
            Assert.DoesNotContain('\n', exception.Message);
        }

        Assert.Equal("", await folder.StateAsync());
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Equal(2, (await folder.ImportAsync()).Added);
    }

    [Fact]
    public async Task No_file_at_all_cannot_be_imported()
    {
        await using var folder = await ImportFolder.OpenAsync();

        await Assert.ThrowsAsync<ImportException>(() => folder.ImportAsync());
        await Assert.ThrowsAsync<ImportException>(() => folder.ImportAsync(from: Path.Combine(folder.Files, "none.json")));
    }

    private static async Task<ImportReport> ImportAsync(ImportFolder folder, string text, string name = "services.ndjson")
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Files, name), text);
        return await folder.ImportAsync();
    }
}
