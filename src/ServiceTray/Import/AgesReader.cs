using ServiceTray.Offerings;

namespace ServiceTray.Import;

/// <summary>Makes a span of ages of a source's two numbers.</summary>
internal static class AgesReader
{
    /// <summary>The span; ages that nobody has, or the wrong way round, are trouble and leave it open.</summary>
    public static AgeSpan Read(int? minimum, int? maximum, Action<string, string> trouble)
    {
        if (minimum is < 0 or > 130 || maximum is < 0 or > 130 || minimum > maximum)
        {
            trouble("ages-wrong", $"Ages from {minimum} to {maximum} are none; it is shown without.");
            return AgeSpan.Any;
        }

        return new AgeSpan(minimum, maximum);
    }
}
