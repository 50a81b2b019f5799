namespace ServiceTray.Guidance;

/// <summary>Whom a help row is for, by age.</summary>
internal enum HelpAudience
{
    Adult,
    Youth,
    Child,
}
