using System.Text;
using ServiceTray.Organisations;
using ServiceTray.Surveys;
using Xunit;

namespace ServiceTray.Tests.Surveys;

public sealed class Definitions
{
    [Fact]
    public void Every_one_that_ships_is_whole()
    {
        foreach (var file in Directory.GetFiles(OwnSurvey.Folder, "*.json").Where(file => Path.GetFileName(file) is not (SurveyFolder.PhraseFile or SurveyFolder.SchemaFile)))
        {
            var (survey, problems) = DefinitionReader.Read(File.ReadAllBytes(file));
            Assert.Empty(problems);
            Assert.Equal(["fi", "sv", "en"], survey!.Languages);
            Assert.Equal(Source.IdOf("seed", survey.Key), survey.Id);
            Assert.Equal($"{survey.Key}-{survey.Version}.json", Path.GetFileName(file));
        }
    }

    [Fact]
    public void The_own_one_asks_of_each_theme_once_on_0_to_10_and_forces_nothing()
    {
        var scales = OwnSurvey.Survey.Questions.Where(question => question.Kind == QuestionKind.Scale).ToList();
        Assert.Equal(Enum.GetValues<Themes.ThemeCode>(), scales.Select(question => question.Theme!.Value));
        Assert.All(scales, question => Assert.Equal((0, 10), (question.Scale!.Min, question.Scale.Max)));
        Assert.All(OwnSurvey.Survey.Questions, question => Assert.False(question.Required));
        Assert.Equal(Enum.GetValues<Themes.ThemeCode>(), OwnSurvey.Survey.QuestionOrNull("important")!.Choices.Select(choice => choice.Theme!.Value));
    }

    [Fact]
    public void All_problems_are_told_at_once_with_their_paths()
    {
        const string Broken = """
            {
              "key": "Big Key", "version": "1", "languages": ["fi", "sv"], "title": { "fi": "Nimi" }, "licence": 5, "use": "EVERYBODY", "colour": "blue",
              "questions": [
                { "id": "a", "kind": "SCALE", "text": { "fi": "A?", "sv": "A?" }, "why": { "fi": "x", "sv": "x" } },
                { "id": "a", "kind": "CHOICE", "text": { "fi": "B?", "sv": "B?" }, "why": { "fi": "x", "sv": "x" }, "choices": [{ "id": "one", "text": { "fi": "1", "sv": "1" }, "theme": "SLEEP" }] },
                { "id": "c", "kind": "TEXT", "text": { "fi": "C?", "sv": "C?" }, "why": { "fi": "x", "sv": "x" }, "scale": { "min": 5, "max": 1 }, "shownWhen": { "question": "later", "anyOf": ["x"] } }
              ],
              "scores": [{ "id": "s", "name": { "fi": "S", "sv": "S" }, "rule": "VALUE", "items": [{ "question": "c" }, { "question": "nothing" }], "fewest": 9 }]
            }
            """;

        var (survey, problems) = DefinitionReader.Read(Encoding.UTF8.GetBytes(Broken));

        Assert.Null(survey);
        string[] paths =
        [
            "key", "version", "title.sv", "licence", "use", "purpose", "owner", "colour", "questions", "questions[0].scale", "questions[1].choices", "questions[1].choices[0].theme",
            "questions[2].scale", "questions[2].shownWhen.question", "scores[0].items", "scores[0].items[0].question", "scores[0].items[1].question", "scores[0].fewest",
        ];
        Assert.Equal(paths.Order(StringComparer.Ordinal), problems.Select(problem => problem.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1, 2]")]
    [InlineData("{ \"key\": ")]
    public void What_is_no_object_is_told_and_nothing_is_thrown(string json)
    {
        var (survey, problems) = DefinitionReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(survey);
        Assert.Single(problems);
    }

    [Fact]
    public void Versions_stand_side_by_side_and_the_newest_is_the_default()
    {
        var old = OwnSurvey.Survey with { Version = new SurveyVersion(1, 9) };
        var young = OwnSurvey.Survey with { Version = new SurveyVersion(1, 10) };
        var shelf = new SurveyShelf([old, young]);
        Assert.Same(young, shelf.Find($"{old.Id}"));
        Assert.Same(old, shelf.Find($"{old.Id}", "1.9"));
        Assert.Null(shelf.Find($"{old.Id}", "1.8"));
        Assert.Same(young, Assert.Single(shelf.Newest));
    }
}
