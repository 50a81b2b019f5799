using Microsoft.Data.Sqlite;

namespace ServiceTray.Data;

/// <summary>Where the database and the index lie.</summary>
internal sealed record TrayDatabase(string Folder)
{
    public string File => Path.Combine(Folder, "tray.db");

    public string IndexFile => Path.Combine(Folder, "index.bin");

    /// <summary>Written when the index has last counted all dates on from the day; how old it is tells when that is due again. The number in its name grows when the index tells days in other words, so that all is counted anew soon.</summary>
    public string IndexRenewedFile => Path.Combine(Folder, "index.renewed.2");

    /// <summary>The key that page cursors are signed with; it lets a walk through pages go on after a restart.</summary>
    public string CursorKeyFile => Path.Combine(Folder, "cursor.key");

    /// <summary>A file that asks the serving process to build the index anew; it goes when that is done.</summary>
    public string ReindexWish => Path.Combine(Folder, "reindex");

    /// <summary>A file that the serving process holds locked.</summary>
    public string ServingLock => Path.Combine(Folder, "serving.lock");

    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = File,
        ForeignKeys = true,
        DefaultTimeout = 5,
    }.ToString();

    /// <summary>Makes the folder where there is none, for the tray's own user alone: names, mail addresses and keys lie in it.</summary>
    public DirectoryInfo MakeFolder() => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(Folder)
        : Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>Holds a file until disposed; null: another process holds it.</summary>
    /// <exception cref="UnauthorizedAccessException">The file is not this user's to take.</exception>
    public static FileStream? TryHold(string file)
    {
        try
        {
            return System.IO.File.Open(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
