using System.Globalization;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Tests.Relevance;

/// <summary>Reads documents and judged queries from tab-separated files.</summary>
internal static class JudgedFiles
{
    /// <summary>Kind, query, and <c>id:grade</c> pairs behind commas.</summary>
    public static IReadOnlyList<JudgedQuery> Queries(string path) =>
        [.. Rows(path, 3).Select(row => new JudgedQuery(row[0], row[1], row[2].Split(',').Select(Grade).ToDictionary(StringComparer.Ordinal)))];

    /// <summary>Finnish documents: id, theme number, title, text.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<DocumentText>> Finnish(string path) =>
        Rows(path, 4).ToDictionary(row => row[0], row => Texts("fi", row[2], row[3]), StringComparer.Ordinal);

    /// <summary>Swedish and English documents: id, Swedish title and text, English title and text.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<DocumentText>> SwedishAndEnglish(string path) =>
        Rows(path, 5).ToDictionary(row => row[0], row => (IReadOnlyList<DocumentText>)[.. Texts("sv", row[1], row[2]), .. Texts("en", row[3], row[4])], StringComparer.Ordinal);

    private static IReadOnlyList<DocumentText> Texts(string language, string title, string text) =>
        [new DocumentText("title", language, title), new DocumentText("text", language, text)];

    private static KeyValuePair<string, int> Grade(string pair)
    {
        var colon = pair.LastIndexOf(':');
        return new(pair[..colon].Trim(), int.Parse(pair.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string[]> Rows(string path, int columns)
    {
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            var row = line.Split('\t');
            yield return row.Length >= columns ? row : throw new InvalidDataException($"{path}: a line has {row.Length} columns, not {columns}.");
        }
    }
}
