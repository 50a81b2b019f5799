using System.Globalization;

namespace ServiceTray.Places;

/// <summary>Reads a point from words: <c>62.89, 27.68</c>, <c>62.89 27.68</c> or <c>62,89; 27,68</c>, latitude first.</summary>
internal static class PointWords
{
    /// <summary>The point; null: the words are none, or it would lie off the globe.</summary>
    public static Coordinates? Read(string words)
    {
        var trimmed = words.AsSpan().Trim();
        var split = trimmed.IndexOf(';');
        if (split < 0)
        {
            split = trimmed.IndexOfAny(' ', '\t');
        }

        if (split < 0)
        {
            split = trimmed.IndexOf(',');
        }

        if (split <= 0)
        {
            return null;
        }

        return Number(trimmed[..split].TrimEnd(", ")) is { } latitude && Number(trimmed[(split + 1)..].Trim()) is { } longitude
            ? Coordinates.OrNull(latitude, longitude)
            : null;
    }

    // A house number or a postal code is no degree: at least one decimal is asked for.
    private static double? Number(ReadOnlySpan<char> text)
    {
        var point = text.IndexOfAny('.', ',');
        if (point <= 0 || point == text.Length - 1)
        {
            return null;
        }

        Span<char> invariant = stackalloc char[text.Length];
        text.CopyTo(invariant);
        invariant[point] = '.';
        return double.TryParse(invariant, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
