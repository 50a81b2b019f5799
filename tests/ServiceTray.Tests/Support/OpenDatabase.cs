using Microsoft.Data.Sqlite;

namespace ServiceTray.Tests.Support;

/// <summary>A reader of a tray's database: while it is open, the log beside the database is neither written into it nor taken away.</summary>
internal static class OpenDatabase
{
    public static SqliteConnection Hold(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "tray.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM change";
        command.ExecuteScalar();
        return connection;
    }
}
