using Microsoft.Data.Sqlite;

namespace ServiceTray.Data;

/// <summary>Where the database and the index lie.</summary>
internal sealed record TrayDatabase(string Folder)
{
    public string File => Path.Combine(Folder, "tray.db");

    public string IndexFile => Path.Combine(Folder, "index.bin");

    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = File,
        ForeignKeys = true,
        DefaultTimeout = 5,
    }.ToString();
}
