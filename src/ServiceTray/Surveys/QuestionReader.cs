using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>Reads a question of a definition.</summary>
internal static class QuestionReader
{
    private const int LongestText = 10_000;

    public static Question Read(DefinitionPart part, IReadOnlyList<string> languages, bool textsOfOwner)
    {
        var question = new Question
        {
            Id = part.Id("id"),
            Kind = part.Word<QuestionKind>("kind"),
            Text = part.Texts("text", languages, needed: !textsOfOwner),
            Why = part.Texts("why", languages, needed: !textsOfOwner),
            Required = part.Flag("required"),
            Scale = part.PartOrNull("scale") is { } scale ? ReadScale(scale, languages) : null,
            Choices = [.. part.Parts("choices").Select(choice => ReadChoice(choice, languages))],
            Theme = part.WordOrNull<ThemeCode>("theme"),
            IsAge = part.Flag("age"),
            Longest = part.WholeOrNull("longest") ?? Question.UsualLongest,
            ShownWhen = part.PartOrNull("shownWhen") is { } condition ? ReadCondition(condition) : null,
        };
        if (textsOfOwner && part.Has("text"))
        {
            part.Refuse("text", "These words are their owner's: they come in by an import.");
        }

        RefuseWhatDoesNotBelong(question, part);
        part.TellUnknown();
        return question;
    }

    private static void RefuseWhatDoesNotBelong(Question question, DefinitionPart part)
    {
        var scaled = question.Kind is QuestionKind.Scale or QuestionKind.Number;
        var chosen = question.Kind is QuestionKind.Choice or QuestionKind.Choices;
        Refuse(question.Kind == QuestionKind.Scale && !part.Has("scale"), "scale", "A SCALE has its ends.");
        Refuse(!scaled && part.Has("scale"), "scale", "Only SCALE and NUMBER have ends.");
        Refuse(chosen && question.Choices.Count < (question.Kind == QuestionKind.Choice ? 2 : 1), "choices", "There is too little to choose from.");
        Refuse(!chosen && part.Has("choices"), "choices", "Only CHOICE and CHOICES have choices.");
        Refuse(question.Theme is not null && question.Kind != QuestionKind.Scale, "theme", "Only a SCALE tells the need of a theme.");
        Refuse(question.IsAge && question.Kind != QuestionKind.Number, "age", "An age is a NUMBER.");
        Refuse(question.Kind != QuestionKind.Text && part.Has("longest"), "longest", "Only a TEXT has a greatest length.");
        Refuse(question.Longest is < 1 or > LongestText, "longest", $"From 1 to {LongestText}.");

        void Refuse(bool wrong, string name, string message)
        {
            if (wrong)
            {
                part.Refuse(name, message);
            }
        }
    }

    private static Scale? ReadScale(DefinitionPart part, IReadOnlyList<string> languages)
    {
        var (min, max) = (part.Whole("min"), part.Whole("max"));
        var (minLabel, maxLabel) = (part.Texts("minLabel", languages, needed: false), part.Texts("maxLabel", languages, needed: false));
        part.TellUnknown();
        if (min < max)
        {
            return new Scale(min, max, minLabel, maxLabel);
        }

        part.Refuse(null, "A scale runs from less to more.");
        return null;
    }

    private static Choice ReadChoice(DefinitionPart part, IReadOnlyList<string> languages)
    {
        var choice = new Choice
        {
            Id = part.Id("id"),
            Text = part.Texts("text", languages, needed: true),
            Theme = part.WordOrNull<ThemeCode>("theme"),
            Accessibility = part.WordsOf<AccessibilityAspect>("accessibility"),
            Language = part.WordsOrNull("language"),
            Modes = part.WordsOf<AttendanceMode>("modes"),
            Free = part.Flag("free"),
        };
        part.TellUnknown();
        return choice;
    }

    private static ShownWhen ReadCondition(DefinitionPart part)
    {
        var condition = new ShownWhen(part.Id("question"), part.Strings("anyOf"), part.NumberOrNull("atLeast"), part.NumberOrNull("atMost"));
        part.TellUnknown();
        return condition;
    }
}
