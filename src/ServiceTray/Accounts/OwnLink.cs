using ServiceTray.Languages;

namespace ServiceTray.Accounts;

/// <summary>A page that stands on the own page of those who may open it; each room adds its own. One for newcomers is open to all, and shown to those who have no role yet.</summary>
internal sealed record OwnLink(string Path, Func<Language, string> Words, bool ForNewcomers = false)
{
    /// <summary>What she may open, by the same table that lets her in.</summary>
    public static IReadOnlyList<OwnLink> For(Caller caller, IEnumerable<OwnLink> pages, OperationTable operations) =>
        [.. pages.Where(page => page.ForNewcomers ? caller.Grants.Count == 0 : operations.OfPath(HttpMethods.Get, page.Path)?.Roles.Any(caller.Is) == true)];
}
