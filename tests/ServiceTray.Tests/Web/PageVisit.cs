using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ServiceTray.Tests.Support;

namespace ServiceTray.Tests.Web;

/// <summary>A page as it was answered, read as a browser reads it without scripts.</summary>
internal sealed record PageVisit(HttpResponseMessage Answer, string Text, IHtmlDocument Document)
{
    public int Status => (int)Answer.StatusCode;

    public IElement Main => Document.QuerySelector("main")!;

    public string Title => Document.Title!;

    public string? Header(string name) =>
        Answer.Headers.TryGetValues(name, out var values) || Answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    public IReadOnlyList<string> All(string selector) => [.. Document.QuerySelectorAll(selector).Select(found => found.TextContent.Trim())];

    public static async Task<PageVisit> GetAsync(TrayApp tray, string path) => await ReadAsync(await tray.Client.GetAsync(path));

    public static async Task<PageVisit> PostAsync(TrayApp tray, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await ReadAsync(await tray.Client.PostAsync(path, form));
    }

    /// <summary>Presses the button that says so, as a browser would: with all fields of its form.</summary>
    public Task<PageVisit> PressAsync(TrayApp tray, string words)
    {
        var button = Document.QuerySelectorAll<IHtmlButtonElement>("button").First(found => found.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));
        var form = button.Form ?? throw new InvalidOperationException($"{words} belongs to no form.");
        var fields = FieldsOf(form).Concat(button.Name is { Length: > 0 } name ? [(name, button.Value)] : []);
        return PostAsync(tray, button.GetAttribute("formaction") ?? form.GetAttribute("action")!, [.. fields]);
    }

    /// <summary>What a browser sends of a form beside the button: hidden fields, what is checked or chosen, and what is written.</summary>
    public static IEnumerable<(string Name, string Value)> FieldsOf(IHtmlFormElement form) => form.Elements.OfType<IHtmlElement>().SelectMany(element => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => [],
        IHtmlInputElement { Name.Length: > 0 } input => new[] { (input.Name!, input.Value) },
        IHtmlTextAreaElement text => [(text.Name!, text.Value)],
        IHtmlSelectElement select => [(select.Name!, select.Value!)],
        _ => [],
    });

    public static async Task<PageVisit> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return new(answer, text, new HtmlParser().ParseDocument(text));
    }
}
