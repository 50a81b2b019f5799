namespace ServiceTray.Offerings;

/// <summary>How one gets in.</summary>
internal enum AccessMode
{
    DropIn,
    Booking,
    SelfReferral,
    Referral,
}
