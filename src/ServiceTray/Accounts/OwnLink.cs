using ServiceTray.Languages;

namespace ServiceTray.Accounts;

/// <summary>A page that stands on the own page of those who may open it; each room adds its own.</summary>
internal sealed record OwnLink(string Path, Func<Language, string> Words)
{
    /// <summary>What she may open, by the same table that lets her in.</summary>
    public static IReadOnlyList<OwnLink> For(Caller caller, IEnumerable<OwnLink> pages, OperationTable operations) =>
        [.. pages.Where(page => operations.OfPath(HttpMethods.Get, page.Path)?.Roles.Any(caller.Is) == true)];
}
