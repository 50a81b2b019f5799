using System.Globalization;

namespace ServiceTray.Tests.Surveys;

/// <summary>Somebody of a table, as <c>mind=3 | important=mind,nature | age=40 | place=Kuopio/20</c>: her answers, and her limits as REST asks them.</summary>
internal sealed record Person(object Input, string Query, int? Age)
{
    private static readonly string[] Chosen = ["important", "needs", "languages", "price"];

    public static Person Read(string asked, bool turned = false)
    {
        var told = asked.Split(" | ").Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var answers = told.Where(part => part.Key != "place").Select(part => Answer(part.Key, part.Value)).ToList();
        if (turned)
        {
            answers.Reverse();
        }

        var place = told.GetValueOrDefault("place")?.Split('/');
        var near = place is null ? null : (object)new { at = new { place = place[0] }, radiusKm = double.Parse(place[1], CultureInfo.InvariantCulture) };
        var query = (place is null ? "" : $"&place={Uri.EscapeDataString(place[0])}&radiusKm={place[1]}")
            + (told.TryGetValue("age", out var age) ? $"&age={age}" : "")
            + (told.ContainsKey("price") ? "&free=true" : "")
            + string.Concat(List(told, "languages").Select(language => $"&language={language}"))
            + string.Concat(List(told, "needs").Select(need => need == "from-home" ? "&mode=ONLINE&mode=PHONE&mode=HOME_VISIT" : $"&accessibility={need.ToUpperInvariant()}"));
        return new Person(new { survey = OwnSurvey.Survey.Id, near, answers }, query, age is null ? null : int.Parse(age, CultureInfo.InvariantCulture));
    }

    private static string[] List(Dictionary<string, string> told, string name) => told.TryGetValue(name, out var list) ? list.Split(',') : [];

    private static object Answer(string question, string value) => Chosen.Contains(question)
        ? new { question, value = new { choices = value.Split(',') } }
        : question == "words" ? new { question, value = new { text = value } } : new { question, value = new { number = int.Parse(value, CultureInfo.InvariantCulture) } };
}
