using System.Text.Json.Nodes;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Referrals;

public sealed class ProgrammeDefinitions
{
    private static readonly string Folder = Path.Combine(Repository.Root, "seed-data", "programmes");

    [Fact]
    public void That_ship_are_four_and_those_of_care_are_off_with_a_warning()
    {
        var shelf = ProgrammeFolder.Read(Folder, isForClientData: false);
        Assert.Equal(4, shelf.All.Count);
        Assert.All(shelf.All, programme => Assert.Equal(programme.Class == ProgrammeClass.OpenWellbeing, programme.IsOn));
        Assert.All(shelf.All.Where(programme => programme.Class == ProgrammeClass.Care), programme => Assert.False(programme.Warning.IsEmpty));
        Assert.All(shelf.All, programme => Assert.Equal(3, programme.Name.Count));
    }

    [Fact]
    public void Of_work_coaching_has_its_five_phases_and_phases_are_told_apart()
    {
        var coaching = ProgrammeFolder.Read(Folder, isForClientData: false).Find("tyohonvalmennus-ips")!;
        Assert.Equal([1, 1, 1, 1, 6], coaching.Phases.Select(phase => phase.FollowUpMonths));
        Assert.Equal([false, true, true, true, true], coaching.Phases.Select(phase => phase.BesideOthers));
        Assert.All(coaching.Phases, phase => Assert.Equal(3, phase.Name.Count));
        JsonObject Phase(int months) => new() { ["key"] = "sama", ["name"] = new JsonObject { ["fi"] = "Vaihe", ["sv"] = "Fas", ["en"] = "Phase" }, ["followUpMonths"] = months };
        Assert.Equal(["phases"], Problems(programme => programme["phases"] = new JsonArray(Phase(1), Phase(1))));
        Assert.Equal(["phases"], Problems(programme => programme["phases"] = new JsonArray(Phase(0))));
    }

    [Theory]
    [InlineData("controllers")]
    [InlineData("processor")]
    [InlineData("contact")]
    [InlineData("notice")]
    [InlineData("bases")]
    public void Cannot_be_switched_on_without(string part) =>
        Assert.Equal([$"law.{part}"], Problems(programme => programme["law"]!.AsObject().Remove(part)));

    [Fact]
    public void For_those_under_18_say_who_agrees_and_who_may_see()
    {
        Assert.Equal(["minors"], Problems(programme => programme["minimumAge"] = 15));
        Assert.Empty(Problems(programme => (programme["minimumAge"], programme["minors"]) = (15, new JsonObject { ["fi"] = "Nuori itse.", ["sv"] = "Den unga.", ["en"] = "The young person." })));
    }

    [Fact]
    public void Without_a_client_take_no_survey_along_and_choices_are_told_apart()
    {
        Assert.Equal(["withoutClient"], Problems(programme => programme["withoutClient"] = true));
        Assert.Equal(["outcomes"], Problems(programme => programme["outcomes"]![1]!["key"] = programme["outcomes"]![0]!["key"]!.GetValue<string>()));
    }

    [Fact]
    public void Of_care_run_only_where_that_is_declared_and_never_go_to_an_association()
    {
        Assert.Equal(["on", "warning", "recipients"], Problems(programme => programme["class"] = "CARE"));
    }

    [Fact]
    public void Tell_all_their_problems_at_once() => Assert.Equal(
        ["class", "reasons", "recipients[0].kind", "law.processor", "colour", "deadlines"],
        Problems(programme =>
        {
            programme["class"] = "OTHER";
            programme["colour"] = "red";
            programme["reasons"]!.AsArray().Add("BECAUSE");
            programme["recipients"]![0]!["kind"] = "CLUB";
            programme["law"]!.AsObject().Remove("processor");
            programme["deadlines"] = new JsonObject { ["acknowledge"] = 0 };
        }).OrderBy(path => Array.IndexOf(["class", "reasons", "recipients[0].kind", "law.processor", "colour", "deadlines"], path)));

    private static List<string> Problems(Action<JsonNode> change)
    {
        var definition = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "wellbeing-referral.json")))!;
        change(definition);
        var (programme, problems) = ProgrammeReader.Read(System.Text.Encoding.UTF8.GetBytes(definition.ToJsonString()), new RefusedWords([]), isForClientData: false);
        Assert.Equal(problems.Count > 0, programme is null);
        return [.. problems.Select(problem => problem.Path)];
    }
}
