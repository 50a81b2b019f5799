namespace ServiceTray.Themes;

/// <summary>The eight themes, in their order.</summary>
internal enum ThemeCode
{
    Movement,
    Nature,
    Culture,
    Mind,
    NutritionAndSleep,
    Guidance,
    Livelihood,
    Community,
}
