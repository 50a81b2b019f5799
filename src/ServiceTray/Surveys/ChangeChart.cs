using System.Globalization;
using ServiceTray.Calendar;
using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>How themes stood over time, ready to be drawn: a line for each theme, a dot for each time, and the same in numbers for a table.</summary>
internal sealed record ChangeChart(IReadOnlyList<string> Times, IReadOnlyList<ChangeRow> Rows)
{
    public const int Width = 300;
    public const int Height = 18;
    public const int Middle = Height / 2;
    private const int Left = 12;
    private const int Right = 288;

    /// <summary>Where an answer of 0 to 10 stands from the left.</summary>
    public static string At(double answer) => (Left + ((Right - Left) * answer / 10)).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The chart; null when there is nothing to compare.</summary>
    public static ChangeChart? Of(SurveyResult result, Language language)
    {
        if (result.Changes.Count == 0)
        {
            return null;
        }

        var words = Texts.In(language);
        var all = result.Earlier.Append(EarlierResult.Of(result)).ToList();
        var now = all[^1].Themes;
        return new ChangeChart(
            [.. all.Select(time => words.Date(HelsinkiTime.Day(time.At)))],
            [
                .. result.Changes.Select(change => new ChangeRow(
                    change.Theme.Name.Pick(language).Value,
                    [.. all.Select(time => time.Themes.GetValueOrDefault(change.Code) is { } standing && standing.Asked == now[change.Code].Asked ? standing.Answer : (double?)null)])),
            ]);
    }
}

/// <summary>A theme's answers, one for each time; null: it was not asked, or not alike.</summary>
internal sealed record ChangeRow(string Theme, IReadOnlyList<double?> Answers)
{
    public double Now => Answers[^1]!.Value;

    public double Before => Answers.SkipLast(1).Last(answer => answer is not null)!.Value;
}
