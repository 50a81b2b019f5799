using System.Text;

namespace ServiceTray.Tests.Support;

/// <summary>Looks for words in every byte of a folder, in the two ways that programs here write text.</summary>
internal static class DiskSearch
{
    public static IEnumerable<string> FilesWith(string folder, params string[] words) =>
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        let bytes = Read(file)
        where words.Any(word => Holds(bytes, Encoding.UTF8.GetBytes(word)) || Holds(bytes, Encoding.Unicode.GetBytes(word)))
        select Path.GetRelativePath(folder, file);

    private static bool Holds(byte[] bytes, byte[] word) => bytes.AsSpan().IndexOf(word) >= 0;

    private static byte[] Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // The lock of the serving process, or a temporary file that another has just taken away.
            return [];
        }
    }
}
