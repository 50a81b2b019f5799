namespace ServiceTray.Offerings;

/// <summary>A signed agreement with a county to help people look further here; it is in force from a day to a day.</summary>
internal sealed record GuidancePoint(string County, DateOnly AgreementFrom, DateOnly AgreementTo, IReadOnlyList<string> Languages)
{
    public bool IsInForce(DateOnly day) => AgreementFrom <= day && day <= AgreementTo;
}
