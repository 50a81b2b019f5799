using System.Text.Json;
using ServiceTray.Guidance;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Surveys;
using Xunit;

namespace ServiceTray.Tests.Surveys;

public sealed class SafetyRules
{
    [Theory]
    [InlineData("En jaksa enää elää.")]
    [InlineData("haluan vain kuolla")]
    [InlineData("Mä HALUUN KUOLLA")]
    [InlineData("olen ajatellut itsemurhaa")]
    [InlineData("meinasin tappaa itseni")]
    [InlineData("en jaksa enaa")]
    [InlineData("haluan\uFFFE vain kuol\uFFFEla")]
    [InlineData("Kaikilla olisi parempi olla ilman minua")]
    [InlineData("viiltelen ranteitani")]
    [InlineData("Elämällä ei ole väliä, ei ole mitään toivoa")]
    [InlineData("Mies lyö minua")]
    [InlineData("minua on hakattu, mieheni on väkivaltainen")]
    [InlineData("pelkään puolisoani")]
    [InlineData("en uskalla mennä kotiin")]
    [InlineData("Isä uhkaa tappaa äidin")]
    [InlineData("minut on raiskattu")]
    [InlineData("Jag orkar inte längre")]
    [InlineData("jag vill dö")]
    [InlineData("har självmordstankar")]
    [InlineData("det vore bättre utan mig")]
    [InlineData("Min man slår mig")]
    [InlineData("jag är rädd för min man")]
    [InlineData("han hotar mig")]
    [InlineData("blir misshandlad hemma")]
    [InlineData("I want to die")]
    [InlineData("I don’t want to live any more")]
    [InlineData("I don't want to be here")]
    [InlineData("thinking of suicide")]
    [InlineData("i cant go on")]
    [InlineData("My husband hits me")]
    [InlineData("I am afraid to go home")]
    [InlineData("he is violent")]
    [InlineData("I might hurt someone")]
    public void Put_help_first_at_words_of_despair_or_violence(string text) => Assert.NotEmpty(Help(OwnSurvey.Said(text)));

    [Theory]
    [InlineData("En halua kuolla")]
    [InlineData("en ole ajatellut itsemurhaa")]
    [InlineData("Mies ei enää lyö minua")]
    [InlineData("jag vill inte dö")]
    [InlineData("ingen slår mig")]
    [InlineData("I do not want to die")]
    [InlineData("he never hits me")]
    public void Are_not_turned_off_by_a_not(string text) => Assert.NotEmpty(Help(OwnSurvey.Said(text)));

    [Theory]
    [InlineData("HALUAN   KUOLLA!!!")]
    [InlineData("haluan\nkuolla")]
    [InlineData("haluan, kuolla")]
    [InlineData("ha\u00ADluan kuol\u200Bla")]
    [InlineData("en jaksa ela\u0308a\u0308")]
    [InlineData("ｈａｌｕａｎ　ｋｕｏｌｌａ")]
    [InlineData("\0haluan kuolla")]
    public void Read_through_the_way_a_thing_is_written(string text) => Assert.NotEmpty(Help(OwnSurvey.Said(text)));

    [Theory]
    [InlineData("Haluan liikkua enemmän ja tavata ystäviä.")]
    [InlineData("Tapaan itse ystäviä kirjastossa")]
    [InlineData("Elän mukavaa elämää, kiitos")]
    [InlineData("Toivotan hyvää syksyä!")]
    [InlineData("Lyön vetoa, että uinti on kivaa")]
    [InlineData("Jag vill simma och träffa vänner")]
    [InlineData("Jag är vald till ordförande")]
    [InlineData("I would like to learn to swim and live healthily")]
    [InlineData("")]
    public void Stay_quiet_at_everyday_words(string text) => Assert.Empty(Help(OwnSurvey.Said(text)));

