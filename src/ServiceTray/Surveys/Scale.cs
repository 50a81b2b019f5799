using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>The ends of a scale of whole numbers, both included, with what they mean.</summary>
internal sealed record Scale
{
    public Scale(int min, int max, LocalizedText minLabel, LocalizedText maxLabel)
    {
        if (min >= max)
        {
            throw new ArgumentException($"A scale cannot run from {min} to {max}.", nameof(min));
        }

        (Min, Max, MinLabel, MaxLabel) = (min, max, minLabel, maxLabel);
    }

    public int Min { get; }

    public int Max { get; }

    public LocalizedText MinLabel { get; }

    public LocalizedText MaxLabel { get; }

    /// <summary>Whether it is a whole number on the scale.</summary>
    public bool Holds(double number) => number >= Min && number <= Max && double.IsInteger(number);

    /// <summary>Where a number stands between the ends, 0 to 10.</summary>
    public double OfTen(double number) => 10 * (number - Min) / (Max - Min);
}
