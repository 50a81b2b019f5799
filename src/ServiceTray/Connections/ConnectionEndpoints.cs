using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;
using ServiceTray.Import.Csv;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Themes;
using ServiceTray.Web;

namespace ServiceTray.Connections;

/// <summary>An organisation's connections as a page.</summary>
internal static class ConnectionEndpoints
{
    public const string Path = ConnectionPaths.Own;

    public const string TemplatePath = $"{Path}/{CsvTemplate.FileName}";

    public static void MapConnections(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, CurrentCaller _) => ShowAsync(context, null)).ExcludeFromDescription();
        app.MapGet(TemplatePath, () => Results.File(Encoding.UTF8.GetBytes(CsvTemplate.Text), "text/csv; charset=utf-8", CsvTemplate.FileName)).ExcludeFromDescription();
        app.MapPost(Path, ConnectAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/{{id}}", ActAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ConnectionTyped? typed)
    {
        var services = context.RequestServices;
        var (caller, desk, organisations) = (services.GetRequiredService<CurrentCaller>().Caller, services.GetRequiredService<ConnectionDesk>(), services.GetRequiredService<OrganisationReader>());
        var own = new List<OrganisationConnections>();
        foreach (var id in caller.OrganisationsAs(Role.Publisher))
        {
            if (await organisations.ReadAsync(id, context.RequestAborted) is { } organisation)
            {
                own.Add(new(organisation, await desk.ListAsync(caller, id, context.RequestAborted)));
            }
        }

        return FormPage.Of<ConnectionsPage, ConnectionsShown>(context, token => new(own, typed, token), typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ConnectAsync(HttpContext context, CurrentCaller current, ConnectionDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        if (!Guid.TryParseExact(fields["organisation"], "D", out var organisation))
        {
            throw new ConnectionUnknownException();
        }

        var kind = PublicWords.Read<ConnectionKind>($"{fields["kind"]}") ?? ConnectionKind.Calendar;
        var wish = new ConnectionWish(kind, $"{fields["address"]}", PublicWords.Read<ThemeCode>($"{fields["theme"]}"), int.TryParse(fields["hours"], out var hours) ? hours : 0);
        return await desk.ConnectAsync(current.Caller, organisation, wish, context.RequestAborted) is { } problem
            ? await ShowAsync(context, new ConnectionTyped(organisation, wish, problem))
            : Results.Redirect(language.Link(Path));
    }

    private static async Task<IResult> ActAsync(string id, HttpContext context, CurrentCaller current, ConnectionDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        var key = Guid.TryParseExact(id, "D", out var read) ? read : throw new ConnectionUnknownException();
        await (fields["act"].ToString() switch
        {
            "end" => desk.EndAsync(current.Caller, key, context.RequestAborted),
            "take" => desk.TakeOnAsync(current.Caller, key, context.RequestAborted),
            "read" => desk.ReadSoonAsync(current.Caller, key, context.RequestAborted),
            "yes" or "no" when Guid.TryParseExact(fields["run"], "D", out var run) => desk.AnswerAsync(current.Caller, key, run, fields["act"] == "yes", context.RequestAborted),
            _ => throw new BadHttpRequestException("Nothing of this page is asked.", StatusCodes.Status400BadRequest),
        });
        return Results.Redirect(language.Link(Path));
    }
}

/// <summary>An organisation and what it has connected.</summary>
internal sealed record OrganisationConnections(Organisation Organisation, IReadOnlyList<ConnectionShown> Connections);

/// <summary>What was typed and refused.</summary>
internal sealed record ConnectionTyped(Guid Organisation, ConnectionWish Wish, ConnectionProblem Problem);

/// <summary>The page.</summary>
internal sealed record ConnectionsShown(IReadOnlyList<OrganisationConnections> Organisations, ConnectionTyped? Typed, AntiforgeryTokenSet Token);
