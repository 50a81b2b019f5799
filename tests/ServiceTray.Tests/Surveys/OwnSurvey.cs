using ServiceTray.Guidance;
using ServiceTray.Surveys;
using ServiceTray.Tests.Places;
using ServiceTray.Tests.Support;

namespace ServiceTray.Tests.Surveys;

/// <summary>The tray's own survey and its safety rules, as they ship.</summary>
internal static class OwnSurvey
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "seed-data", "surveys");

    public static SurveyShelf Shelf { get; } = SurveyFolder.Read(Folder);

    public static Survey Survey { get; } = Shelf.Own;

    public static SafetyPhrases Phrases { get; } = SafetyPhrases.Read(Path.Combine(Folder, SurveyFolder.PhraseFile));

    public static HelpRows Help { get; } = HelpRows.Read(Path.Combine(Repository.Root, "seed-data", "help", "help.json"), KnownPlaces.Regions);

    public static Safety Safety { get; } = new(Phrases, Help, new HelpAreas(KnownPlaces.Gazetteer, KnownPlaces.Regions), new FixedClock(TrayApp.Now));

    public static AnswerInput Number(string question, double number) => new(question, new AnswerValueInput(Number: number));

    public static AnswerInput Chosen(string question, params string[] choices) => new(question, new AnswerValueInput(Choices: choices));

    public static AnswerInput Said(string text) => new("words", new AnswerValueInput(Text: text));

    public static FilledSurvey Filled(params AnswerInput[] answers) => AnswerCheck.Check(Survey, answers).Filled;
}
