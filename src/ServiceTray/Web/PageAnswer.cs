using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ServiceTray.Web;

/// <summary>A page as an endpoint answers it: whole, not streamed.</summary>
internal static class PageAnswer
{
    /// <summary>A page that needs nothing told.</summary>
    public static IResult Of<TPage>(int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage> { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A page that shows something; the page takes it as a cascading parameter of that type.</summary>
    public static IResult Of<TPage, TShown>(TShown shown, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<PageFrame<TPage, TShown>>(new Dictionary<string, object?> { [nameof(PageFrame<TPage, TShown>.Shown)] = shown })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
}
