using System.Text.RegularExpressions;

namespace ServiceTray.Surveys;

/// <summary>Kinds of surveys that the tray never takes: those that examine people. They are known by their purpose, and the best known by name whatever their purpose says.</summary>
internal static partial class RefusedClasses
{
    public static bool AreMetBy(Survey survey) =>
        survey.Purpose is SurveyPurpose.SymptomScreen or SurveyPurpose.Diagnosis or SurveyPurpose.Prediction or SurveyPurpose.Monitoring
        || Screens().IsMatch(survey.Key.Replace('-', ' '))
        || survey.Title.Concat(survey.Scores.SelectMany(score => score.Name)).Any(text => Screens().IsMatch(text.Value));

    [GeneratedRegex(
        @"\b(?:AUDIT(?:[ -]?C)?|PHQ(?:[ -]?\d+)?|GAD(?:[ -]?\d+)?|BDI(?:[ -]?(?:II|2))?|BAI|DEPS|EPDS|MADRS|HADS|HAM[ -]?D|GDS(?:[ -]?15)?|CES[ -]?D|GHQ(?:[ -]?12)?|DUDIT|DAST|SADD|CAGE|MDQ|OASIS|SCOFF|PCL(?:[ -]?5)?|ASRS|MMSE|MOCA|K[ -]?(?:6|10)|ISI|STOP[ -]?BANG)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Screens();
}
