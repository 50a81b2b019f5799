using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ServiceTray.Surveys;

/// <summary>A version as <c>1.0</c>: two numbers, the greater the newer.</summary>
internal readonly record struct SurveyVersion(int Major, int Minor)
{
    public static bool TryRead([NotNullWhen(true)] string? text, out SurveyVersion version)
    {
        version = default;
        var parts = text?.Split('.') ?? [];
        if (parts.Length != 2 || !IsNumber(parts[0], out var major) || !IsNumber(parts[1], out var minor))
        {
            return false;
        }

        version = new SurveyVersion(major, minor);
        return version.ToString() == text;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
