using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceTray.Import;
using ServiceTray.Import.Ptv;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

public sealed class PtvThemes
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData(Told.NewClasses + "P27.1", "", "Movement")]
    [InlineData(Told.OldClasses + "v1211", "", "Movement")]
    [InlineData(Told.OldClasses + "v1045", "", "Mind")]
    [InlineData(Told.NewClasses + "P28.5", "", "Guidance Community")]
    [InlineData(Told.NewClasses + "P5.13", "", "")]
    [InlineData(Told.NewClasses + "P5.13", "vesijumppa", "Movement")]
    [InlineData(Told.NewClasses + "P4.13", "Päihteet", "Mind Guidance")]
    [InlineData(Told.NewClasses + "P4.13", "universaali", "Guidance")]
    [InlineData(Told.NewClasses + "P4.13", "hyvä uni", "NutritionAndSleep Guidance")]
    [InlineData(Told.NewClasses + "P2.1", "uni", "")]
    public void Come_from_the_class_and_sometimes_a_word(string uri, string keyword, string themes)
    {
        var service = JsonSerializer.Deserialize<PtvService>(Told.AService(change: record =>
        {
            record["serviceClasses"]![0]!["uri"] = uri;
            record["keywords"]![0]!["value"] = keyword;
        }), Web)!;

        Assert.Equal(themes, string.Join(' ', ImportFolder.Rules.Taking(service).Select(rule => rule.Theme).Distinct()));
    }

    [Fact]
    public void Every_theme_has_a_rule() =>
        Assert.Equal(Enum.GetValues<ThemeCode>(), ImportFolder.Rules.Rules.Select(rule => rule.Theme).Distinct().Order());

    [SkippableFact]
    public void Classes_of_the_rules_are_those_of_the_code_list()
    {
        var list = Path.Combine(Repository.Shared, "data", "codes", "ServiceClasses.json");
        Skip.IfNot(File.Exists(list), $"{list} is not here.");
        var known = JsonNode.Parse(File.ReadAllText(list))!.AsArray()
            .Where(entry => entry!["Id"] is not null)
            .Select(entry => (Code: $"{entry!["Id"]}".Split('/')[^1], Name: $"{entry["Label"]!["Fi"]}", Uris: new[] { $"{entry["Id"]}", $"{entry["OldUri"]}" }.Where(uri => uri.Length > 0)))
            .Select(entry => $"{entry.Code} {entry.Name} {string.Join(' ', entry.Uris)}")
            .ToHashSet();
        var rules = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seed-data", "themes", "ptv-rules.json")))!["rules"]!.AsArray();

        Assert.All(
            rules.SelectMany(rule => rule!["classes"]!.AsArray()),
            named => Assert.Contains($"{named!["code"]} {named["name"]} {string.Join(' ', named["uris"]!.AsArray())}", known));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"version\": 1, \"changed\": \"\", \"about\": \"\", \"rules\": [{ \"theme\": \"NO_THEME\", \"classes\": [{ \"code\": \"P1\", \"name\": \"x\", \"uris\": [\"http://x.fi/1\"] }] }] }")]
    [InlineData("{ \"version\": 1, \"changed\": \"\", \"about\": \"\", \"rules\": [{ \"theme\": \"MIND\", \"classes\": [] }] }")]
    [InlineData("{ \"version\": 1, \"changed\": \"\", \"about\": \"\", \"rules\": [{ \"theme\": \"MIND\", \"classes\": [{ \"code\": \"P1\", \"name\": \"x\", \"uris\": [\"http://x.fi/1\"] }], \"words\": [\"*\"] }] }")]
    [InlineData("{ \"version\": 1, \"chnged\": \"\" }")]
    public void Rules_that_cannot_hold_are_refused(string json)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, json);

        Assert.Throws<ImportException>(() => PtvThemeRules.Read(file));

        File.Delete(file);
    }
}
