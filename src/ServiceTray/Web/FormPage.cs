using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;

namespace ServiceTray.Web;

/// <summary>A page with a form that changes something: it carries a token that says the form is this page's own, and is kept nowhere.</summary>
internal static class FormPage
{
    public static IResult Of<TPage, TShown>(HttpContext context, Func<AntiforgeryTokenSet, TShown> shown, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        context.Response.Headers.CacheControl = "no-store";
        return PageAnswer.Of<TPage, TShown>(shown(token), status);
    }

    /// <summary>The fields of a form that was sent from one of these pages.</summary>
    /// <exception cref="BadHttpRequestException">It was not, or cannot be read.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? fields
            : throw new BadHttpRequestException("The form is not of this page, or was open too long.", StatusCodes.Status400BadRequest);
    }
}
