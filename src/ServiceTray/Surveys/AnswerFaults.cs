using System.Globalization;
using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Refusals;

namespace ServiceTray.Surveys;

/// <summary>Every way an answer can be wrong, with its lasting code and a sentence that helps on; what was answered is never repeated in it.</summary>
internal static class AnswerFaults
{
    public static AnswerError SurveyUnknown { get; } = new(null, RefusalCodes.NotFound, LocalizedText.Of(
        "Tätä kartoitusta tai sen versiota ei ole.", "Kartläggningen eller versionen finns inte.", "There is no such survey or version."));

    public static AnswerError UseNotAllowed { get; } = new(null, RefusalCodes.UseNotAllowed, LocalizedText.Of(
        "Tätä kartoitusta ei ole tarkoitettu yhden ihmisen ehdotuksiin.",
        "Den här kartläggningen är inte avsedd för en enskild persons förslag.",
        "This survey is not meant for one person's suggestions."));

    public static AnswerError TextsMissing { get; } = new(null, RefusalCodes.TextsMissing, LocalizedText.Of(
        "Tämän kartoituksen kysymykset ovat omistajansa, eikä niitä ole tuotu tänne.",
        "Frågorna i den här kartläggningen tillhör ägaren och har inte hämtats hit.",
        "The questions of this survey are their owner's, and have not been brought in here."));

    public static AnswerError PreviousUnknown { get; } = new(null, RefusalCodes.PreviousUnknown, LocalizedText.Of(
        "Aiemmalla koodilla ei löydy tulosta. Tarkista koodi tai jätä se pois.",
        "Den tidigare koden öppnar inget resultat. Kontrollera koden eller lämna bort den.",
        "The earlier code opens no result. Check the code, or leave it out."));

    public static AnswerError NotComparable { get; } = new(null, RefusalCodes.NotComparable, LocalizedText.Of(
        "Aiempi tulos on eri kartoituksesta. Niitä ei verrata.",
        "Det tidigare resultatet är från en annan kartläggning. De jämförs inte.",
        "The earlier result is of another survey. They are not compared."));

    public static AnswerError TooManyTries(TooManyTriesException refused) => new(null, RefusalCodes.TooManyTries, LocalizedText.Of(
        $"Koodeja on kokeiltu liian monta kertaa. Yritä uudelleen {refused.Minutes} minuutin kuluttua.",
        $"För många koder har prövats. Försök igen om {refused.Minutes} minuter.",
        $"Too many codes were tried. Try again in {refused.Minutes} minutes."));

    public static AnswerError NotCounted { get; } = new(null, RefusalCodes.NotCounted, LocalizedText.Of(
        "Vastaus lasketaan alueen lukuihin, kun kerrot kuntasi tai postinumerosi ja vastaat numerolla.",
        "Svaret räknas i områdets siffror när du berättar din kommun eller ditt postnummer och svarar med en siffra.",
        "The answer counts in your county's figures once you tell your municipality or postal code and answer with a number."));

    public static AnswerError NotKept { get; } = new(null, RefusalCodes.Internal, LocalizedText.Of(
        "Tulosta ei voitu nyt säilyttää. Vika on meidän.", "Resultatet kunde inte sparas nu. Felet är vårt.", "The result could not be kept now. The fault is ours."));

    public static AnswerError QuestionUnknown(string question) => new(question, RefusalCodes.QuestionUnknown, LocalizedText.Of(
        "Kartoituksessa ei ole tällaista kysymystä.", "Kartläggningen har ingen sådan fråga.", "The survey has no such question."));

    public static AnswerError AnsweredTwice(Question question) => new(question.Id, RefusalCodes.AnsweredTwice, LocalizedText.Of(
        "Vastaa tähän vain kerran.", "Svara på den här bara en gång.", "Answer this only once."));

    public static AnswerError Missing(Question question) => new(question.Id, RefusalCodes.AnswerMissing, LocalizedText.Of(
        "Tähän tarvitaan vastaus.", "Här behövs ett svar.", "This needs an answer."));

    public static AnswerError WrongKind(Question question) => new(question.Id, RefusalCodes.KindWrong, question.Kind switch
    {
        QuestionKind.Scale or QuestionKind.Number => LocalizedText.Of("Vastaa numerolla.", "Svara med en siffra.", "Answer with a number."),
        QuestionKind.Choice => LocalizedText.Of("Valitse yksi vaihtoehto.", "Välj ett alternativ.", "Choose one."),
        QuestionKind.Choices => LocalizedText.Of("Valitse vaihtoehdoista.", "Välj bland alternativen.", "Choose from the list."),
        QuestionKind.Date => LocalizedText.Of("Kirjoita päivä.", "Skriv ett datum.", "Give a day."),
        _ => LocalizedText.Of("Vastaa omin sanoin.", "Svara med egna ord.", "Answer in words."),
    });

    public static AnswerError ChoiceUnknown(Question question) => new(question.Id, RefusalCodes.ChoiceUnknown, LocalizedText.Of(
        "Valitse annetuista vaihtoehdoista.", "Välj bland de alternativ som finns.", "Choose one of those given."));

    public static AnswerError OutOfScale(Question question, Scale scale) => new(question.Id, RefusalCodes.OutOfScale, LocalizedText.Of(
        Line($"Vastaa kokonaisluvulla {scale.Min}–{scale.Max}."),
        Line($"Svara med ett heltal {scale.Min}–{scale.Max}."),
        Line($"Answer with a whole number from {scale.Min} to {scale.Max}.")));

    public static AnswerError TooLong(Question question) => new(question.Id, RefusalCodes.TextTooLong, LocalizedText.Of(
        Line($"Teksti on liian pitkä. Siinä saa olla enintään {question.Longest} merkkiä."),
        Line($"Texten är för lång. Den får ha högst {question.Longest} tecken."),
        Line($"The text is too long. It may have at most {question.Longest} characters.")));

    public static AnswerError TextInvalid(Question question) => new(question.Id, RefusalCodes.TextInvalid, LocalizedText.Of(
        "Tekstissä on merkki, jota ei voi lukea.", "Texten har ett tecken som inte kan läsas.", "The text holds a character that cannot be read."));

    public static AnswerError PlaceUnknown(IReadOnlyList<string> suggestions) => new(null, RefusalCodes.PlaceUnknown, suggestions.Count == 0
        ? LocalizedText.Of(
            "Paikkaa ei löydy. Kirjoita kunta tai postinumero.", "Platsen hittas inte. Skriv kommun eller postnummer.", "The place is not known. Write a municipality or a postal code.")
        : LocalizedText.Of(
            $"Paikkaa ei löydy. Tarkoititko: {string.Join(", ", suggestions)}?",
            $"Platsen hittas inte. Menade du: {string.Join(", ", suggestions)}?",
            $"The place is not known. Did you mean: {string.Join(", ", suggestions)}?"));

    public static AnswerError PlaceInvalid { get; } = new(null, RefusalCodes.FilterInvalid, LocalizedText.Of(
        "Paikkaa tai etäisyyttä ei voi käyttää. Etäisyys on yli 0 ja enintään 500 kilometriä.",
        "Platsen eller avståndet kan inte användas. Avståndet är över 0 och högst 500 kilometer.",
        "The place or the distance cannot be used. The distance is more than 0 and at most 500 kilometres."));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
