using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>One switch of a permission: a purpose, or a field that the recipient sees.</summary>
internal sealed record ConsentSwitch(Purpose? Purpose, ClientField? Field)
{
    /// <exception cref="ReferralInvalidException">It names none, or two.</exception>
    public static ConsentSwitch Of(Purpose? purpose, ClientField? field) =>
        purpose is null == field is null ? throw new ReferralInvalidException("purpose", RefusalCodes.FieldRequired) : new(purpose, field);
}
