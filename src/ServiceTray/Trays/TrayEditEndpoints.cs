using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Web;

namespace ServiceTray.Trays;

/// <summary>Picking, and the page where picks become a tray or a tray is changed; everything typed stays on the page until it is kept.</summary>
internal static class TrayEditEndpoints
{
    private const string PickField = "pick";
    private const string DoField = "do";

    public static void MapTrayEditing(this IEndpointRouteBuilder app)
    {
        app.MapGet(TrayAddresses.Picks, (HttpContext http, PickCookie cookie, OfferingReader offerings) =>
            ShowAsync(http, TrayForm.Of(cookie.Read(http.Request)), offerings)).ExcludeFromDescription();
        app.MapPost(TrayAddresses.Picks, PickAsync).DisableAntiforgery().ExcludeFromDescription();
        app.MapPost(TrayAddresses.Edit, EditAsync).DisableAntiforgery().ExcludeFromDescription();
        app.MapPost(TrayAddresses.ToEdit, OpenToEditAsync).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> PickAsync(HttpContext http, PickCookie cookie, RequestLanguage language)
    {
        var fields = await PageForm.ReadAsync(http.Request, http.RequestAborted);
        var picked = fields[PickField].Select(id => Guid.TryParse(id, out var read) ? read : Guid.Empty).Where(id => id != Guid.Empty);
        cookie.Write(http, cookie.Read(http.Request).With(picked));
        return Results.Redirect(language.Link(TrayAddresses.Picks), permanent: false, preserveMethod: false);
    }

    private static async Task<IResult> OpenToEditAsync(HttpContext http, TrayKeeper keeper, OfferingReader offerings)
    {
        var form = TrayForm.Read(await PageForm.ReadAsync(http.Request, http.RequestAborted));
        return await GuardedAsync(http, async from =>
            await keeper.MayEditAsync(form.Code, form.EditKey, from, http.RequestAborted) && await keeper.ReadAsync(form.Code!, from, http.RequestAborted) is { } tray
                ? await ShowAsync(http, TrayForm.Of(tray, form.EditKey!), offerings)
                : TrayPageEndpoints.Missing());
    }

    private static async Task<IResult> EditAsync(HttpContext http, TrayKeeper keeper, OfferingReader offerings, PickCookie cookie, TimeProvider clock)
    {
        var fields = await PageForm.ReadAsync(http.Request, http.RequestAborted);
        var form = TrayForm.Read(fields);
        var (doing, item) = $"{fields[DoField]}".Split(':') is [var verb, var id] && Guid.TryParse(id, out var read) ? (verb, read) : ($"{fields[DoField]}", Guid.Empty);
        form = doing switch
        {
            "up" => form.Moved(item, -1),
            "down" => form.Moved(item, 1),
            "remove" => form.Without(item),
            _ => form,
        };

        // What is not yet kept is remembered by the browser alone.
        if (form.IsOfNew)
        {
            cookie.Write(http, Picks.None.With(form.Items));
        }

        return doing switch
        {
            "save" => await GuardedAsync(http, from => SaveAsync(http, form, keeper, offerings, cookie, from, clock)),
            "delete" => await GuardedAsync(http, async from => await keeper.TakeAwayAsync(form.Code, form.EditKey, from, http.RequestAborted)
                ? PageAnswer.Of<TrayGonePage>()
                : TrayPageEndpoints.Missing()),
            _ => await ShowAsync(http, form, offerings),
        };
    }

    private static async Task<IResult> SaveAsync(
        HttpContext http, TrayForm form, TrayKeeper keeper, OfferingReader offerings, PickCookie cookie, System.Net.IPAddress? from, TimeProvider clock)
    {
        var saved = await keeper.SaveAsync(form.ToInput(clock.GetUtcNow()), from, http.RequestAborted);
        if (saved.Tray is not { } tray)
        {
            return saved.Errors.Contains(TrayError.Unknown)
                ? TrayPageEndpoints.Missing()
                : await ShowAsync(http, form, offerings, saved.Errors);
        }

        if (form.IsOfNew)
        {
            cookie.Write(http, Picks.None);
        }

        return PageAnswer.Of<TraySavedPage, SavedTrayShown>(new(tray, TrayAddresses.InFull(http.Request, tray.Code), saved.EditKey));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, TrayForm form, OfferingReader offerings, IReadOnlyList<TrayError>? errors = null)
    {
        TrayPageEndpoints.KeepNowhere(http);
        var placed = await offerings.ReadAsync([.. form.Items.Take(TrayCheck.MostItems)], http.RequestAborted);
        return PageAnswer.Of<TrayEditPage, TrayEditShown>(
            new(form, placed.ToDictionary(found => found.Offering.Id), errors ?? []), errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> GuardedAsync(HttpContext http, Func<System.Net.IPAddress?, Task<IResult>> act)
    {
        TrayPageEndpoints.KeepNowhere(http);
        try
        {
            return await act(http.Connection.RemoteIpAddress);
        }
        catch (TooManyTriesException)
        {
            return ErrorEndpoints.Of(StatusCodes.Status429TooManyRequests);
        }
    }
}
