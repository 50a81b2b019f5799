using System.Globalization;
using Microsoft.Extensions.Primitives;
using ServiceTray.Offerings;

namespace ServiceTray.Surveys;

/// <summary>What was filled in on the page, word for word, so that nothing of it is lost when something is wrong.</summary>
internal sealed class SurveyForm(IReadOnlyDictionary<string, StringValues> fields)
{
    public const string PlaceField = "place";
    public const string RadiusField = "radius";
    public const string VersionField = "version";

    public const string CodeField = "code";
    public const string PreviousField = "previousCode";
    public const string DoField = "do";
    public const string Keep = "keep";
    public const string Pause = "pause";
    public const string Next = "next";
    public const string Back = "back";
    public const string One = "one";
    public const string StepField = "step";

    /// <summary>The key of a survey other than the tray's own.</summary>
    public const string SurveyField = "survey";

    /// <summary>Ticked: the numbers may count in the county's figures. It is never sent again by itself, so nothing counts twice.</summary>
    public const string CountField = "count";

    /// <summary>More like one of those suggested, whose id follows.</summary>
    public const string Like = "like:";

    /// <summary>Why not one that is named in <see cref="AboutField"/>.</summary>
    public const string Why = "why";
    public const string AboutField = "about";

    public static readonly IReadOnlyList<int> Radii = [5, 10, 20, 50, 100];

    public static SurveyForm Empty { get; } = new(new Dictionary<string, StringValues>());

    public string Place => Words(PlaceField);

    public int Radius => int.TryParse(Words(RadiusField), NumberStyles.None, CultureInfo.InvariantCulture, out var km) ? km : (int)NearInput.DefaultRadiusKm;

    /// <summary>The version that was shown; null: the newest.</summary>
    public string? Version => Words(VersionField) is { Length: > 0 } version ? version : null;

    /// <summary>The survey it is of, in the version that was shown while that is there; the tray's own when none is named.</summary>
    public Survey Of(SurveyShelf shelf) => shelf.OfKey(Words(SurveyField), Version) ?? shelf.OfKey(Words(SurveyField)) ?? shelf.Own;

    /// <summary>The code of an earlier result to compare with.</summary>
    public string Previous => Words(PreviousField);

    /// <summary>The step that is shown alone; null: all are on one page.</summary>
    public string? Step => Words(StepField) is { Length: > 0 } step ? step : null;

    /// <summary>What the button pressed asks for.</summary>
    public string Doing => Words(DoField);

    public bool MayCount => Words(CountField).Length > 0;

    public bool IsPausing => Doing == Pause;

    /// <summary>What is asked about, in her words.</summary>
    public string About => Words(AboutField);

    /// <summary>Every field as it came, to be sent again.</summary>
    public IEnumerable<(string Name, string Value)> Fields => fields.Where(pair => pair.Key is not (DoField or StepField or AboutField or CodeField or CountField)).SelectMany(pair => pair.Value.OfType<string>().Select(value => (pair.Key, value)));

    /// <summary>The form as it stood when its answers were kept.</summary>
    public static SurveyForm Of(KeptAnswers kept, string key)
    {
        var fields = kept.Answers.ToDictionary(answer => $"q-{answer.Question}", answer => new StringValues([.. WordsOf(answer.Value)]));
        fields[VersionField] = kept.Version;
        fields[SurveyField] = key;
        if (kept.Near is { At.Place: { } place } near)
        {
            fields[PlaceField] = place;
            fields[RadiusField] = near.RadiusKm.ToString("0", CultureInfo.InvariantCulture);
        }

        return new SurveyForm(fields);
    }

    /// <summary>The same with what is asked about its result.</summary>
    public SurveyForm Asking(IFormCollection asked) => new(new Dictionary<string, StringValues>(fields) { [DoField] = asked[DoField], [AboutField] = asked[AboutField] });

    public static string FieldOf(Question question) => $"q-{question.Id}";

    public string Words(string field) => fields.TryGetValue(field, out var value) ? value.FirstOrDefault() ?? "" : "";

    /// <summary>What was written to a question; twice written, both.</summary>
    public string Words(Question question) => fields.TryGetValue(FieldOf(question), out var values)
        ? string.Join(question.Kind == QuestionKind.Text ? '\n' : ' ', values.Where(value => !string.IsNullOrEmpty(value)))
        : "";

    public bool IsChosen(Question question, string value) => fields.TryGetValue(FieldOf(question), out var values) && values.Contains(value);

    public AnswerSurveyInput Read(Survey survey) => new(
        $"{survey.Id}",
        [.. survey.Questions.SelectMany(question => Read(question).Select(value => new AnswerInput(question.Id, value)))],
        Version,
        string.IsNullOrWhiteSpace(Place) ? null : new NearInput(new SpotInput(Place), Radius),
        Doing == Keep,
        string.IsNullOrWhiteSpace(Previous) ? null : Previous,
        MayCount || survey.Use == SurveyUse.Group);

    private static IEnumerable<string> WordsOf(AnswerValueInput value) => value switch
    {
        { Number: { } number } => [number.ToString(CultureInfo.InvariantCulture)],
        { Date: { } day } => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        { Choices: { } chosen } => chosen,
        _ => [],
    };

    private IEnumerable<string> Given(Question question) =>
        fields.TryGetValue(FieldOf(question), out var values) ? values.OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value)) : [];

    // Boxes ticked are one answer together; of anything else each value is one, and two are told.
    private IEnumerable<AnswerValueInput> Read(Question question) => question.Kind is QuestionKind.Choice or QuestionKind.Choices
        ? Given(question).Any() ? [new AnswerValueInput(Choices: [.. Given(question)])] : []
        : Given(question).Select(words => Read(question, words));

    // What is no number stays words: the check then tells what is wanted, and words that call for help are seen wherever they stand.
    private static AnswerValueInput Read(Question question, string words) =>
        question.Kind switch
        {
            QuestionKind.Scale or QuestionKind.Number when double.TryParse(words.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                new AnswerValueInput(Number: number),
            QuestionKind.Date when DateOnly.TryParseExact(words.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
                new AnswerValueInput(Date: day),
            _ => new AnswerValueInput(Text: words.ReplaceLineEndings("\n")),
        };
}
