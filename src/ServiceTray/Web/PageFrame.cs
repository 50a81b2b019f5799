using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ServiceTray.Web;

/// <summary>Hands a page what it shows, by its type: <c>[CascadingParameter] private TShown Shown</c>.</summary>
// Razor's own parameters must be public, and with them everything that a page can show.
internal sealed class PageFrame<TPage, TShown> : ComponentBase
    where TPage : IComponent
{
    [Parameter, EditorRequired]
    public TShown Shown { get; set; } = default!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<TShown>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<TShown>.Value), Shown);
        builder.AddComponentParameter(2, nameof(CascadingValue<TShown>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<TShown>.ChildContent), (RenderFragment)(inner =>
        {
            inner.OpenComponent<TPage>(0);
            inner.CloseComponent();
        }));
        builder.CloseComponent();
    }
}
