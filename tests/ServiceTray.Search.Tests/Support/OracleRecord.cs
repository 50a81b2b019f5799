using System.IO.Compression;

namespace ServiceTray.Search.Tests.Support;

/// <summary>What an outside judge said, as the scripts in <c>Oracle</c> record it.</summary>
internal static class OracleRecord
{
    /// <summary>The rows of a record, each in its columns.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ServiceTray.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        using var record = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "tests", "ServiceTray.Search.Tests", "Oracle", name)), CompressionMode.Decompress));
        while (record.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }
}
