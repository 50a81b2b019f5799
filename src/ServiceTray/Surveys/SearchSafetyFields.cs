using ServiceTray.Guidance;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Surveys;

/// <summary>Help on top of what was found, when the words searched for call for it.</summary>
internal static class SearchSafetyFields
{
    public static IReadOnlyList<HelpRow> Safety(OfferingConnection connection, RequestLanguage request, Safety safety) =>
        safety.ForWords(connection.Page.Understood.Asked.Text, connection.Page.Understood.Asked.Near, request.Language);
}
