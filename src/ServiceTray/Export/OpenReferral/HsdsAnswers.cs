using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Answers with one record, or with a page of them in the envelope that both profiles share, or with one a line.</summary>
internal static class HsdsAnswers
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Rows of a list that are not all read at once: so many, and how those from one on are written.</summary>
    public sealed record Rows(int Count, Func<int, int, IAsyncEnumerable<Action<Utf8JsonWriter>>> Read);

    public static async Task OneAsync(HttpContext http, Action<Utf8JsonWriter> write)
    {
        Head(http, "application/json; charset=utf-8");
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Options);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    public static Task ManyAsync(HttpContext http, HsdsQuery asked, Rows rows) => asked.Lines ? LinesAsync(http, rows) : PageAsync(http, asked, rows);

    private static async Task PageAsync(HttpContext http, HsdsQuery asked, Rows rows)
    {
        var pages = Math.Max(1, (rows.Count + asked.PerPage - 1) / asked.PerPage);
        var skip = Math.Min((long)rows.Count, ((long)asked.Page - 1) * asked.PerPage);
        var size = (int)Math.Min(asked.PerPage, rows.Count - skip);
        Head(http, "application/json; charset=utf-8");
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteNumber("total_items", rows.Count);
        json.WriteNumber("total_pages", pages);
        json.WriteNumber("page_number", asked.Page);
        json.WriteNumber("size", size);
        json.WriteBoolean("first_page", asked.Page == 1);
        json.WriteBoolean("last_page", asked.Page >= pages);
        json.WriteBoolean("empty", size == 0);
        json.WriteStartArray("contents");
        await foreach (var write in rows.Read((int)skip, size))
        {
            await WriteAsync(http, json, write);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private static async Task LinesAsync(HttpContext http, Rows rows)
    {
        Head(http, "application/x-ndjson; charset=utf-8");
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Options);
        await foreach (var write in rows.Read(0, rows.Count))
        {
            await WriteAsync(http, json, write);
            json.Reset();
            await http.Response.BodyWriter.WriteAsync("\n"u8.ToArray(), http.RequestAborted);
        }
    }

    private static async Task WriteAsync(HttpContext http, Utf8JsonWriter json, Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        await http.Response.BodyWriter.FlushWhenFullAsync(http.RequestAborted);
    }

    private static void Head(HttpContext http, string type) => http.Response.ContentType = type;
}
