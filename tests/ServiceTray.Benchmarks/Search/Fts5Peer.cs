using System.Diagnostics;
using Microsoft.Data.Sqlite;
using ServiceTray.Search.Geography;

namespace ServiceTray.Benchmarks.Search;

/// <summary>SQLite's FTS5 in memory, its rows filtered by a box and then by distance, counted and cut here, which is quicker than in SQL.</summary>
internal sealed class Fts5Peer : IPeer
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public Fts5Peer(IEnumerable<MadeOffering> offerings)
    {
        connection.Open();
        Run("CREATE VIRTUAL TABLE words USING fts5(title, text, tokenize = \"unicode61 remove_diacritics 0\")");
        Run("CREATE TABLE offering (id INTEGER PRIMARY KEY, latitude REAL, longitude REAL, municipality INTEGER, themes INTEGER)");
        using var transaction = connection.BeginTransaction();
        using var words = Prepare(transaction, "INSERT INTO words(rowid, title, text) VALUES ($id, $a, $b)", "$id", "$a", "$b");
        using var rows = Prepare(transaction, "INSERT INTO offering VALUES ($id, $a, $b, $c, $d)", "$id", "$a", "$b", "$c", "$d");
        foreach (var made in offerings)
        {
            Set(words, made.Number, made.Title, made.Text);
            Set(rows, made.Number, made.Point.Latitude, made.Point.Longitude, made.Municipality, made.Themes.Sum(theme => 1 << theme));
        }

        transaction.Commit();
        Run("INSERT INTO words(words) VALUES ('optimize')");
    }

    public string Name => "SQLite FTS5";

    public int Questions => 200;

    public Task<Answers> AskAsync(IReadOnlyList<MadeQuestion> questions)
    {
        using var command = Prepare(null, """
            SELECT o.id, -bm25(words, 2.0, 1.0), o.latitude, o.longitude, o.municipality, o.themes FROM words JOIN offering o ON o.id = words.rowid
            WHERE words MATCH $words AND o.latitude BETWEEN $south AND $north AND o.longitude BETWEEN $west AND $east
            """, "$words", "$south", "$north", "$west", "$east");
        var found = 0L;
        var start = Stopwatch.GetTimestamp();
        foreach (var question in questions)
        {
            found += Answer(command, question);
        }

        return Task.FromResult(new Answers(Stopwatch.GetElapsedTime(start).TotalMicroseconds / questions.Count, found));
    }

    public void Dispose() => connection.Dispose();

    private static int Answer(SqliteCommand command, MadeQuestion question)
    {
        var (high, wide) = (EnginePeer.Radius / 111_195, EnginePeer.Radius / 111_195 / Math.Cos(double.DegreesToRadians(question.Point.Latitude)));
        var at = question.Point;
        Fill(command, $"{question.First} {(question.All ? "AND" : "OR")} {question.Second}", at.Latitude - high, at.Latitude + high, at.Longitude - wide, at.Longitude + wide);
        var (best, total) = (new PriorityQueue<long, double>(), 0);
        var (municipalities, themes) = (new int[309], new int[8]);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (Globe.Distance(at, new GeoPoint(rows.GetDouble(2), rows.GetDouble(3))) > EnginePeer.Radius)
            {
                continue;
            }

            total++;
            municipalities[rows.GetInt32(4)]++;
            for (var (mask, theme) = (rows.GetInt32(5), 0); mask != 0; mask >>= 1, theme++)
            {
                themes[theme] += mask & 1;
            }

            best.Enqueue(rows.GetInt64(0), rows.GetDouble(1));
            if (best.Count > 20)
            {
                best.Dequeue();
            }
        }

        return total;
    }

    private void Run(string sql)
    {
        using var command = Prepare(null, sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(SqliteTransaction? transaction, string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    private static void Set(SqliteCommand command, params object[] values)
    {
        Fill(command, values);
        command.ExecuteNonQuery();
    }

    private static void Fill(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }
}
