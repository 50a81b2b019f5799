using Microsoft.Data.Sqlite;

namespace ServiceTray.Data;

/// <summary>Rows laid aside on disk while a source is put together, where there are more of them than memory should hold; nothing is left of them, even when the process is killed.</summary>
internal sealed class ScratchRows : IDisposable
{
    private const string OfKey = "SELECT path, body FROM laid WHERE kind = $kind AND key = $key ORDER BY rowid";

    // A database without a name lies in a file that is deleted as soon as it is open.
    private readonly SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = "", Pooling = false }.ToString());
    private readonly SqliteCommand add;
    private readonly SqliteCommand find;

    public ScratchRows()
    {
        connection.Open();
        Run("PRAGMA journal_mode = OFF");
        Run("PRAGMA cache_size = -16384");
        Run("CREATE TABLE laid (kind TEXT NOT NULL, key TEXT NOT NULL, path TEXT NOT NULL, body TEXT NOT NULL)");
        Run("CREATE INDEX laid_key ON laid (kind, key)");
        Run("BEGIN");
        add = Command("INSERT INTO laid VALUES ($kind, $key, $path, $body)", "$kind", "$key", "$path", "$body");
        find = Command(OfKey, "$kind", "$key");
    }

    /// <summary>Lays a row aside, beside others of the same key.</summary>
    public void Add(string kind, string key, ScratchRow row) => Bound(add, kind, key, row.Path, row.Body).ExecuteNonQuery();

    /// <summary>Lays a row aside in the place of all others of its key.</summary>
    public void Replace(string kind, string key, ScratchRow row)
    {
        using var clear = Command("DELETE FROM laid WHERE kind = $kind AND key = $key", "$kind", "$key");
        Bound(clear, kind, key).ExecuteNonQuery();
        Add(kind, key, row);
    }

    /// <summary>The rows of a key, in the order in which they were laid aside.</summary>
    public IReadOnlyList<ScratchRow> Of(string kind, string key) => [.. Read(Bound(find, kind, key))];

    public bool Has(string kind, string key) => Read(Bound(find, kind, key)).Any();

    /// <summary>The rows of a key where they may be many, read one after another; none may be added meanwhile.</summary>
    public IEnumerable<ScratchRow> Each(string kind, string key)
    {
        using var each = Command(OfKey, "$kind", "$key");
        foreach (var row in Read(Bound(each, kind, key)))
        {
            yield return row;
        }
    }

    /// <summary>The rows of a kind by key, read one after another; none may be added meanwhile.</summary>
    public IEnumerable<ScratchRow> All(string kind)
    {
        using var all = Command("SELECT path, body FROM laid WHERE kind = $kind ORDER BY key, rowid", "$kind");
        foreach (var row in Read(Bound(all, kind)))
        {
            yield return row;
        }
    }

    public void Dispose()
    {
        add.Dispose();
        find.Dispose();
        connection.Dispose();
    }

    private static IEnumerable<ScratchRow> Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new(reader.GetString(0), reader.GetString(1));
        }
    }

    private static SqliteCommand Bound(SqliteCommand command, params ReadOnlySpan<string> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is this class's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter, SqliteType.Text);
        }

        return command;
    }
}

/// <summary>A row and where in its source it stands.</summary>
internal sealed record ScratchRow(string Path, string Body);
