using System.Text.Json.Serialization;

namespace ServiceTray.Offerings;

/// <summary>Ages in whole years, both ends included; an open end is null.</summary>
internal readonly record struct AgeSpan
{
    [JsonConstructor]
    public AgeSpan(int? minimum, int? maximum)
    {
        if (minimum is < 0 or > 130 || maximum is < 0 or > 130 || minimum > maximum)
        {
            throw new ArgumentException($"An age span cannot run from {minimum} to {maximum}.", nameof(minimum));
        }

        Minimum = minimum;
        Maximum = maximum;
    }

    public static AgeSpan Any => default;

    public int? Minimum { get; }

    public int? Maximum { get; }
}
