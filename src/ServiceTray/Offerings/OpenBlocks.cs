namespace ServiceTray.Offerings;

/// <summary>
/// Half hours of single days in few words. A day's half hours are told in blocks of 1, 2, 4 … 64, and for each block of a weekday the weeks
/// in which it holds in blocks of 1, 4, 16 and 64. A word says that all of a block of weeks holds (<c>f</c>), or that some of it does (<c>s</c>).
/// Two sets have a half hour in common just when a block of one lies in a block of the other, so a question asks for its own blocks and all
/// that these lie in.
/// </summary>
internal static class OpenBlocks
{
    private const int Largest = 3;

    /// <summary>The day as a whole: that anything of it is told.</summary>
    private const int AnyHalf = 0;

    private const int RootOfHalves = 1;

    /// <summary>What is told, in words of blocks and of what they lie in.</summary>
    public static IReadOnlyList<string> Told(Dictionary<int, ulong> days)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var told = from day in days
                   where day.Value != 0
                   from half in Cover(day.Value, RootOfHalves, 0, 64).Prepend(AnyHalf)
                   group day.Key / 7 by (Weekday: day.Key % 7, Half: half);
        foreach (var block in told)
        {
            foreach (var (size, weeks) in Weeks(block.Distinct().Order()))
            {
                words.Add(Word(block.Key.Weekday, block.Key.Half, 'f', size, weeks));
                for (var larger = Math.Max(size, 1); larger <= Largest; larger++)
                {
                    words.Add(Word(block.Key.Weekday, block.Key.Half, 's', larger, weeks >> (2 * (larger - size))));
                }
            }
        }

        return [.. words];
    }

    /// <summary>The words of which any will do.</summary>
    public static IReadOnlyList<string> Asked(Dictionary<int, ulong> days)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alike in days.Where(day => day.Value != 0).GroupBy(day => (Weekday: day.Key % 7, Halves: day.Value), day => day.Key / 7))
        {
            var halves = alike.Key.Halves == DayHalves.WholeDay ? [AnyHalf] : Around(alike.Key.Halves);
            foreach (var (size, weeks) in Weeks(alike.Order()))
            {
                foreach (var half in halves)
                {
                    words.Add(Word(alike.Key.Weekday, half, size > 0 ? 's' : 'f', size, weeks));
                    for (var larger = size; larger <= Largest; larger++)
                    {
                        words.Add(Word(alike.Key.Weekday, half, 'f', larger, weeks >> (2 * (larger - size))));
                    }
                }
            }
        }

        return [.. words];
    }

    private static string Word(int weekday, int half, char holds, int size, int weeks) => FormattableString.Invariant($"b{weekday}.{half}{holds}{size}.{weeks}");

    /// <summary>The fewest blocks of half hours that are all told, each by its place in a heap whose leaves are the half hours.</summary>
    private static IEnumerable<int> Cover(ulong halves, int block, int from, int size)
    {
        var all = size == 64 ? ulong.MaxValue : ((1UL << size) - 1) << from;
        var told = halves & all;
        return told == 0 ? []
            : told == all ? [block]
            : Cover(halves, block * 2, from, size / 2).Concat(Cover(halves, (block * 2) + 1, from + (size / 2), size / 2));
    }

    /// <summary>Every block that one of the half hours lies in.</summary>
    private static HashSet<int> Around(ulong halves)
    {
        var blocks = new HashSet<int>();
        for (var half = 0; half < 64; half++)
        {
            for (var block = 64 + half; (halves >> half & 1) == 1 && block >= RootOfHalves && blocks.Add(block); block /= 2)
            {
            }
        }

        return blocks;
    }

    /// <summary>Runs of weeks in as few blocks as they are whole.</summary>
    private static IEnumerable<(int Size, int Weeks)> Weeks(IEnumerable<int> ordered)
    {
        int? from = null;
        var to = 0;
        foreach (var week in ordered)
        {
            if (from is { } begun && week > to + 1)
            {
                foreach (var block in Run(begun, to))
                {
                    yield return block;
                }

                from = week;
            }

            from ??= week;
            to = week;
        }

        foreach (var block in from is { } last ? Run(last, to) : [])
        {
            yield return block;
        }
    }

    private static IEnumerable<(int Size, int Weeks)> Run(int from, int to)
    {
        while (from <= to)
        {
            var size = 0;
            while (size < Largest && from % (4 << (2 * size)) == 0 && from + (4 << (2 * size)) - 1 <= to)
            {
                size++;
            }

            yield return (size, from >> (2 * size));
            from += 1 << (2 * size);
        }
    }
}
