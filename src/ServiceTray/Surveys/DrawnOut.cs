using System.Text;

namespace ServiceTray.Surveys;

/// <summary>
/// A word drawn out ("haluuun", "dieeee"): none of our languages has three of a letter in a row, so three stand for two or one. Two stay
/// two, for they tell words apart: "tapan" kills, "tapaan" meets.
/// </summary>
internal static class DrawnOut
{
    // More drawn out runs than this in one word are read all alike, so that no text can make the readings grow without end.
    private const int MostRuns = 4;

    /// <summary>Every way to read the word; mostly itself alone.</summary>
    public static IReadOnlyList<string> Readings(string word)
    {
        var runs = Runs(word);
        var drawn = runs.Count(run => run.Length > 2);
        return drawn switch
        {
            0 => [word],
            > MostRuns => [Read(runs, 0), Read(runs, -1)],
            _ => [.. Enumerable.Range(0, 1 << drawn).Select(single => Read(runs, single))],
        };
    }

    private static List<(char Letter, int Length)> Runs(string word)
    {
        var runs = new List<(char Letter, int Length)>();
        foreach (var letter in word)
        {
            if (runs.Count > 0 && runs[^1].Letter == letter)
            {
                runs[^1] = (letter, runs[^1].Length + 1);
            }
            else
            {
                runs.Add((letter, 1));
            }
        }

        return runs;
    }

    // A bit for each drawn out run: set, it is read as one letter, else as two.
    private static string Read(List<(char Letter, int Length)> runs, int single)
    {
        var read = new StringBuilder();
        foreach (var (letter, length) in runs)
        {
            if (length > 2)
            {
                read.Append(letter, (single & 1) == 1 ? 1 : 2);
                single >>= 1;
            }
            else
            {
                read.Append(letter, length);
            }
        }

        return $"{read}";
    }
}
