using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>One switch of a permission: a purpose, a field that the recipient sees, or to whom else it may be told.</summary>
internal sealed record ConsentSwitch(Purpose? Purpose, ClientField? Field, string? Disclosure)
{
    /// <exception cref="ReferralInvalidException">It names none, or several.</exception>
    public static ConsentSwitch Of(Purpose? purpose, ClientField? field, string? disclosure)
    {
        var count = (purpose is null ? 0 : 1) + (field is null ? 0 : 1) + (disclosure is null ? 0 : 1);
        return count == 1 ? new(purpose, field, disclosure) : throw new ReferralInvalidException("purpose", RefusalCodes.FieldRequired);
    }
}
