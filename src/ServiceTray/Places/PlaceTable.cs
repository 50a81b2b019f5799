using System.Globalization;

namespace ServiceTray.Places;

/// <summary>Reads the gazetteer's own tables: a header, then rows of as many cells; no cell holds a comma or a quote.</summary>
internal static class PlaceTable
{
    /// <summary>The rows, each checked against the header's width.</summary>
    /// <exception cref="InvalidDataException">A row that cannot be read, with file and line.</exception>
    public static IEnumerable<PlaceRow> Read(string path, string header)
    {
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != header)
        {
            throw new InvalidDataException($"{path}:1: the header is to be {header}");
        }

        var width = header.Count(c => c == ',') + 1;
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',');
            if (cells.Length != width || lines[i].Contains('"', StringComparison.Ordinal))
            {
                throw new InvalidDataException($"{path}:{i + 1}: {width} cells without commas or quotes are to stand here");
            }

            yield return new PlaceRow(path, i + 1, cells);
        }
    }
}

/// <summary>A row of a table, with where it stands.</summary>
internal sealed record PlaceRow(string Path, int Line, string[] Cells)
{
    /// <summary>A cell; empty is null.</summary>
    public string? this[int index] => Cells[index].Length == 0 ? null : Cells[index];

    /// <summary>A cell that must be filled.</summary>
    public string Required(int index) => this[index] ?? throw Wrong($"cell {index + 1} is empty");

    /// <summary>The point in this cell and the next.</summary>
    public Coordinates Point(int index)
    {
        var read = double.TryParse(Cells[index], CultureInfo.InvariantCulture, out var latitude)
            & double.TryParse(Cells[index + 1], CultureInfo.InvariantCulture, out var longitude);
        return (read ? Coordinates.OrNull(latitude, longitude) : null) ?? throw Wrong($"cells {index + 1} and {index + 2} are no latitude and longitude");
    }

    /// <summary>What is wrong with it.</summary>
    public InvalidDataException Wrong(string what) => new($"{Path}:{Line}: {what}");
}
