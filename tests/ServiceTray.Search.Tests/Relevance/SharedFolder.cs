using Xunit;

namespace ServiceTray.Search.Tests.Relevance;

/// <summary>Finds the shared material beside the repository.</summary>
internal static class SharedFolder
{
    /// <summary>The folder of judged documents and queries; skips the test where it is absent.</summary>
    public static string Relevance()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var relevance = Path.Combine(folder.FullName, "shared", "data", "relevance");
            if (Directory.Exists(relevance))
            {
                return relevance;
            }
        }

        throw new SkipException("../shared/data/relevance is not here.");
    }
}
