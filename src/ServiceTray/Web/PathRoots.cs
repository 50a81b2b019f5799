namespace ServiceTray.Web;

/// <summary>Asks of a path where it belongs; each request asks, so that nothing is made for it.</summary>
internal static class PathRoots
{
    /// <summary>Whether a path is one of these or stands below one.</summary>
    public static bool IsUnderAny(this PathString path, ReadOnlySpan<string> roots, StringComparison comparison)
    {
        foreach (var root in roots)
        {
            if (path.StartsWithSegments(root, comparison))
            {
                return true;
            }
        }

        return false;
    }
}
