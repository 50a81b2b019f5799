namespace ServiceTray.Offerings;

/// <summary>How one takes part.</summary>
internal enum AttendanceMode
{
    InPerson,
    Online,
    Phone,
    HomeVisit,
}
