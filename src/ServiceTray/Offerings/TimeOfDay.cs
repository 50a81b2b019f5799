namespace ServiceTray.Offerings;

/// <summary>A part of the day by the Finnish clock.</summary>
internal enum TimeOfDay
{
    Morning,
    Afternoon,
    Evening,
}
