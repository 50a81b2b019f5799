using System.Security.Cryptography;
using ServiceTray.Data;

namespace ServiceTray.Offerings;

/// <summary>The key that page cursors are signed with, kept in the data folder for its owner alone and made when there is none.</summary>
internal static class CursorKey
{
    private const int Length = 32;

    /// <summary>The key; null where none can be kept, and cursors then last as long as the process.</summary>
    public static ReadOnlyMemory<byte>? ReadOrMake(TrayDatabase database)
    {
        try
        {
            database.MakeFolder();
            return Read(database.CursorKeyFile) ?? Make(database.CursorKeyFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written is told by the start itself, in words.
            return null;
        }
    }

    private static byte[]? Read(string file) => File.Exists(file) && File.ReadAllBytes(file) is { Length: Length } key ? key : null;

    // Written beside and renamed, so that nobody reads half a key; one of a wrong length is replaced.
    private static byte[] Make(string file)
    {
        var key = RandomNumberGenerator.GetBytes(Length);
        var beside = $"{file}.new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(beside, options))
        {
            stream.Write(key);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, file, overwrite: true);
        return key;
    }
}
