namespace ServiceTray.Offerings;

/// <summary>Whom an offering is meant for.</summary>
internal enum AudienceCode
{
    All,
    Children,
    Youth,
    Adults,
    OlderPeople,
    Families,
    Parents,
    Carers,
    LongTermIll,
    Disabled,
    Unemployed,
    Students,
    Immigrants,
    Men,
    Women,
}
