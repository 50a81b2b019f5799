using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Persons;
using ServiceTray.Organisations;
using ServiceTray.Pictures;
using ServiceTray.Publishing.Reviews;
using ServiceTray.Web;

namespace ServiceTray.Publishing;

/// <summary>An organisation's offerings as pages: the list, the form, the preview, the history.</summary>
internal static class PublishingEndpoints
{
    public const string Path = "/oma/tarjonta";

    // Where a form that was saved can lead on to, so that nothing typed is lost on the way.
    private static readonly string[] Next = ["esikatselu", "henkilo", "kaannos/sv", "kaannos/en"];

    private const string Lacks = "puuttuu";

    public static void MapPublishingPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ListAsync).ExcludeFromDescription();
        app.MapGet($"{Path}/uusi/{{organisation}}", NewAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/uusi/{{organisation}}", SaveNewAsync).WithMetadata(new RequestSizeLimitAttribute(DraftPictures.LargestForm)).ExcludeFromDescription();
        app.MapGet($"{Path}/{{id}}", EditAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/{{id}}", SaveAsync).WithMetadata(new RequestSizeLimitAttribute(DraftPictures.LargestForm)).ExcludeFromDescription();
        app.MapGet($"{Path}/{{id}}{ShownPicture.Tail}", PictureAsync).ExcludeFromDescription();
        app.MapGet($"{Path}/{{id}}/esikatselu", PreviewAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/{{id}}/julkaise", PublishAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/{{id}}/piilota", HideAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/{{id}}/tilanne", TellCapacityAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/{{id}}/kopioi", CopyAsync).ExcludeFromDescription();
        app.MapGet($"{Path}/{{id}}/historia", HistoryAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/{{id}}/palauta", RestoreAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(HttpContext context, CurrentCaller current, DraftReader reader, OrganisationReader organisations)
    {
        var shown = new List<OwnOrganisation>();
        foreach (var id in current.Caller.OrganisationsAs(DraftRights.Writers))
        {
            if (await organisations.ReadAsync(id, context.RequestAborted) is { } organisation && await reader.ListAsync(current.Caller, id, context.RequestAborted) is { } offerings)
            {
                shown.Add(new OwnOrganisation(organisation, offerings));
            }
        }

        return FormPage.Of<OwnOfferingsPage, OwnOfferingsShown>(context, token => new(shown, token));
    }

    private static async Task<IResult> NewAsync(string organisation, HttpContext context, CurrentCaller current, OrganisationReader organisations) =>
        Guid.TryParseExact(organisation, "D", out var id) && DraftRights.Writes(current.Caller, id) && await organisations.ReadAsync(id, context.RequestAborted) is { } body
            ? Form(context, new DraftShown(body, null, DraftForm.Empty, [], null, [], null!))
            : throw new DraftUnknownException();

    private static async Task<IResult> SaveNewAsync(
        string organisation, HttpContext context, CurrentCaller current, PublishingDesk desk, DraftPictures pictures, OrganisationReader organisations, RequestLanguage language)
    {
        var (form, file) = await ReadAsync(context);
        if (!Guid.TryParseExact(organisation, "D", out var id) || await organisations.ReadAsync(id, context.RequestAborted) is not { } body)
        {
            throw new DraftUnknownException();
        }

        try
        {
            var (content, problems) = form.Read(null);
            content = await pictures.TakeAsync(file, form, content, problems, context.RequestAborted);
            var draft = problems.Count > 0 ? throw new DraftRefusedException(problems) : await desk.SaveAsync(current.Caller, id, null, 0, _ => content, context.RequestAborted);
            return await GoOnAsync(context, current.Caller, desk, draft, form, language, isNew: true);
        }
        catch (DraftRefusedException refused)
        {
            return Form(context, new DraftShown(body, null, form, refused.Problems, null, [], null!), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> EditAsync(string id, HttpContext context, OrganisationReader organisations, PersonContactReader persons)
    {
        var draft = await OpenAsync(context, id);
        return await ShowAsync(context, draft, null, context.Request.Query.ContainsKey(Lacks) ? await LackingAsync(context, draft, organisations, persons) : []);
    }

    private static async Task<IReadOnlyList<DraftProblem>> LackingAsync(HttpContext context, Draft draft, OrganisationReader organisations, PersonContactReader persons) =>
        DraftCheck.Lacking(draft.Content, (await organisations.ReadAsync(draft.OrganisationId, context.RequestAborted))!, await persons.ReadAsync(draft.Id, context.RequestAborted) is not null);

    private static async Task<IResult> SaveAsync(string id, HttpContext context, CurrentCaller current, PublishingDesk desk, DraftPictures pictures, RequestLanguage language)
    {
        var (form, file) = await ReadAsync(context);
        var draft = await OpenAsync(context, id);
        try
        {
            var (content, problems) = form.Read(draft.Content);
            content = await pictures.TakeAsync(file, form, content, problems, context.RequestAborted);
            var saved = problems.Count > 0 ? throw new DraftRefusedException(problems) : await desk.SaveAsync(current.Caller, draft.OrganisationId, draft.Id, form.Version, _ => content, context.RequestAborted);
            return await GoOnAsync(context, current.Caller, desk, saved, form, language);
        }
        catch (DraftRefusedException refused)
        {
            return await ShowAsync(context, draft, form, refused.Problems);
        }
        catch (DraftMovedException)
        {
            return await ShowAsync(context, draft, form, [], "Draft.Moved");
        }
    }

    // What she typed is saved by now, and published as well when that is the button she pressed.
    private static async Task<IResult> GoOnAsync(HttpContext context, Caller caller, PublishingDesk desk, Draft draft, DraftForm form, RequestLanguage language, bool isNew = false) => form["then"] == "publish"
        ? await PublishDraftAsync(context, caller, desk, draft, draft.Version, language, isNew)
        : Results.Redirect(language.Link(Next.Contains(form["then"]) ? $"{Path}/{draft.Id}/{form["then"]}" : $"{Path}/{draft.Id}"));

    private static async Task<IResult> PreviewAsync(string id, HttpContext context, OrganisationReader organisations, OfferingComposer composer, PersonContactReader persons, TimeProvider clock)
    {
        var draft = await OpenAsync(context, id);
        var organisation = (await organisations.ReadAsync(draft.OrganisationId, context.RequestAborted))!;
        var person = await persons.ReadAsync(draft.Id, context.RequestAborted);
        if (DraftCheck.Lacking(draft.Content, organisation, person is not null) is { Count: > 0 } lacking)
        {
            return await ShowAsync(context, draft, null, lacking);
        }

        var now = clock.GetUtcNow();
        context.Response.Headers.CacheControl = "no-store";
        var shown = new OfferingShown(composer.Compose(draft.Id, draft.Content, organisation, now), now, HelsinkiTime.Day(now));
        return PageAnswer.Of<OfferingView, OfferingShown>(shown with { Picture = PictureOf(draft), Person = person });
    }

    private static async Task<IResult> PictureAsync(string id, string picture, string size, HttpContext context, CurrentCaller current, DraftPictures pictures, ReviewDesk reviews) =>
        pictures.FileOf((Guid.TryParseExact(id, "D", out var key) ? await reviews.FindAsync(current.Caller, key, context.RequestAborted) : null) ?? await OpenAsync(context, id), picture, size) is { } file ? PictureFile.Of(file, context, forEverybody: false) : ErrorEndpoints.Of(StatusCodes.Status404NotFound);

    private static async Task<IResult> PublishAsync(string id, HttpContext context, CurrentCaller current, PublishingDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        return await PublishDraftAsync(context, current.Caller, desk, await OpenAsync(context, id), VersionIn(fields), language);
    }

    private static async Task<IResult> PublishDraftAsync(HttpContext context, Caller caller, PublishingDesk desk, Draft draft, int seen, RequestLanguage language, bool isNew = false)
    {
        try
        {
            await desk.PublishAsync(caller, draft.Id, seen, context.RequestAborted);
            return Results.Redirect(language.Link($"{Path}/{draft.Id}"));
        }
        catch (DraftRefusedException) when (isNew)
        {
            // What it lacks is told where it is now: the same form sent twice from there makes no second one.
            return Results.Redirect(language.Link($"{Path}/{draft.Id}", QueryString.Create(Lacks, "1")));
        }
        catch (DraftRefusedException refused)
        {
            return await ShowAsync(context, draft, null, refused.Problems);
        }
        catch (DraftMovedException)
        {
            return await ShowAsync(context, await OpenAsync(context, $"{draft.Id}"), null, [], "Reviews.Moved");
        }
    }

    /// <summary>The version that a page showed; one that cannot be read is none that any draft has.</summary>
    public static int VersionIn(IFormCollection fields) => int.TryParse(fields["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    private static async Task<IResult> HideAsync(string id, HttpContext context, CurrentCaller current, PublishingDesk desk, RequestLanguage language)
    {
        await FormPage.ReadAsync(context);
        var draft = await OpenAsync(context, id);
        try
        {
            await desk.UnpublishAsync(current.Caller, draft.Id, context.RequestAborted);
            return Results.Redirect(language.Link($"{Path}/{draft.Id}"));
        }
        catch (DraftRefusedException refused)
        {
            return await ShowAsync(context, draft, null, refused.Problems);
        }
    }

    private static async Task<IResult> TellCapacityAsync(string id, HttpContext context, CurrentCaller current, PublishingDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        if (PublicWords.Read<CapacityState>(fields["state"].ToString()) is not { } state || !Guid.TryParseExact(id, "D", out var key))
        {
            return ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
        }

        await desk.TellCapacityAsync(current.Caller, key, state, context.RequestAborted);
        return Results.Redirect(language.Link(Path));
    }

    private static async Task<IResult> CopyAsync(string id, HttpContext context, CurrentCaller current, PublishingDesk desk, RequestLanguage language)
    {
        await FormPage.ReadAsync(context);
        var draft = await OpenAsync(context, id);
        try
        {
            return Results.Redirect(language.Link($"{Path}/{(await desk.CopyAsync(current.Caller, draft.Id, context.RequestAborted)).Id}"));
        }
        catch (DraftRefusedException refused)
        {
            return await ShowAsync(context, draft, null, refused.Problems);
        }
    }

    private static async Task<IResult> HistoryAsync(string id, HttpContext context, CurrentCaller current, DraftReader reader)
    {
        var draft = await OpenAsync(context, id);
        var history = (await reader.HistoryAsync(current.Caller, draft.Id, context.RequestAborted))!;
        return FormPage.Of<HistoryPage, HistoryShown>(context, token => new(draft, history, token));
    }

    private static async Task<IResult> RestoreAsync(string id, HttpContext context, CurrentCaller current, PublishingDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        var draft = await OpenAsync(context, id);
        await desk.RestoreAsync(current.Caller, Guid.TryParseExact(fields["edition"], "D", out var edition) ? edition : Guid.Empty, context.RequestAborted);
        return Results.Redirect(language.Link($"{Path}/{draft.Id}"));
    }

    private static async Task<(DraftForm Form, IFormFile? Picture)> ReadAsync(HttpContext context)
    {
        DraftPictures.ReadInMemory(context);
        var fields = await FormPage.ReadAsync(context);
        return (new DraftForm(fields.ToDictionary(field => field.Key, field => field.Value)), fields.Files["picture"]);
    }

    /// <summary>A draft's picture, under the address at which those who write see it.</summary>
    public static ShownPicture? PictureOf(Draft draft) => draft.Content.Picture is { } picture ? new($"{Path}/{draft.Id}", picture) : null;

    /// <exception cref="DraftUnknownException">It is not hers.</exception>
    public static async Task<Draft> OpenAsync(HttpContext context, string id)
    {
        var services = context.RequestServices;
        return Guid.TryParseExact(id, "D", out var key)
            && await services.GetRequiredService<DraftReader>().OpenAsync(services.GetRequiredService<CurrentCaller>().Caller, key, context.RequestAborted) is { } draft
            ? draft
            : throw new DraftUnknownException();
    }

    /// <summary>The form again, with what was wrong in it.</summary>
    public static async Task<IResult> ShowAsync(HttpContext context, Draft draft, DraftForm? form, IReadOnlyList<DraftProblem> problems, string? word = null)
    {
        var services = context.RequestServices;
        var organisation = (await services.GetRequiredService<OrganisationReader>().ReadAsync(draft.OrganisationId, context.RequestAborted))!;
        var kept = await services.GetRequiredService<DraftReader>().KeptAsync(draft.Id, context.RequestAborted);
        return Form(
            context,
            new DraftShown(organisation, draft, form ?? DraftForm.Of(draft), problems, word, kept, null!)
            {
                Returned = await services.GetRequiredService<DraftReader>().ReturnedAsync(draft.Id, context.RequestAborted),
                Person = await services.GetRequiredService<PersonContactReader>().ReadAsync(draft.Id, context.RequestAborted),
            },
            problems.Count > 0 || word is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static IResult Form(HttpContext context, DraftShown shown, int status = StatusCodes.Status200OK) =>
        FormPage.Of<DraftPage, DraftShown>(context, token => shown with { Token = token }, status);
}

/// <summary>An organisation and what it has.</summary>
internal sealed record OwnOrganisation(Organisation Organisation, IReadOnlyList<OwnOffering> Offerings);

/// <summary>The list as it is shown.</summary>
internal sealed record OwnOfferingsShown(IReadOnlyList<OwnOrganisation> Organisations, AntiforgeryTokenSet Token);

/// <summary>The form as it is shown; no draft: a new one. The word is a key of the room's texts.</summary>
internal sealed record DraftShown(
    Organisation Organisation, Draft? Draft, DraftForm Form, IReadOnlyList<DraftProblem> Problems, string? Word, IReadOnlyList<string> Kept, AntiforgeryTokenSet Token)
{
    /// <summary>The words with which a second person gave it back last; null: she did not.</summary>
    public string? Returned { get; init; }

    /// <summary>Who may be reached by name; null: nobody.</summary>
    public PersonShown? Person { get; init; }
}

/// <summary>The history as it is shown.</summary>
internal sealed record HistoryShown(Draft Draft, IReadOnlyList<Edition> History, AntiforgeryTokenSet Token);
