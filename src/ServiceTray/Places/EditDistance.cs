namespace ServiceTray.Places;

/// <summary>Damerau–Levenshtein distance (optimal string alignment): added, left out, changed and swapped letters.</summary>
internal static class EditDistance
{
    /// <summary>The distance when it is at most the bound, else the bound + 1.</summary>
    public static int Within(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int bound)
    {
        if (Math.Abs(one.Length - other.Length) > bound)
        {
            return bound + 1;
        }

        var width = other.Length + 1;
        Span<int> rows = width <= 64 ? stackalloc int[3 * 64] : new int[3 * width];
        var twoBack = rows[..width];
        var back = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
        {
            back[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(row[j - 1], back[j]) + 1, back[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    value = Math.Min(value, twoBack[j - 2] + 1);
                }

                row[j] = value;
                least = Math.Min(least, value);
            }

            if (least > bound)
            {
                return bound + 1;
            }

            var free = twoBack;
            twoBack = back;
            back = row;
            row = free;
        }

        return Math.Min(back[width - 1], bound + 1);
    }
}
