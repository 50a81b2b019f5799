using System.Globalization;
using Microsoft.Extensions.Primitives;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Themes;
using ServiceTray.Web;

namespace ServiceTray.Offerings.Agenda;

/// <summary>The calendar page: posted by its form, so that a theme or a place stays out of addresses; by address for a link to a day.</summary>
internal static class AgendaPageEndpoints
{
    private const int LongestPlace = 200;

    public static void MapAgenda(this IEndpointRouteBuilder app)
    {
        app.MapGet("/kalenteri", (HttpContext http, AgendaLister lister, TimeProvider clock) => AnswerAsync(http, http.Request.Query, lister, clock)).ExcludeFromDescription();
        app.MapPost("/kalenteri", async (HttpContext http, AgendaLister lister, TimeProvider clock) =>
                await AnswerAsync(http, await PageForm.ReadAsync(http.Request, http.RequestAborted), lister, clock))
            .ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, IEnumerable<KeyValuePair<string, StringValues>> fields, AgendaLister lister, TimeProvider clock)
    {
        if (Read(fields.ToDictionary(field => field.Key, field => $"{field.Value.FirstOrDefault()}".Trim(), StringComparer.Ordinal), HelsinkiTime.Day(clock.GetUtcNow())) is not { } form)
        {
            return ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
        }

        http.Response.Headers.CacheControl = HttpMethods.IsPost(http.Request.Method) ? "private, no-cache" : form.IsTelling ? "private, no-store" : "no-cache";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        var shown = await lister.ListAsync(form, http.RequestAborted);
        return PageAnswer.Of<AgendaPage, AgendaShown>(shown, shown.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // A button pressed says a view or a day beside what the form holds.
    private static AgendaForm? Read(Dictionary<string, string> told, DateOnly today)
    {
        var isFine = true;
        var opened = Day("open");
        var view = opened is not null ? AgendaView.Day : Word<AgendaView>("show") ?? Word<AgendaView>("view") ?? AgendaView.Week;
        var day = opened ?? Day("go") ?? Day("day") ?? today;
        var form = new AgendaForm(view, day, Word<ThemeCode>("theme"), Word<AudienceCode>("audience"), told.GetValueOrDefault("place", ""));
        return isFine && form.Place.Length <= LongestPlace && ReadableText.Is(form.Place) ? form : null;

        T? Word<T>(string name)
            where T : struct, Enum
        {
            var word = told.GetValueOrDefault(name, "") is { Length: > 0 } written ? PublicWords.Read<T>(written) : null;
            isFine &= word is not null || told.GetValueOrDefault(name, "").Length == 0;
            return word;
        }

        DateOnly? Day(string name)
        {
            if (told.GetValueOrDefault(name, "") is not { Length: > 0 } written)
            {
                return null;
            }

            var isDay = DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2190;
            isFine &= isDay;
            return isDay ? day : null;
        }
    }
}
