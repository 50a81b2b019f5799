using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ServiceTray.Benchmarks.Search;

/// <summary>PostgreSQL with PostGIS, of Debian's packages: words by a GIN index, circles by a GiST index, all in one prepared statement; left out where they are not there.</summary>
internal sealed class PostgisPeer : IPeer
{
    private const string Answer = """
        WITH hit AS MATERIALIZED (
          SELECT id, ts_rank(words, query) AS score, municipality, themes FROM offering, to_tsquery('simple', $1) AS query
          WHERE words @@ query AND ST_DWithin(place, ST_MakePoint($2, $3)::geography, $4, false))
        SELECT (SELECT count(*) FROM hit),
               ARRAY(SELECT id FROM hit ORDER BY score DESC, id LIMIT 20),
               ARRAY(SELECT ROW(municipality, count(*))::text FROM hit GROUP BY municipality),
               ARRAY(SELECT ROW(theme, count(*))::text FROM hit, unnest(themes) AS theme GROUP BY theme)
        """;

    private readonly PostgresCluster cluster;
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;

    private PostgisPeer(PostgresCluster cluster, NpgsqlConnection connection)
    {
        (this.cluster, this.connection) = (cluster, connection);
        command = new NpgsqlCommand(Answer, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = "" });
        for (var i = 0; i < 3; i++)
        {
            command.Parameters.Add(new NpgsqlParameter<double>());
        }
    }

    public string Name => "PostgreSQL + PostGIS";

    public int Questions => 200;

    public static async Task<PostgisPeer?> TryStartAsync(IEnumerable<MadeOffering> offerings)
    {
        if (await PostgresCluster.TryStartAsync() is not { } cluster)
        {
            Console.WriteLine("  PostgreSQL + PostGIS is left out: it needs Debian's postgresql and postgis");
            return null;
        }

        var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync();
        await RunAsync(connection, """
            CREATE EXTENSION postgis;
            CREATE TABLE offering (id int PRIMARY KEY, title text, text text, longitude float8, latitude float8, municipality int, themes int[]);
            """);
        await using (var writer = await connection.BeginTextImportAsync("COPY offering FROM STDIN"))
        {
            foreach (var made in offerings)
            {
                await writer.WriteAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{made.Number}\t{made.Title}\t{made.Text}\t{made.Point.Longitude}\t{made.Point.Latitude}\t{made.Municipality}\t{{{string.Join(',', made.Themes)}}}\n"));
            }
        }

        await RunAsync(connection, """
            ALTER TABLE offering
              ADD words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', text)) STORED,
              ADD place geography GENERATED ALWAYS AS (ST_MakePoint(longitude, latitude)::geography) STORED;
            CREATE INDEX ON offering USING gin (words);
            CREATE INDEX ON offering USING gist (place);
            VACUUM ANALYZE offering;
            """);
        var peer = new PostgisPeer(cluster, connection);
        await peer.command.PrepareAsync();
        return peer;
    }

    public async Task<Answers> AskAsync(IReadOnlyList<MadeQuestion> questions)
    {
        var found = 0L;
        var start = Stopwatch.GetTimestamp();
        foreach (var question in questions)
        {
            command.Parameters[0].Value = $"{question.First} {(question.All ? '&' : '|')} {question.Second}";
            command.Parameters[1].Value = question.Point.Longitude;
            command.Parameters[2].Value = question.Point.Latitude;
            command.Parameters[3].Value = EnginePeer.Radius;
            await using var rows = await command.ExecuteReaderAsync();
            await rows.ReadAsync();
            found += rows.GetInt64(0);
            _ = (rows.GetValue(1), rows.GetValue(2), rows.GetValue(3));
        }

        return new Answers(Stopwatch.GetElapsedTime(start).TotalMicroseconds / questions.Count, found);
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
        cluster.Dispose();
    }

    // Each statement by itself: VACUUM is refused among others.
    private static async Task RunAsync(NpgsqlConnection connection, string statements)
    {
        foreach (var statement in statements.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
#pragma warning disable CA2100 // The text is one of those above.
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 600 };
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }
}
