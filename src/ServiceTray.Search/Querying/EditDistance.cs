namespace ServiceTray.Search.Querying;

/// <summary>How many letters must be put in, left out, changed or swapped with their neighbour (Damerau–Levenshtein, no letter touched twice).</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 when it is more.</summary>
    public static int Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        var width = b.Length + 1;
        Span<int> rows = width <= 128 ? stackalloc int[3 * 128] : new int[3 * width];
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var now = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    value = Math.Min(value, before[j - 2] + 1);
                }

                now[j] = value;
                least = Math.Min(least, value);
            }

            if (least > most)
            {
                return most + 1;
            }

            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        return Math.Min(last[b.Length], most + 1);
    }
}