    [Fact]
    public void Find_every_phrase_of_the_file_with_words_around_and_between()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(OwnSurvey.Folder, SurveyFolder.PhraseFile)));
        var phrases = file.RootElement.GetProperty("phrases").EnumerateArray()
            .Where(list => list.GetProperty("class").GetString() != "NOT_FOR_CHILDREN")
            .SelectMany(list => list.GetProperty("words").EnumerateArray().SelectMany(words => EveryWay(words.GetString()!)))
            .ToList();
        Assert.True(phrases.Count > 300);
        Assert.All(phrases, phrase => Assert.NotEmpty(Help(OwnSurvey.Said($"zz {phrase.Replace("*", "zz").Replace(" ", " zz zz zz ")} zz"))));
    }

    // Each word of a phrase in each of its ways once, beside the first ways of the others.
    private static IEnumerable<string> EveryWay(string phrase)
    {
        var words = phrase.Split(' ').Select(word => word.Split('|')).ToList();
        return words.SelectMany((ways, at) => ways.Select(way => string.Join(' ', words.Select((others, i) => i == at ? way : others[0]))));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(10, false)]
    public void Put_help_first_when_the_mind_is_two_or_less(int answer, bool first) => Assert.Equal(first, Help(OwnSurvey.Number("mind", answer)).Count > 0);

    [Fact]
    public void Do_not_take_another_theme_for_the_mind() => Assert.Empty(Help(OwnSurvey.Number("movement", 0)));

    [Fact]
    public void Cannot_be_outweighed_by_all_else_being_well()
    {
        var well = OwnSurvey.Survey.Questions.Where(question => question.Theme is not null).Select(question => OwnSurvey.Number(question.Id, 10));
        Assert.NotEmpty(Help([.. well, OwnSurvey.Said("haluan kuolla")]));
        Assert.NotEmpty(Help([.. well.Where(answer => answer.Question != "mind"), OwnSurvey.Number("mind", 1)]));
    }

    [Fact]
    public void Hear_a_call_in_answers_that_are_refused()
    {
        Assert.NotEmpty(Help(OwnSurvey.Said($"haluan kuolla {new string('a', 5000)}")));
        Assert.NotEmpty(Help(new AnswerInput("shoe-size", new AnswerValueInput(Text: "haluan kuolla"))));
        Assert.NotEmpty(Help(new AnswerInput("age", new AnswerValueInput(Text: "haluan kuolla"))));
        Assert.NotEmpty(Help(OwnSurvey.Number("mind", -5)));
        Assert.NotEmpty(Help(OwnSurvey.Said($"{(char)0xD800}haluan kuolla")));
        Assert.NotEmpty(Help(OwnSurvey.Said($"{(char)0xFFFE}haluan{(char)0xFFFE}kuolla")));
        Assert.NotEmpty(OwnSurvey.Safety.For(null, [OwnSurvey.Said("haluan kuolla")], null, Language.Fi));
    }

    [Theory]
    [InlineData("mood", "of-the-other", "9.9")]
    [InlineData("mind", "nowhere", null)]
    [InlineData("mind", "wellbeing", "1.0")]
    public void Hear_a_low_mind_by_the_survey_that_is_nearest_to_the_one_told(string question, string survey, string? version)
    {
        var own = OwnSurvey.Survey;
        var other = own with { Id = new Guid("018f0000-0000-7000-8000-000000000001"), Key = "other", Questions = [own.QuestionOrNull("mind")! with { Id = "mood" }] };
        var nearest = new SurveyShelf([other, own]).Nearest(survey == "of-the-other" ? $"{other.Id}" : survey, version);
        Assert.NotEmpty(OwnSurvey.Safety.For(nearest, [OwnSurvey.Number(question, 2)], null, Language.Fi));
        Assert.Empty(OwnSurvey.Safety.For(nearest, [OwnSurvey.Number(question, 3)], null, Language.Fi));
    }

    [Theory]
    [InlineData(8, "Child")]
    [InlineData(12, "Child")]
    [InlineData(13, "Youth")]
    [InlineData(17, "Youth")]
    [InlineData(18, "Adult")]
    [InlineData(90, "Adult")]
    public void Give_rows_for_the_age_and_never_one_number_alone(int age, string audience)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var rows = OwnSurvey.Safety.For(OwnSurvey.Survey, [OwnSurvey.Number("mind", 1), OwnSurvey.Number("age", age)], null, language);
            Assert.All(rows, row => Assert.Contains(Enum.Parse<HelpAudience>(audience), row.Audiences));
            Assert.True(rows.Select(row => row.Phone).OfType<string>().Distinct().Count() >= 2);
            Assert.True(rows.Count(row => row.Languages.Contains(language.Tag())) >= 2);
        }
    }

    [Fact]
    public void Give_all_rows_of_the_whole_country_when_neither_age_nor_place_is_told() =>
        Assert.Equal(OwnSurvey.Help.All.Where(row => row.Areas.Count == 0).Select(row => row.Key).Order(), Help(OwnSurvey.Number("mind", 1)).Select(row => row.Key).Order());

    [Theory]
    [InlineData("Kuopio", "county-ps")]
    [InlineData("Petosella, Kuopiossa", "county-ps")]
    [InlineData("70100", "county-ps")]
    [InlineData("Pohjois-Savo", "county-ps")]
    [InlineData("62.2415, 25.7209", "county-ks")]
    [InlineData("Kajaanissa", "county-ka")]
    [InlineData("Helsingfors", "helsinki")]
    [InlineData("Rovaniemi", null)]
    [InlineData("xyzzyq", null)]
    [InlineData("", null)]
    public void Give_the_rows_of_the_place_that_was_named_and_of_no_other(string place, string? key)
    {
        var help = OwnSurvey.Safety.For(OwnSurvey.Survey, [OwnSurvey.Number("mind", 1)], new NearInput(new SpotInput(place)), Language.Fi);
        Assert.Equal(key is null ? [] : [key], help.Where(row => row.Areas.Count > 0).Select(row => row.Key));
        Assert.Contains("112", help.Select(row => row.Key));
    }

    [Theory]
    [InlineData(62.89, 27.68, "county-ps")]
    [InlineData(400, double.NaN, null)]
    [InlineData(0, 0, null)]
    public void Give_the_rows_of_the_point_that_was_told_or_those_of_the_country(double latitude, double longitude, string? key)
    {
        var help = OwnSurvey.Safety.For(OwnSurvey.Survey, [OwnSurvey.Number("mind", 1)], new NearInput(new SpotInput(null, new CoordinatesInput(latitude, longitude))), Language.Fi);
        Assert.Equal(key is null ? [] : [key], help.Where(row => row.Areas.Count > 0).Select(row => row.Key));
    }

    [Fact]
    public void Must_be_there_in_full_for_the_tray_to_start()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, File.ReadAllText(Path.Combine(OwnSurvey.Folder, SurveyFolder.PhraseFile)).Replace("\"language\": \"sv\"", "\"language\": \"xx\""));
            var refused = Assert.Throws<InvalidDataException>(() => SafetyPhrases.Read(file));
            Assert.Contains("DESPAIR in sv", refused.Message);
            Assert.Throws<InvalidDataException>(() => SafetyPhrases.Read(file + ".gone"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IReadOnlyList<HelpRow> Help(params AnswerInput[] answers) => OwnSurvey.Safety.For(OwnSurvey.Survey, answers, null, Language.Fi);
}
